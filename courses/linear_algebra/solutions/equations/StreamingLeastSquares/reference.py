import numpy as np


class StreamingLeastSquares:
    """Least squares over equations that come one by one; it keeps none of them.

    It keeps the sums A^T A and A^T b. Both begin with nothing but a ridge on the diagonal.
    """

    def __init__(self, d, ridge=1e-3):
        """Begin without an equation.

        Args:
            d: the number of unknowns, at least 1.
            ridge: what is added to the diagonal of A^T A, positive.
        """
        ### BEGIN SOLUTION
        self.gram, self.moment = ridge * np.eye(d), np.zeros(d)
        ### END SOLUTION

    def add(self, a, b):
        """Take in the equation a . x = b.

        Args:
            a: shape (d,), float64.
            b: a number.
        """
        ### BEGIN SOLUTION
        self.gram += np.outer(a, a)
        self.moment += b * a
        ### END SOLUTION

    def solution(self):
        """The solution of (A^T A + ridge I) x = A^T b so far, shape (d,), float64."""
        ### BEGIN SOLUTION
        return np.linalg.solve(self.gram, self.moment)
        ### END SOLUTION
