# %% wrong: one strength for all rows
# kind: public
# cause: constant
# about: lams|lam|strength
import numpy as np


class RidgeRegression:
    def __init__(self, alpha=1.0):
        self.alpha = alpha

    def fit(self, X, y):
        n, d = X.shape
        A = X.T @ X + n * self.alpha * np.eye(d, dtype=X.dtype)
        self.coef_ = np.linalg.solve(A, X.T @ y)
        return self


def ridge_path(X, y, lams):
    coefs = []
    for lam in lams:
        model = RidgeRegression()
        model.fit(X, y)
        coefs.append(model.coef_)
    return np.array(coefs)

# %% wrong: the sum of squares, and an identity in float64
# kind: public
# cause: inputs_or_dtype
# about: \bsum|\bmean\b|n|divid|lam
# about: dtype|float32|float64|double|precision
import numpy as np


def ridge_path(X, y, lams):
    # w = (X^T X + λI)^-1 X^T y
    ws = []
    for lam in lams:
        A = X.T.dot(X) + lam * np.identity(X.shape[1])
        w = np.linalg.inv(A).dot(X.T).dot(y)
        ws.append(w)
    return np.array(ws)

# %% wrong: half of the strength, from the smallest upwards
# kind: composed
# cause: several
# about: half|halv|0\.5|1/2|\b2\b|factor|twice
# about: sort|order|smallest
import numpy as np


def ridge_path(X, y, lams):
    n, d = X.shape
    eye = np.eye(d, dtype=X.dtype)
    return np.array(
        [np.linalg.solve(X.T @ X + n * lam / 2 * eye, X.T @ y) for lam in sorted(lams)]
    )

# %% wrong: a column of ones, whose weight is cut off again
# kind: public
# cause: foreign_rule
# about: intercept|bias|ones|column|centr
import numpy as np


def ridge_path(X, y, lams):
    n = len(X)
    X_b = np.c_[np.ones(n, dtype=X.dtype), X]  # 절편
    I = np.eye(X_b.shape[1], dtype=X.dtype)
    I[0, 0] = 0
    thetas = [np.linalg.solve(X_b.T @ X_b + n * a * I, X_b.T @ y) for a in lams]
    return np.array(thetas)[:, 1:]

# %% wrong: three digits
# kind: plain
# cause: rounding
# about: round|digit
import numpy as np


def ridge_path(X, y, lams):
    n, d = X.shape
    identity = np.eye(d, dtype=X.dtype)
    path = [np.linalg.solve(X.T @ X + n * lam * identity, X.T @ y) for lam in lams]
    return np.round(path, 3)

# %% wrong: a hundred steps of gradient descent
# kind: public
# cause: foreign_rule
# about: step|converge|closed|gradient|solve|loop|iterat|descent
import numpy as np


def ridge_path(X, y, lams, lr=0.01, n_iter=100):
    n, d = X.shape
    path = np.zeros((len(lams), d), dtype=X.dtype)
    for k, lam in enumerate(lams):
        w = np.zeros(d, dtype=X.dtype)
        for _ in range(n_iter):
            grad = 2 / n * X.T @ (X @ w - y) + 2 * lam * w
            w = w - lr * grad
        path[k] = w
    return path

# %% wrong: a list of arrays
# kind: plain
# cause: unlisted
# about: list|array|type
import numpy as np


def ridge_path(X, y, lams):
    n, d = X.shape
    identity = np.eye(d, dtype=X.dtype)
    return [np.linalg.solve(X.T @ X + n * lam * identity, X.T @ y) for lam in lams]

# %% wrong: one array in all rows
# kind: plain
# cause: unlisted
# about: same|\blast\b|\brows?\b|copy|copies|alias|shared|lam|stored
import numpy as np


def ridge_path(X, y, lams):
    n, d = X.shape
    w = np.zeros(d, dtype=X.dtype)
    path = []
    for lam in lams:
        w[:] = np.linalg.solve(X.T @ X + n * lam * np.eye(d, dtype=X.dtype), X.T @ y)
        path.append(w)
    return np.array(path)

# %% wrong: the number of weights before the strength
# kind: plain
# cause: unlisted
# about: number of|examples|samples|columns|shape|\bn\b|\bd\b|exchang|\bmean\b|lam
import numpy as np


def ridge_path(X, y, lams):
    n, d = X.shape
    identity = np.eye(d, dtype=X.dtype)
    return np.array([np.linalg.solve(X.T @ X + d * lam * identity, X.T @ y) for lam in lams])

# %% wrong: the squared strength, with the sum of squares
# kind: composed
# cause: several
# about: squar|exponent|power|lam|strength
# about: \bsum\b|\bmean\b|\bn\b|divid
import numpy as np


def ridge_path(X, y, lams):
    gammas = [lam * np.eye(X.shape[1], dtype=X.dtype) for lam in lams]
    return np.array([np.linalg.solve(X.T @ X + g.T @ g, X.T @ y) for g in gammas])

# %% wrong: standardised inputs
# kind: public
# cause: foreign_rule
# about: centr|standard|\bmean\b|scale|normal|divid
import numpy as np


def standardize(X):
    mu, sigma = X.mean(axis=0), X.std(axis=0)
    sigma = np.where(sigma == 0, 1, sigma).astype(X.dtype)
    return (X - mu) / sigma


def ridge_path(X, y, lams):
    Z = standardize(X)
    n, d = Z.shape
    result = np.empty((len(lams), d), dtype=X.dtype)
    for i in range(len(lams)):
        result[i] = np.linalg.solve(Z.T @ Z + n * lams[i] * np.eye(d, dtype=X.dtype), Z.T @ y)
    return result

# %% wrong: the dual form divides by the strength
# kind: composed
# cause: breakdown
# about: zero|\b0\b|divi|raise|error|breakdown|\bsome\b
import numpy as np


def ridge_path(X, y, lams):
    n = len(y)
    path = []
    for lam in lams:
        kernel = X @ X.T * (1 / (n * lam)) + np.eye(n, dtype=X.dtype)
        path.append(X.T @ np.linalg.solve(kernel, y) / (n * lam))
    return np.array(path, dtype=X.dtype)

# %% wrong: one column for each strength, and half of it
# kind: composed
# cause: several
# about: column|\brows?\b|transpos|axis|shape
# about: half|halv|0\.5|1/2|\b2\b|factor|twice
import numpy as np


def ridge_path(X, y, lams):
    n, d = X.shape
    columns = [
        np.linalg.solve(X.T @ X + n * lam / 2 * np.eye(d, dtype=X.dtype), X.T @ y) for lam in lams
    ]
    return np.column_stack(columns)

# %% wrong: a list times a number is a longer list
# kind: public
# cause: raises
# about: always|raise|TypeError|ValueError|list|breakdown|error
import numpy as np


def ridge_path(X, y, lams):
    n, d = X.shape
    A = X.T @ X + n * lams * np.eye(d)
    return np.linalg.inv(A) @ X.T @ y

# %% wrong: the inputs are centred in place, and the mean is a sum
# kind: composed
# cause: inputs_or_dtype
# about: centr|intercept|\bmean\b
# about: in place|inputs|chang|copy|copies
import numpy as np


def ridge_path(X, y, lams):
    X -= X.mean(axis=0)
    y -= y.mean()
    n, d = X.shape
    eye = np.eye(d, dtype=X.dtype)
    return np.array([np.linalg.solve(X.T @ X + n * lam * eye, X.T @ y) for lam in lams])

# %% wrong: random starting weights, a few steps
# kind: public
# cause: draws
# about: random|draw|by itself|start
import numpy as np


def ridge_path(X, y, lams):
    # 가중치 초기화
    path = []
    for lam in lams:
        w = np.random.randn(X.shape[1]).astype(X.dtype)
        for epoch in range(50):
            w = w - 0.05 * (2 * X.T @ (X @ w - y) / len(y) + 2 * lam * w)
        path.append(w)
    return np.array(path, dtype=X.dtype)

# %% wrong: 0.1 in each row
# kind: plain
# cause: constant
# about: lams|lam|strength|0\.1
import numpy as np


def ridge_path(X, y, lams):
    n, d = X.shape
    lam = 0.1
    identity = np.eye(d, dtype=X.dtype)
    return np.array([np.linalg.solve(X.T @ X + n * lam * identity, X.T @ y) for _ in lams])

# %% wrong: an intercept, and the sum of squares
# kind: public
# cause: several
# about: intercept|centr|bias|ones
# about: \bsum\b|\bmean\b|\bn\b|divid
import numpy as np


class MyRidge:
    """절편이 있는 릿지 회귀"""

    def __init__(self, lam):
        self.lam = lam

    def fit(self, X, y):
        self.mx, self.my = np.mean(X, axis=0), np.mean(y)
        Xc, yc = X - self.mx, y - self.my
        I = np.eye(X.shape[1]).astype(X.dtype)
        self.w = np.linalg.solve(Xc.T @ Xc + self.lam * I, Xc.T @ yc)
        self.b = self.my - self.mx @ self.w
        return self


def ridge_path(X, y, lams):
    return np.array([MyRidge(lam).fit(X, y).w for lam in lams])

# %% right: the eigenvectors of the Gram matrix
import numpy as np


def ridge_path(X, y, lams):
    values, vectors = np.linalg.eigh((X.T @ X).astype(float))
    target = vectors.T @ (X.T @ y)
    rows = [vectors @ (target / (values + len(X) * lam)) for lam in lams]
    return np.stack(rows).astype(X.dtype)

# %% right: the diagonal raised in a copy
import numpy as np


class Ridge:
    def __init__(self, X, y):
        self.n, self.d = X.shape
        self.gram = X.T @ X
        self.moment = X.T @ y

    def __call__(self, lam: float) -> np.ndarray:
        A = self.gram.copy()
        A[np.diag_indices(self.d)] += self.n * lam
        return np.linalg.solve(A, self.moment)


def ridge_path(X, y, lams):
    solve = Ridge(X, y)
    return np.vstack([solve(lam) for lam in lams])

# %% right: everything divided by n, in Korean
import numpy as np


def ridge_path(X, y, lams):
    개수, 차원 = np.shape(X)
    공분산 = np.matmul(X.T, X) / 개수
    상관 = np.matmul(X.T, y) / 개수
    결과 = np.zeros((len(lams), 차원), X.dtype)
    for 번호, 세기 in enumerate(lams):
        결과[번호] = np.linalg.inv(공분산 + 세기 * np.identity(차원)) @ 상관
    print(f"{결과.shape}")
    return 결과

# %% right: Gauss and Jordan by hand
import numpy as np


def _eliminate(A, b):
    M = np.hstack([A, b[:, None]]).astype(float)
    d = len(M)
    for i in range(d):
        pivot = i + int(np.argmax(np.abs(M[i:, i])))
        M[[i, pivot]] = M[[pivot, i]]
        M[i] /= M[i, i]
        for j in range(d):
            if j != i:
                M[j] -= M[j, i] * M[i]
    return M[:, -1]


def ridge_path(X, y, lams):
    X64, y64 = X.astype(float), y.astype(float)
    A, b = X64.T @ X64, X64.T @ y64
    n = len(y)
    return np.array([_eliminate(A + n * lam * np.eye(len(A)), b) for lam in lams], dtype=X.dtype)
