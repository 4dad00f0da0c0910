def gradient_step(w, grad, lr):
    """One step of gradient descent.

    w <- w - lr*grad

    Args:
        w: parameters, a float array of any shape with at least one entry, or a float.
        grad: gradient at w, like w.
        lr: learning rate, a number above 0.

    Returns:
        The parameters after the step, of the dtype of w.

    Source: Cauchy, "Méthode générale pour la résolution des systèmes d'équations simultanées",
    1847.
    """
    ### BEGIN SOLUTION
    return w - lr * grad
    ### END SOLUTION
