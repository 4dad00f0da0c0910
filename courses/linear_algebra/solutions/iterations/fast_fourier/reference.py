import numpy as np


def fast_fourier(x):
    """The discrete Fourier transform of x, by halving.

    X_k = sum_j x_j exp(-2 pi i j k / n), from the transforms of the even and of the odd entries.

    Args:
        x: shape (n,), float64 or complex128; n is a power of two, at least 1.

    Returns:
        The transform, shape (n,), complex128.

    Source: Cooley and Tukey, Mathematics of Computation 19 (1965).
    """
    ### BEGIN SOLUTION
    n = len(x)
    if n == 1:
        return np.asarray(x, dtype=np.complex128)
    even, odd = fast_fourier(x[::2]), fast_fourier(x[1::2])
    turned = np.exp(-2j * np.pi * np.arange(n // 2) / n) * odd
    return np.concatenate([even + turned, even - turned])
    ### END SOLUTION
