def momentum_step(w, v, grad, lr, beta):
    """One step of gradient descent with momentum, in the velocity form."""
    # YOUR CODE HERE
    raise NotImplementedError()
