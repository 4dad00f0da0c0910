import numpy as np


def compare_momentum(grad_fn, w0, lr, beta, steps):
    """The paths of gradient descent, momentum and Nesterov's momentum from one start.

    sgd:      w <- w - lr*grad_fn(w)
    momentum: v <- beta*v - lr*grad_fn(w),           w <- w + v
    nesterov: v <- beta*v - lr*grad_fn(w + beta*v),  w <- w + v

    Args:
        grad_fn: a function that takes a point like w0 and returns the gradient there, like w0.
        w0: where all three start, a float array (d,) with d at least 1.
        lr: learning rate of all three, a number above 0.
        beta: how much of the velocity stays, for momentum and nesterov, at least 0 and less than 1.
        steps: how many steps each takes, an int of at least 0.

    Returns:
        A dict with the keys "sgd", "momentum" and "nesterov"; each value is the path, one array
        (steps+1, d) of the dtype of w0, w0 first.

    Source: the lecture, 19; the methods are in Sutskever et al., "On the importance of
    initialization and momentum in deep learning", 2013, section 2.
    """

    ### BEGIN SOLUTION
    def sgd(w, v):
        return w - lr * grad_fn(w), v

    def momentum(w, v):
        v = beta * v - lr * grad_fn(w)
        return w + v, v

    def nesterov(w, v):
        v = beta * v - lr * grad_fn(w + beta * v)
        return w + v, v

    paths = {}
    for name, step in {"sgd": sgd, "momentum": momentum, "nesterov": nesterov}.items():
        w, v = w0, np.zeros_like(w0)
        path = [w]
        for _ in range(steps):
            w, v = step(w, v)
            path.append(w)
        paths[name] = np.array(path)
    return paths
    ### END SOLUTION
