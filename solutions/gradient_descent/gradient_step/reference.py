def gradient_step(w, grad, lr):
    """One step of gradient descent.

    w <- w - lr*grad

    Args:
        w: parameters, a float array of any shape, or a float.
        grad: gradient at w, like w.
        lr: learning rate.

    Returns:
        The parameters after the step, of the dtype of w.

    Source: Cauchy, "Méthode générale pour la résolution des systèmes d'équations simultanées",
    1847.
    """
    ### BEGIN SOLUTION
    return w - lr * grad
    ### END SOLUTION
