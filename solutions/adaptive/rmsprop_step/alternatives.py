import numpy as np


def moved_towards_the_square(w, h, grad, lr=1e-2, beta=0.9, eps=1e-8):
    h = h + (1 - beta) * (grad**2 - h)
    rates = lr / (h**0.5 + eps)
    return [w - rates * grad, h]


def entry_by_entry(w, h, grad, lr=1e-2, beta=0.9, eps=1e-8):
    new_w, new_h = np.array(w, copy=True), np.array(h, copy=True)
    for index in np.ndindex(new_w.shape):
        g = np.asarray(grad)[index]
        new_h[index] = beta * new_h[index] + (1 - beta) * g**2
        new_w[index] -= lr * g / (new_h[index] ** 0.5 + eps)
    return new_w, new_h


def in_place_on_copies(w, h, grad, lr=1e-2, beta=0.9, eps=1e-8):
    w, h = np.array(w, copy=True), np.array(h, copy=True)
    h *= beta
    h += (1 - beta) * np.square(grad)
    w -= lr * np.divide(grad, np.sqrt(h) + eps)
    return w, h
