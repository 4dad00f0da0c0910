"""Formulas, for whoever opens a table of results in a spreadsheet."""

FORMULA = '=HYPERLINK("http://x","y")\n=1+1\n+cmd|\' /C calc\'!A0\n@SUM(1)<script>'


class Loud(Exception):
    pass


Loud.__name__ = FORMULA


def double(x):
    print(FORMULA)
    raise Loud(FORMULA)
