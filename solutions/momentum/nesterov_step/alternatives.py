import numpy as np


def in_two_moves(w, v, grad_fn, lr, beta):
    start = w
    w = w + beta * v
    w = w - lr * grad_fn(w)
    return w, w - start


def correcting_ordinary_momentum(w, v, grad_fn, lr, beta):
    here = grad_fn(w)
    ordinary = beta * v - lr * here
    change = grad_fn(w + beta * v) - here
    return [w + ordinary - lr * change, ordinary - lr * change]


def in_copies(w, v, grad_fn, lr, beta):
    inertia = np.multiply(v, beta)
    point = np.add(w, inertia)
    slope = np.array(grad_fn(point))
    slope *= lr
    return point - slope, inertia - slope
