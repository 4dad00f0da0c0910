def momentum_step(w, v, grad, lr, beta):
    """One step of gradient descent with momentum, in the velocity form.

    v <- beta*v - lr*grad
    w <- w + v

    Args:
        w: parameters, a float array of any shape with at least one entry, or a float.
        v: velocity, what earlier steps have left behind, like w; zero at the start.
        grad: gradient at w, like w.
        lr: learning rate, a number above 0.
        beta: how much of the velocity stays, at least 0 and less than 1.

    Returns:
        (w, v) after the step, of the dtype of w.

    Source: Sutskever et al., "On the importance of initialization and momentum in deep
    learning", 2013, equations 1 and 2.
    """
    ### BEGIN SOLUTION
    v = beta * v - lr * grad
    w = w + v
    return w, v
    ### END SOLUTION
