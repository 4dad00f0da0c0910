"""An error that says it comes from line -3, and one from a line that was never handed in."""


def double(x):
    line = -3 if x.ravel()[0] > 0 else 7_000_000
    raise SyntaxError("no\x1b[2J", ("<submission 0>", line, 1, ""))
