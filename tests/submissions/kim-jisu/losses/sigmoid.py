import numpy as np


def sigmoid(x):
    """The logistic sigmoid, entry by entry."""
    # 큰 양수/음수에서 overflow가 나지 않게 둘로 나눠서 계산
    x = np.asarray(x)
    out = np.zeros_like(x, dtype=x.dtype)

    pos = x >= 0
    out[pos] = 1 / (1 + np.exp(-x[pos]))

    ez = np.exp(x[~pos])
    out[~pos] = ez / (1 + ez)
    return out
