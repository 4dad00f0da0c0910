def penalised_loss(loss, penalty):
    """The loss with a penalty on the weights added to it.

    L'(w) = L(w) + R(w)

    Args:
        loss: L, a function of the weights that gives a single number.
        penalty: R, a function of the weights that gives a single number.

    Returns:
        L', a function of the weights that gives a single number.

    Source: Goodfellow, Bengio and Courville, "Deep Learning", 2016, section 7.1.
    """

    ### BEGIN SOLUTION
    def total(w):
        return loss(w) + penalty(w)

    return total
    ### END SOLUTION
