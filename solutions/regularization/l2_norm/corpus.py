# %% wrong: the power binds more tightly than the slash
# kind: plain
# cause: unlisted
# about: precedence|half|halv|bracket|divid|root|exponent|power|square
import numpy as np


def l2_norm(w):
    return np.sum(np.square(w)) ** 1 / 2

# %% wrong: math.sqrt of Python's sum
# kind: public
# cause: breakdown
# about: matri|array|number|float|raise|TypeError|breakdown|error
import math


def l2_norm(w):
    # 제곱합의 제곱근
    return math.sqrt(sum(w**2))

# %% wrong: the product of a matrix with itself
# kind: plain
# cause: breakdown
# about: matri|dot|product|raise|ValueError|breakdown|error
import numpy as np


def l2_norm(w):
    return np.sqrt(np.dot(w, w))

# %% wrong: half of the sum of squares
# kind: public
# cause: foreign_rule
# about: half|halv|root|square|\b2\b|0\.5
import numpy as np


def l2_loss(t):
    """output = sum(t ** 2) / 2"""
    return np.sum(np.asarray(t) ** 2) / 2


def l2_norm(w):
    return l2_loss(w)

# %% wrong: 1e-8 under the root
# kind: plain
# cause: edge
# about: small number|eps|root|1e-8|1e-08|added
import numpy as np


def l2_norm(w):
    return np.sqrt(np.sum(np.square(w)) + 1e-8)

# %% wrong: one decimal, and along the first axis
# kind: composed
# cause: several
# about: round|digit
# about: axis|\brows?\b|column|number|entry|entries|raise|\bsum
import numpy as np


def l2_norm(w):
    return np.round(np.sqrt(np.sum(np.square(w), axis=0)), 1)

# %% wrong: absolute values, and the root of their sum
# kind: composed
# cause: several
# about: square|\babs|absolute
# about: root|sqrt|square|L1
import numpy as np


def l2_norm(w):
    return np.sqrt(np.sum(np.abs(w)))

# %% wrong: the norms of the rows are added
# kind: public
# cause: foreign_rule
# about: \brows?\b|axis|\bsum|all entries|root|matri
import numpy as np


class GroupNorm:
    def __call__(self, W):
        W = np.atleast_1d(W)
        rows = np.sqrt(np.sum(W**2, axis=-1))
        return rows.sum()


def l2_norm(w):
    return GroupNorm()(w)

# %% wrong: the squares overwrite the weights, and no root
# kind: composed
# cause: inputs_or_dtype
# about: in place|inputs|chang|copy|copies
# about: root|sqrt|square
import numpy as np


def l2_norm(w):
    w = np.asarray(w)
    np.multiply(w, w, out=w)
    return np.sum(w)

# %% wrong: two digits
# kind: public
# cause: rounding
# about: round|digit
import numpy as np


def l2_norm(w):
    total = 0.0
    for x in np.array(w).ravel():
        total += x**2
    result = float(f"{total ** 0.5:.2f}")
    print(f"L2 노름 = {result}")
    return result

# %% wrong: the standard deviation
# kind: plain
# cause: foreign_rule
# about: \bmean\b|deviation|divid|centre|average|std
import numpy as np


def l2_norm(w):
    return np.std(w) if np.size(w) else 0.0

# %% wrong: the weights, divided by their norm
# kind: plain
# cause: unlisted
# about: divid|normal|number|array|shape|entry
import numpy as np


def l2_norm(w):
    norm = np.sqrt(np.sum(np.square(w)))
    return w / (norm if norm > 0 else 1.0)

# %% wrong: Minkowski with a p of its own
# kind: public
# cause: constant
# about: exponent|power|root|\b3\b|cube|square
import numpy as np

P = 3


def lp_norm(w, p=P):
    return np.sum(np.abs(w) ** p) ** (1.0 / p)


def l2_norm(w):
    return lp_norm(w)

# %% wrong: the last weight is taken for the bias, and three digits
# kind: composed
# cause: several
# about: \blast\b|left out|entry|bias|slice|intercept|dropp|one short
# about: round|digit
import numpy as np


def l2_norm(w):
    flat = np.ravel(w)
    return np.around(np.linalg.norm(flat[:-1]), 3)

# %% wrong: two loops for a matrix, and no root
# kind: public
# cause: several
# about: number|vector|raise|breakdown|IndexError|TypeError|\bsome\b|axes
# about: root|sqrt|square
def frobenius(W):
    rows, cols = W.shape
    total = 0.0
    for i in range(rows):
        for j in range(cols):
            total += W[i][j] ** 2
    return total


def l2_norm(w):
    return frobenius(w)

# %% right: Einstein's sum
import numpy as np


def l2_norm(w):
    v = np.reshape(w, -1)
    return np.sqrt(np.einsum("i,i->", v, v))

# %% right: a stack of what is still to be squared
import math


def l2_norm(w):
    stack, squares = [w], []
    while stack:
        x = stack.pop()
        if getattr(x, "ndim", 0):
            stack.extend(x)
        else:
            squares.append(float(x) * float(x))
    return math.sqrt(math.fsum(squares))

# %% right: powers of absolute values
import numpy as np

l2_norm = lambda w: float(np.power(np.sum(np.power(np.abs(np.asarray(w)), 2.0)), 0.5))

# %% right: scaled by the largest weight, in Korean
import numpy as np


def l2_norm(w):
    값들 = np.abs(np.ravel(w)).astype(float)
    if 값들.size == 0:
        return 0.0
    최대 = 값들.max()
    if 최대 == 0:
        return 0.0
    비율 = 값들 / 최대
    print(f"최대 = {최대:.3g}")
    return 최대 * (비율 @ 비율) ** 0.5
