import numpy as np


def output_sensitivity(w, X, dX):
    """How much the outputs of a linear model change when its inputs do.

    |(X + dX) w - X w|, for each row

    Args:
        w: weights, a float array (d,).
        X: inputs, a float array (n, d), with n and d at least 1.
        dX: what is added to the inputs, like X.

    Returns:
        The change of each output, without its sign, (n,), of the dtype of w.

    Source: Krogh and Hertz, "A Simple Weight Decay Can Improve Generalization", 1992.
    """
    ### BEGIN SOLUTION
    # The model is linear: X w is in both outputs and cancels.
    return np.abs(dX @ w)
    ### END SOLUTION
