import itertools

import numpy as np


def written_into_an_array(grad, w0, lr, noise):
    path = np.empty((len(noise) + 1, *np.shape(w0)), dtype=noise.dtype)
    path[0] = w0
    for k in range(len(noise)):
        path[k + 1] = path[k] - lr * grad(path[k]) - lr * noise[k]
    return path


def accumulated(grad, w0, lr, noise):
    steps = itertools.accumulate(noise, lambda w, error: w - lr * (grad(w) + error), initial=w0)
    return np.stack([np.asarray(w) for w in steps])


def one_copy_that_moves(grad, w0, lr, noise):
    w = np.array(w0, copy=True)
    path = [w.copy()]
    for error in noise:
        w -= lr * (error + grad(w.copy()))
        path.append(w.copy())
    return np.array(path)
