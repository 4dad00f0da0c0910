def nesterov_step(w, v, grad_fn, lr, beta):
    """One step of gradient descent with Nesterov's momentum.

    v <- beta*v - lr*grad_fn(w + beta*v)
    w <- w + v

    Args:
        w: parameters, a float array of any shape with at least one entry, or a float.
        v: velocity, what earlier steps have left behind, like w; zero at the start.
        grad_fn: a function that takes a point like w and returns the gradient there, like w.
        lr: learning rate, a number above 0.
        beta: how much of the velocity stays, at least 0 and less than 1.

    Returns:
        (w, v) after the step, of the dtype of w.

    Source: Sutskever et al., "On the importance of initialization and momentum in deep
    learning", 2013, equations 3 and 4.
    """
    ### BEGIN SOLUTION
    ahead = w + beta * v
    v = beta * v - lr * grad_fn(ahead)
    w = w + v
    return w, v
    ### END SOLUTION
