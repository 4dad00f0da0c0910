import numpy as np


def step_added(w, grad, lr):
    step = -lr * grad
    return step + w


def copied_first(w, grad, lr):
    new = np.array(w, copy=True)
    new -= lr * grad
    return new


def entry_by_entry(w, grad, lr):
    new = np.empty_like(w)
    for index in np.ndindex(new.shape):
        new[index] = np.asarray(w)[index] - lr * np.asarray(grad)[index]
    return new
