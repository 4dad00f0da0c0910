"""An error whose message raises, and whose name is no name."""


class Nameless(Exception):
    def __str__(self):
        raise BaseException

    __repr__ = __str__


Nameless.__name__ = "\n" * 10


def double(x):
    raise Nameless
