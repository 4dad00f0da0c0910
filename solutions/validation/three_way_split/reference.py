import math


def three_way_split(order, validation_fraction, test_fraction):
    """Split the shuffled indices of the rows into training, validation and test parts.

    n_validation = ceil(n * validation_fraction - 1e-9)
    n_test = ceil(n * test_fraction - 1e-9)
    n_train = n - n_validation - n_test

    Args:
        order: the shuffled indices, integers of shape (n,), at least one.
        validation_fraction: part of all rows that is kept for validation, a number from 0 to 1.
        test_fraction: part of all rows that is kept for the test, likewise. The two sizes, rounded
            up, are together at most n.

    Returns:
        (train, validation, test): three integer arrays that follow each other in `order`; views
        are fine.

    Source: Hastie, Tibshirani and Friedman, "The Elements of Statistical Learning", 2009, 7.2.
    """
    ### BEGIN SOLUTION
    n = len(order)
    # 100 * 0.07 is 7.000000000000001 in floating point: that is 7 rows, not 8.
    n_validation = math.ceil(n * validation_fraction - 1e-9)
    n_test = math.ceil(n * test_fraction - 1e-9)
    n_train = n - n_validation - n_test
    first_test = n_train + n_validation
    return order[:n_train], order[n_train:first_test], order[first_test:]
    ### END SOLUTION
