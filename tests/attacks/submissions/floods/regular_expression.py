"""A pattern that goes back and forth for ever."""

import re


def double(x):
    return re.match(r"(a+)+$", "a" * 60 + "b")
