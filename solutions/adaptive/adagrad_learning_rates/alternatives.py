import numpy as np


def step_by_step(grads, lr=1e-2, eps=1e-8):
    rates = np.empty_like(grads)
    h = np.zeros_like(grads[0])
    for t, grad in enumerate(grads):
        h = h + grad**2
        rates[t] = lr / (np.sqrt(h) + eps)
    return rates


def sums_of_the_whole_past(grads, lr=1e-2, eps=1e-8):
    sums = [np.sum(np.square(grads[: t + 1]), axis=0) for t in range(len(grads))]
    return np.reciprocal((np.sqrt(np.array(sums)) + eps) / lr)


def lengths_of_the_past(grads, lr=1e-2, eps=1e-8):
    lengths = np.hypot.accumulate(grads, axis=0)
    return lr * (np.abs(lengths) + eps) ** -1
