import numpy as np


def descend_landscape(grad, w0, lr, noise):
    """Gradient descent with noise in its gradients; the whole path.

    w <- w - lr * (grad(w) + noise[k])    for k = 0, 1, ...

    Args:
        grad: function of w that gives the gradient there, like w.
        w0: parameters to start from, a float array of any shape with at least one
            entry, or a float.
        lr: learning rate, a number above 0.
        noise: what is added to the gradient of each step, a float array of shape
            (steps,) + shape of w0; there may be no steps.

    Returns:
        The path, one float array of shape (steps + 1,) + shape of w0 that begins with w0, of the
        dtype of noise and w0.

    Source: Ge, Huang, Jin and Yuan, "Escaping From Saddle Points: Online Stochastic Gradient for
    Tensor Decomposition", 2015, Algorithm 1 (there the noise is drawn from a sphere).
    """
    ### BEGIN SOLUTION
    w = w0
    path = [w]
    for error in noise:
        w = w - lr * (grad(w) + error)
        path.append(w)
    return np.array(path)
    ### END SOLUTION
