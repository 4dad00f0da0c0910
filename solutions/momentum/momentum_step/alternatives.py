import numpy as np


def gradients_piled_up(w, v, grad, lr, beta):
    pile = grad - v * (beta / lr)
    return w - lr * pile, -lr * pile


def both_from_the_old_state(w, v, grad, lr, beta):
    return [w - lr * grad + beta * v, v * beta + grad * -lr]


def entry_by_entry(w, v, grad, lr, beta):
    new_w, new_v = np.array(w), np.array(v)
    for index in np.ndindex(new_w.shape):
        new_v[index] = beta * new_v[index] - lr * np.asarray(grad)[index]
        new_w[index] += new_v[index]
    return new_w, new_v


def in_copies(w, v, grad, lr, beta):
    v = np.copy(v)
    v *= beta
    v -= np.multiply(grad, lr)
    return np.add(w, v), v
