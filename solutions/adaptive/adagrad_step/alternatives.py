import numpy as np


def entry_by_entry(w, h, grad, lr=1e-2, eps=1e-8):
    new_w, new_h = np.array(w, copy=True), np.array(h, copy=True)
    for index in np.ndindex(new_w.shape):
        g = np.asarray(grad)[index]
        new_h[index] += g**2
        new_w[index] -= lr / (new_h[index] ** 0.5 + eps) * g
    return new_w, new_h


def in_place_on_copies(w, h, grad, lr=1e-2, eps=1e-8):
    w, h = np.array(w, copy=True), np.array(h, copy=True)
    h += np.square(grad)
    w -= lr * np.divide(grad, np.sqrt(h) + eps)
    return [w, h]


def length_of_the_history(w, h, grad, lr=1e-2, eps=1e-8):
    size = np.hypot(np.sqrt(h), grad)
    return w - grad * (lr / (size + eps)), size**2
