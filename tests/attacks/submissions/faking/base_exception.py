"""An error that is no `Exception`."""


class Escape(BaseException):
    pass


def double(x):
    raise Escape("nobody catches this")
