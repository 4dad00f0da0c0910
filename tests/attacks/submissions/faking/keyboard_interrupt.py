"""The submission interrupts itself."""


def double(x):
    raise KeyboardInterrupt
