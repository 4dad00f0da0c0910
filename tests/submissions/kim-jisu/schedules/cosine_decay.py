import numpy as np


def cosine_decay(t, lr0, T):
    """The learning rate of cosine decay at epoch t."""
    lr = 0.5 * lr0 * (1 + np.cos(np.pi * np.asarray(t) / T))
    return np.where(np.asarray(t) > T, 0.0, lr)
