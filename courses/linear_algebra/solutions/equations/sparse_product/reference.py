import numpy as np


def sparse_product(values, columns, starts, x):
    """The product of a sparse matrix with a vector; the matrix is stored row by row (CSR).

    y_i = sum over k from starts[i] to starts[i + 1] - 1 of values[k] x[columns[k]]

    Args:
        values: the entries that are stored, row after row, shape (m,), float64.
        columns: the column of each of them, shape (m,), int64.
        starts: where each row begins in `values`, and where the last one ends, shape (r,), int64;
            there are r - 1 rows, some of which may be empty.
        x: shape (d,), float64.

    Returns:
        The product, shape (r - 1,), float64.

    Source: Saad, Iterative Methods for Sparse Linear Systems, section 3.4.
    """
    ### BEGIN SOLUTION
    y = np.zeros(len(starts) - 1)
    for i in range(len(y)):
        row = slice(starts[i], starts[i + 1])
        y[i] = values[row] @ x[columns[row]]
    return y
    ### END SOLUTION
