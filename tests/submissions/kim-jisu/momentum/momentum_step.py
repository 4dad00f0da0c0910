def momentum_step(w, v, grad, lr, beta):
    """One step of gradient descent with momentum, in the velocity form."""
    v_new = beta * v - lr * grad
    return w + v_new, v_new
