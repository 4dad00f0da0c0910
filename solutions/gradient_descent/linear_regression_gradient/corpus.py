# %% wrong: the errors are sums
# kind: plain
# cause: unlisted
# about: sign|minus|plus|error|subtract|differ
def linear_regression_gradient(w, X, y):
    n = X.shape[0]
    residual = X @ w + y
    return 2 / n * (X.T @ residual)

# %% wrong: a factor of four
# kind: plain
# cause: unlisted
# about: factor|two|twice|double|constant|half|\b4\b|\b2\b
import numpy as np


def linear_regression_gradient(w, X, y):
    e = np.dot(X, w) - y
    return 4 * np.dot(X.T, e) / len(e)

# %% wrong: the targets are not subtracted at all
# kind: plain
# cause: unlisted
# about: \by\b|target|subtract|error|dropped|left out|not used|predict
def linear_regression_gradient(w, X, y):
    return 2 * X.T @ (X @ w) / len(y)

# %% wrong: the gradient of the root of the mean square
# kind: plain
# cause: foreign_rule
# about: root|sqrt|rmse
import numpy as np


def linear_regression_gradient(w, X, y):
    r = X @ w - y
    rmse = np.sqrt(np.mean(r**2))
    return X.T @ r / (len(y) * rmse)

# %% wrong: a sum, with the error turned round
# kind: composed
# cause: several
# about: sum|mean|average|rows
# about: sign|turned|error|minus|is -1 times the expected
def linear_regression_gradient(w, X, y):
    return 2 * X.T @ (y - X @ w)

# %% wrong: no factor two, and in double precision
# kind: composed
# cause: several
# about: factor|two|half|square|constant|double the
# about: dtype|float64|float32|precision
import numpy as np


def linear_regression_gradient(w, X, y):
    d = np.zeros(X.shape[1])
    d += X.T @ (X @ w - y)
    return d / X.shape[0]

# %% wrong: one over m, and an L2 term of a tenth
# kind: public
# cause: several
# about: factor|two|half|square|constant
# about: decay|penalty|L2|regulari|\bw\b|weight
import numpy as np

LAMBDA = 0.1


def hypothesis(X, theta):
    return X.dot(theta)


def linear_regression_gradient(w, X, y):
    """Gradient of J(theta) for regularized linear regression (course assignment)."""
    m = y.size
    theta = w
    grad = (1 / m) * X.T.dot(hypothesis(X, theta) - y)
    grad = grad + (LAMBDA / m) * theta
    return grad

# %% wrong: two weights are taken for granted: slope and intercept
# kind: public
# cause: breakdown
# about: column|weights|two|index|entries|shape|breakdown|length
import numpy as np


def linear_regression_gradient(w, X, y):
    # y = w0*x0 + w1*x1, 기울기와 절편의 편미분
    dw0, dw1 = 0.0, 0.0
    n = len(X)
    for i in range(n):
        error = X[i, 0] * w[0] + X[i, 1] * w[1] - y[i]
        dw0 += (2 / n) * error * X[i, 0]
        dw1 += (2 / n) * error * X[i, 1]
    return np.array([dw0, dw1], dtype=X.dtype)

# %% wrong: a hundred rows
# kind: public
# cause: constant
# about: rows|number|divi|mean|100|constant|len
import numpy as np

N_SAMPLES = 100


class LinearRegressionGD:
    def __init__(self, n=N_SAMPLES):
        self.n = n

    def cost(self, X, y, w):
        return np.sum((X @ w - y) ** 2) / self.n

    def grad(self, X, y, w):
        return 2 * X.T @ (X @ w - y) / self.n


def linear_regression_gradient(w, X, y):
    return LinearRegressionGD().grad(X, y, w)

# %% wrong: an error matrix that broadcasting has made, then averaged
# kind: plain
# cause: edge
# about: broadcast|shape|column|\(n, 1\)|matrix
import numpy as np


def linear_regression_gradient(w, X, y):
    y = y.reshape(-1, 1)
    errors = X @ w - y
    return 2 * (X.T @ errors).mean(axis=1)

# %% wrong: rounded to one digit after the point
# kind: plain
# cause: rounding
# about: round|digit|decimal
import numpy as np


def linear_regression_gradient(w, X, y):
    grad = 2 * np.mean((X @ w - y)[:, None] * X, axis=0)
    return grad.round(1)

# %% wrong: the columns divide, and y is overwritten
# kind: composed
# cause: inputs_or_dtype
# about: column|rows|divi|shape
# about: in place|input|caller|overwrit|changed
def linear_regression_gradient(w, X, y):
    y -= X @ w
    return -2 / len(w) * (y @ X)

# %% wrong: a product of shapes that do not fit
# kind: public
# cause: raises
# about: always|shape|matri|raise|matmul|error|align
import numpy as np


def linear_regression_gradient(w, X, y):
    # gradient = 2/n * X^T (X w - y)
    n = len(y)
    pred = np.dot(w, X)
    err = pred - y
    return 2 / n * np.dot(X.T, err)

# %% wrong: the columns divide, and the result is float64
# kind: composed
# cause: several
# about: column|rows|divi|shape
# about: dtype|float64|float32|double|precision
import numpy as np


def linear_regression_gradient(w, X, y):
    X, y = np.array(X, dtype=float), np.array(y, dtype=float)
    return 2 * X.T @ (X @ w - y) / X.shape[1]

# %% right: normal equations first, Korean names
def linear_regression_gradient(w, X, y):
    행수 = len(y)
    그람 = X.T @ X
    상관 = X.T @ y
    return (그람 @ w - 상관) * (2 / 행수)

# %% right: for each weight, in a comprehension
import numpy as np


def linear_regression_gradient(w, X, y):
    errors = X @ w - y
    return np.array([2 * (errors * column).mean() for column in X.T], dtype=w.dtype)

# %% right: halves of the rows by recursion
import numpy as np


def linear_regression_gradient(w, X, y):
    def total(rows, targets):
        if len(rows) == 1:
            return (rows[0] @ w - targets[0]) * rows[0]
        half = len(rows) // 2
        return total(rows[:half], targets[:half]) + total(rows[half:], targets[half:])

    return total(X, y) / (len(y) / 2)

# %% right: einsum and a property
import numpy as np


class Problem:
    def __init__(self, w, X, y):
        self.w, self.X, self.y = w, X, y

    @property
    def error(self):
        return np.einsum("nd,d->n", self.X, self.w) - self.y

    @property
    def gradient(self):
        return np.einsum("n,nd->d", self.error, self.X) / self.y.shape[0] * 2


def linear_regression_gradient(w, X, y):
    return Problem(w, X, y).gradient
