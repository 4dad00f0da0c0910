import numpy as np


def compare_optimizers(grad_fn, w0, settings, steps):
    """The paths of several optimisers from the same start.

    sgd       w <- w - lr*g
    momentum  v <- beta*v - lr*g                       w <- w + v
    nesterov  v <- beta*v - lr*grad_fn(w + beta*v)     w <- w + v
    adagrad   h <- h + g**2                            w <- w - lr*g / (sqrt(h) + eps)
    rmsprop   h <- beta*h + (1 - beta)*g**2            w <- w - lr*g / (sqrt(h) + eps)
    adam      m <- beta1*m + (1 - beta1)*g             v <- beta2*v + (1 - beta2)*g**2
              w <- w - lr * (m / (1 - beta1**t)) / (sqrt(v / (1 - beta2**t)) + eps)

    Here g is grad_fn(w), all of v, h and m start at zero, and t counts from 1.

    Args:
        grad_fn: a function of w that returns the gradient there, like w.
        w0: where all of them start, a float array (d,) with d at least 1.
        settings: which of them to run: from the name to a dict of its keyword arguments, all of
            those that stand in its formula (lr, beta, eps, beta1, beta2): numbers, lr and eps
            above 0, every beta at least 0 and less than 1.
        steps: how many steps each takes, an int of at least 1.

    Returns:
        A dict from each name in settings to its path, an array (steps + 1, d) of the dtype of w0,
        with w0 first.

    Source: the lecture's comparison of the optimisers.
    """

    ### BEGIN SOLUTION
    # Each rule takes one step; a is the velocity or first moment, b the sum or average of squares.
    def sgd(w, a, b, t, lr):
        return w - lr * grad_fn(w), a, b

    def momentum(w, a, b, t, lr, beta):
        a = beta * a - lr * grad_fn(w)
        return w + a, a, b

    def nesterov(w, a, b, t, lr, beta):
        a = beta * a - lr * grad_fn(w + beta * a)
        return w + a, a, b

    def adagrad(w, a, b, t, lr, eps):
        g = grad_fn(w)
        b = b + g * g
        return w - lr * g / (np.sqrt(b) + eps), a, b

    def rmsprop(w, a, b, t, lr, beta, eps):
        g = grad_fn(w)
        b = beta * b + (1 - beta) * g * g
        return w - lr * g / (np.sqrt(b) + eps), a, b

    def adam(w, a, b, t, lr, beta1, beta2, eps):
        g = grad_fn(w)
        a = beta1 * a + (1 - beta1) * g
        b = beta2 * b + (1 - beta2) * g * g
        a_hat, b_hat = a / (1 - beta1**t), b / (1 - beta2**t)
        return w - lr * a_hat / (np.sqrt(b_hat) + eps), a, b

    rules = {rule.__name__: rule for rule in (sgd, momentum, nesterov, adagrad, rmsprop, adam)}
    paths = {}
    for name, options in settings.items():
        w, a, b = w0, np.zeros_like(w0), np.zeros_like(w0)
        path = [w]
        for t in range(1, steps + 1):
            w, a, b = rules[name](w, a, b, t, **options)
            path.append(w)
        paths[name] = np.array(path)
    return paths
    ### END SOLUTION
