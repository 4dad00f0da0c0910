def with_matrix(submission, A, b, steps):
    """Call it with the products of a matrix."""
    return submission(lambda v: A @ v, b, steps)


def one_product_a_step(submission, A, b, steps):
    """The same, with one product for each step and no more."""
    return submission(at_most(steps, lambda v: A @ v, name="product"), b, steps)  # noqa: F821
