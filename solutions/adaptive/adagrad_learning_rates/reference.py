import numpy as np


def adagrad_learning_rates(grads, lr=1e-2, eps=1e-8):
    """The rate that AdaGrad uses for each parameter at each step.

    rates[t] = lr / (sqrt(grads[0]**2 + ... + grads[t]**2) + eps)

    Args:
        grads: the gradients of all steps, a float array with at least one axis and at
            least one entry; the first axis is time.
        lr: learning rate, a number above 0.
        eps: added to the root, not under it, a number above 0.

    Returns:
        The rates, an array of the shape and dtype of grads.

    Source: Duchi, Hazan and Singer, "Adaptive Subgradient Methods", 2011.
    """
    ### BEGIN SOLUTION
    h = np.cumsum(grads * grads, axis=0)
    return lr / (np.sqrt(h) + eps)
    ### END SOLUTION
