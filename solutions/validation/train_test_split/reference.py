import math


def train_test_split(order, test_fraction):
    """Split the shuffled indices of the rows into a training part and a test part.

    n_test = ceil(n * test_fraction - 1e-9)
    n_train = n - n_test

    Args:
        order: the shuffled indices, integers of shape (n,), at least one.
        test_fraction: part of the rows that is kept for the test, a number from 0 to 1.

    Returns:
        (train, test): the first n_train entries of `order` and the last n_test ones, two integer
        arrays of shape (n_train,) and (n_test,); views are fine.

    Source: scikit-learn's `train_test_split`, which rounds the size of the test part up as well.
    """
    ### BEGIN SOLUTION
    # 100 * 0.07 is 7.000000000000001 in floating point: that is 7 rows, not 8.
    n_test = math.ceil(len(order) * test_fraction - 1e-9)
    n_train = len(order) - n_test
    return order[:n_train], order[n_train:]
    ### END SOLUTION
