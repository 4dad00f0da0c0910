import numpy as np


def both_corrections_in_the_rate(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m = m + (1 - beta1) * (grad - m)
    v = v + (1 - beta2) * (grad**2 - v)
    root = (1 - beta2**t) ** 0.5
    rate = lr * root / (1 - beta1**t)
    return [w - rate * m / (np.sqrt(v) + eps * root), m, v]


def entry_by_entry(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    new = [np.array(each, copy=True) for each in (w, m, v)]
    for index in np.ndindex(new[0].shape):
        g = np.asarray(grad)[index]
        new[1][index] = beta1 * np.asarray(m)[index] + (1 - beta1) * g
        new[2][index] = beta2 * np.asarray(v)[index] + (1 - beta2) * g**2
        size = (new[2][index] / (1 - beta2**t)) ** 0.5 + eps
        new[0][index] -= lr * (new[1][index] / (1 - beta1**t)) / size
    return tuple(new)


def in_place_on_copies(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    w, m, v = (np.array(each, copy=True) for each in (w, m, v))
    m *= beta1
    m += (1 - beta1) * np.asarray(grad)
    v *= beta2
    v += (1 - beta2) * np.square(grad)
    size = np.sqrt(v / (1 - beta2**t)) + eps
    w -= lr / (1 - beta1**t) * m / size
    return w, m, v
