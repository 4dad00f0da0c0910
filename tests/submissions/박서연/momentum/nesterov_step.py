def nesterov_step(w, v, grad_fn, lr, beta):
    """One step of gradient descent with Nesterov's momentum."""
    v = beta * v - lr * grad_fn(w)
    w = w + v
    return w, v
