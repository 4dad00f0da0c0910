import numpy as np


def cosine_decay(t, lr0, T):
    """The learning rate of cosine decay at epoch t."""
    return lr0 * (1 + np.cos(np.pi * t / T)) / 2
