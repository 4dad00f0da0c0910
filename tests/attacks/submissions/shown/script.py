"""Script and style in everything that a person may look at."""

SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(1)><style>*{display:none}</style>"


class Loud(Exception):
    pass


Loud.__name__ = SCRIPT
print(SCRIPT)


def double(x):
    print(SCRIPT)
    raise Loud(SCRIPT)
