"""A letter with a million accents, of three hundred kinds."""


def double(x):
    return "a" + "".join(chr(0x300 + number % 100) for number in range(1_000_000))
