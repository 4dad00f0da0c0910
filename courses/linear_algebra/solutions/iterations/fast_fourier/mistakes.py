import numpy as np

from autograder import mistake


def _fft(x, sign=-1.0, halves=1.0, turn=1.0):
    n = len(x)
    if n == 1:
        return np.asarray(x, dtype=np.complex128)
    even, odd = _fft(x[::2], sign, halves, turn), _fft(x[1::2], sign, halves, turn)
    turned = np.exp(sign * turn * 2j * np.pi * np.arange(n // 2) / n) * odd
    return halves * np.concatenate([even + turned, even - turned])


@mistake(en="In which direction does the exponential turn?")
def turned_the_other_way(x):
    return _fft(x, sign=1.0)


@mistake(en="Is there a factor in front of the sum?")
def divided_by_n(x):
    return _fft(x, halves=0.5)


@mistake(en="Some transforms have a root of n in front of the sum. Has this one?")
def divided_by_the_root_of_n(x):
    return _fft(x, halves=2**-0.5)


@mistake(en="What is the sign of the second half?")
def second_half_not_subtracted(x):
    n = len(x)
    if n == 1:
        return np.asarray(x, dtype=np.complex128)
    even, odd = second_half_not_subtracted(x[::2]), second_half_not_subtracted(x[1::2])
    turned = np.exp(-2j * np.pi * np.arange(n // 2) / n) * odd
    return np.concatenate([even + turned, even + turned])


@mistake(en="By how much does the exponential turn from one entry to the next?")
def turned_by_half(x):
    return _fft(x, turn=0.5)


def _halved(x, join, split=lambda x: (x[::2], x[1::2]), least=1):
    n = len(x)
    if n <= least:
        return np.asarray(x, dtype=np.complex128)
    first, second = (_halved(each, join, split, least) for each in split(x))
    return join(first, second, np.exp(-2j * np.pi * np.arange(n // 2) / n))


def _both(even, odd, turns):
    return np.concatenate([even + turns * odd, even - turns * odd])


@mistake(en="Which way is the transform asked for: there, or back again?")
def transformed_back(x):
    return _fft(x, sign=1.0, halves=0.5)


@mistake(en="Into which two parts is x cut: every other entry, or its first and its second half?")
def first_and_second_half(x):
    return _halved(x, _both, lambda x: (x[: len(x) // 2], x[len(x) // 2 :]))


@mistake(en="Which of the two parts is turned: that of the even entries, or that of the odd ones?")
def even_and_odd_exchanged(x):
    return _halved(x, _both, lambda x: (x[1::2], x[::2]))


@mistake(en="Which of the two transforms is turned before they are added?")
def even_part_turned(x):
    return _halved(
        x, lambda even, odd, turns: np.concatenate([turns * even + odd, turns * even - odd])
    )


@mistake(en="Are the odd entries one place further, and what does that do to their transform?")
def nothing_turned(x):
    return _halved(x, lambda even, odd, turns: _both(even, odd, 1.0))


@mistake(en="By how much does the exponential turn from one entry to the next?")
def turned_twice_as_far(x):
    return _fft(x, turn=2.0)


@mistake(en="A whole turn is two pi. Is pi in the exponent?")
def pi_left_out(x):
    return _fft(x, turn=1 / np.pi)


@mistake(en="With which number do the turns begin?")
def turns_counted_from_one(x):
    return _halved(
        x,
        lambda even, odd, turns: _both(even, odd, turns * np.exp(-2j * np.pi / (2 * len(turns)))),
    )


@mistake(en="Which half of the result has the sum, and which the difference?")
def difference_first(x):
    return _halved(
        x, lambda even, odd, turns: np.concatenate([even - turns * odd, even + turns * odd])
    )


@mistake(en="In which order do the sums and the differences stand in the result?")
def sums_and_differences_in_turn(x):
    return _halved(
        x, lambda even, odd, turns: np.stack([even + turns * odd, even - turns * odd], 1).ravel()
    )


@mistake(en="A transform has complex numbers. What becomes of their imaginary part?")
def real_part_alone(x):
    return _fft(x).real + 0j


@mistake(en="Are the sizes of the numbers asked for, or the numbers?", power=[1, 2])
def sizes_returned(x, *, power):
    return np.abs(_fft(x)) ** power + 0j


@mistake(en="The second half of the result mirrors the first. Is it left out?")
def first_half_returned(x):
    return _fft(x)[: len(x) // 2 + 1]


@mistake(en="Which frequency comes first in the result?")
def zero_in_the_middle(x):
    return np.roll(_fft(x), len(x) // 2)


@mistake(en="How short does x have to be, so that it is its own transform?")
def ends_at_two(x):
    return _halved(x, _both, least=2)


@mistake(en="What is the part of the odd entries in the second half of the result?")
def first_half_repeated(x):
    return _halved(x, lambda even, odd, turns: np.concatenate([even + turns * odd, even]))
