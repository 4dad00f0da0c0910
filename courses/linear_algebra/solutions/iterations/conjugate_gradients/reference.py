import numpy as np


def conjugate_gradients(product, b, steps):
    """An approximate solution of A x = b after some steps of conjugate gradients, from zero.

    alpha = r^T r / p^T A p;  x <- x + alpha p;  r' = r - alpha A p;
    beta = r'^T r' / r^T r;  p <- r' + beta p;  at first x = 0, r = p = b

    Args:
        product: a function that returns A v for a vector v; A is symmetric and positive definite.
        b: shape (n,), float64.
        steps: at least 1.

    Returns:
        x after so many steps, or after fewer if the residual r is zero; shape (n,), float64.

    Source: Hestenes and Stiefel (1952); Trefethen and Bau, Numerical Linear Algebra, lecture 38.
    """
    ### BEGIN SOLUTION
    x, r, p = np.zeros(len(b)), b, b
    for _ in range(steps):
        if not r.any():
            break
        image = product(p)
        alpha = (r @ r) / (p @ image)
        x = x + alpha * p
        rest = r - alpha * image
        p = rest + (rest @ rest) / (r @ r) * p
        r = rest
    return x
    ### END SOLUTION
