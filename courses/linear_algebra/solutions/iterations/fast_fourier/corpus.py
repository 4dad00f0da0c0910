# %% wrong: the exponential turns the other way
# kind: plain
# cause: listed
# about: direction|sign|conjugat|exponential
import numpy as np


def fast_fourier(x):
    N = len(x)
    if N == 1:
        return np.array(x, dtype=complex)
    E = fast_fourier(x[0::2])
    O = fast_fourier(x[1::2])
    w = np.exp(2j * np.pi * np.arange(N // 2) / N)
    return np.concatenate([E + w * O, E - w * O])

# %% wrong: divided by the root of n
# kind: plain
# cause: unlisted
# about: factor|root|sqrt|divid
import numpy as np


def fast_fourier(x):
    def go(y):
        n = len(y)
        if n == 1:
            return np.asarray(y, dtype=np.complex128)
        a, b = go(y[::2]), go(y[1::2])
        t = np.exp(-2j * np.pi * np.arange(n // 2) / n) * b
        return np.concatenate((a + t, a - t))

    return go(x) / np.sqrt(len(x))

# %% wrong: even and odd exchanged
# kind: plain
# cause: unlisted
# about: even|odd|swap|exchang|order
import numpy as np


def fast_fourier(x):
    n = len(x)
    if n == 1:
        return np.asarray(x, dtype=np.complex128)
    even, odd = fast_fourier(x[1::2]), fast_fourier(x[::2])
    turned = np.exp(-2j * np.pi * np.arange(n // 2) / n) * odd
    return np.concatenate([even + turned, even - turned])

# %% wrong: two numbers are the end of the recursion, and one never is
# kind: plain
# cause: edge
# about: recursion|one entry|single|length|raise|breakdown|one number
import numpy as np


def fast_fourier(x):
    n = len(x)
    if n == 2:
        return np.array([x[0] + x[1], x[0] - x[1]], dtype=complex)
    even = fast_fourier(x[::2])
    odd = fast_fourier(x[1::2])
    turned = np.exp(-2j * np.pi * np.arange(n // 2) / n) * odd
    return np.concatenate([even + turned, even - turned])

# %% wrong: one number stays as it is, with its dtype
# kind: plain
# cause: inputs_or_dtype
# about: dtype|complex|float64|type
import numpy as np


def fast_fourier(x):
    n = x.shape[0]
    if n == 1:
        return x
    X_even = fast_fourier(x[::2])
    X_odd = fast_fourier(x[1::2])
    factor = np.exp(-2j * np.pi * np.arange(n) / n)
    return np.concatenate(
        [X_even + factor[: n // 2] * X_odd, X_even + factor[n // 2 :] * X_odd]
    )

# %% wrong: the exponential turns twice as far
# kind: plain
# cause: unlisted
# about: turn|factor 2|exponential|2 ?\*|half|twice|next to `pi`
import numpy as np


def fast_fourier(x):
    n = len(x)
    if n == 1:
        return np.asarray(x, dtype=np.complex128)
    even, odd = fast_fourier(x[::2]), fast_fourier(x[1::2])
    turned = np.exp(-4j * np.pi * np.arange(n // 2) / n) * odd
    return np.concatenate([even + turned, even - turned])

# %% wrong: a list, and only the real parts
# kind: composed
# cause: several
# about: list
# about: real|imaginary|complex
import numpy as np


def fast_fourier(x):
    def go(y):
        if len(y) == 1:
            return [complex(y[0])]
        a, b = go(y[::2]), go(y[1::2])
        n = len(y)
        t = [np.exp(-2j * np.pi * k / n) * b[k] for k in range(n // 2)]
        return [p + q for p, q in zip(a, t)] + [p - q for p, q in zip(a, t)]

    return [z.real for z in go(list(x))]

# %% right: an outer product of even and odd, and an empty array as a guard
import numpy as np


def fast_fourier(x):
    x = np.asarray(x, dtype=complex)
    if x.size <= 1:
        return x
    parts = [fast_fourier(x[start::2]) for start in (0, 1)]
    k = np.arange(x.size)
    whole = [np.tile(part, 2) for part in parts]
    return whole[0] + np.exp(-2j * np.pi * k / x.size) * whole[1]
