"""A text that is no text."""


def double(x):
    print("\ud800")
    return {"\ud800": "\udfff", "\0": "\u202e"}
