# %% wrong: what counts as zero does not depend on the size of the matrix
# kind: plain
# cause: constant
# about: toleran|small|relative|largest|scale|1e-10|counts as zero|close|factor with `max`
import numpy as np


def definiteness(A):
    w = np.linalg.eigvalsh(A)
    tol = 1e-10
    if np.all(w > tol):
        return "positive definite"
    if np.all(w < -tol):
        return "negative definite"
    if np.all(w >= -tol):
        return "positive semidefinite"
    if np.all(w <= tol):
        return "negative semidefinite"
    return "indefinite"

# %% wrong: semi-definite, with a hyphen
# kind: plain
# cause: unlisted
# about: spell|written|letter|text
import numpy as np


def definiteness(A):
    w = np.linalg.eigvalsh(A)
    tol = 1e-10 * np.max(np.abs(w))
    positive, negative = (w > tol).sum(), (w < -tol).sum()
    if positive and negative:
        return "indefinite"
    if positive == len(w):
        return "positive definite"
    if negative == len(w):
        return "negative definite"
    return "negative semi-definite" if negative else "positive semi-definite"

# %% wrong: asks for >= first, so that nothing is ever definite
# kind: plain
# cause: unlisted
# about: semi|order|first|definite
import numpy as np


def definiteness(A):
    w = np.linalg.eigvalsh(A)
    tol = 1e-10 * abs(w).max()
    if w.min() >= -tol:
        return "positive semidefinite"
    elif w.min() > tol:
        return "positive definite"
    elif w.max() <= tol:
        return "negative semidefinite"
    elif w.max() < -tol:
        return "negative definite"
    else:
        return "indefinite"

# %% wrong: zeros are called negative semidefinite
# kind: plain
# cause: edge
# about: zero|all 0
import numpy as np


def definiteness(A):
    w = np.linalg.eigvalsh(A)
    tol = 1e-10 * np.abs(w).max()
    lo, hi = w[0], w[-1]
    if lo > tol:
        return "positive definite"
    if hi < -tol:
        return "negative definite"
    if hi <= tol:
        return "negative semidefinite"
    if lo >= -tol:
        return "positive semidefinite"
    return "indefinite"

# %% wrong: signs of the leading minors, the negative ones forgotten
# kind: public
# cause: foreign_rule
# about: determinant|minor|negative|eigenvalue|factor with `max`
import numpy as np


def definiteness(A):
    minors = [np.linalg.det(A[: k + 1, : k + 1]) for k in range(A.shape[0])]
    if all(m > 1e-10 for m in minors):
        return "positive definite"
    if all(m >= -1e-10 for m in minors):
        return "positive semidefinite"
    return "indefinite"

# %% right: counts, and a table of names
import numpy as np

NAMES = {
    (True, True): "indefinite",
    (True, False): "positive {}definite",
    (False, True): "negative {}definite",
    (False, False): "positive semidefinite",
}


def definiteness(A):
    w = np.linalg.eigh(A)[0]
    signs = np.where(np.abs(w) <= 1e-10 * np.abs(w).max(), 0, np.sign(w))
    name = NAMES[bool((signs > 0).any()), bool((signs < 0).any())]
    return name.format("" if signs.all() else "semi")
