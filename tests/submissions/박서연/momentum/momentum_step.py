def momentum_step(w, v, grad, lr, beta):
    """One step of gradient descent with momentum, in the velocity form."""
    v = beta * v + grad
    w = w - lr * v
    return w, v
