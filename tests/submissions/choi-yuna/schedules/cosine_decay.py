import math


def cosine_decay(t, lr0, T):
    """The learning rate of cosine decay at epoch t."""
    if t > T:
        return 0.0
    return lr0 / 2 * (1 + math.cos(math.pi * t / T))
