"""Signs that turn the direction of reading, and letters that look like others."""

TURN = "\u202e\u2066\u200f\u2028\u2029\ufeff\u00ad"


class Loud(Exception):
    pass


Loud.__name__ = TURN + "Error"


def double(x):
    print(TURN, "\x1b[31m")
    raise Loud(TURN + "points 10/10")
