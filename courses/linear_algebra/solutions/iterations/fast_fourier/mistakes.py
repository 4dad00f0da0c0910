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
