from momentum_step import momentum_step


def nesterov_step(w, v, grad_fn, lr, beta):
    """One step of gradient descent with Nesterov's momentum."""
    return momentum_step(w, v, grad_fn(w + beta * v), lr, beta)
