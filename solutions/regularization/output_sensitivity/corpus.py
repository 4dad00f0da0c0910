# %% wrong: relative to the noise
# kind: public
# cause: foreign_rule
# about: ratio|divid|relative|noise|normal|denominator
import numpy as np


def output_sensitivity(w, X, dX):
    """민감도 = 출력의 변화 / 입력의 변화"""
    dy = np.abs((X + dX) @ w - X @ w)
    dx = np.linalg.norm(dX, axis=1)
    return dy / dx

# %% wrong: the mean change, squared
# kind: composed
# cause: several
# about: \bmean\b|average|number|one value|(ex|s)ample|\ball\b|summed
# about: square|exponent|power|\babs|absolute
import numpy as np


def output_sensitivity(w, X, dX):
    return np.mean(((X + dX) @ w - X @ w) ** 2)

# %% wrong: three digits
# kind: plain
# cause: rounding
# about: round|digit
import numpy as np


def output_sensitivity(w, X, dX):
    return np.round(np.abs(dX @ w), 3)

# %% wrong: the noise stays in X, and the sign stays too
# kind: composed
# cause: inputs_or_dtype
# about: in place|inputs|chang|copy|copies
# about: sign|\babs|absolute
import numpy as np


def output_sensitivity(w, X, dX):
    clean = X @ w
    X += dX
    return X @ w - clean

# %% wrong: the standard deviation that independent noise would give
# kind: plain
# cause: foreign_rule
# about: square|root|cancel|sign|\bsum|before
import numpy as np


def output_sensitivity(w, X, dX):
    return np.sqrt((dX**2) @ (w**2))

# %% wrong: noise of its own
# kind: public
# cause: draws
# about: random|draw|by itself|noise
import numpy as np


class LinearModel:
    def __init__(self, w):
        self.w = w

    def predict(self, X):
        return X.dot(self.w)


def output_sensitivity(w, X, dX):
    model = LinearModel(w)
    noise = np.random.normal(0, 0.1, X.shape)  # 노이즈 추가
    return np.abs(model.predict(X + noise) - model.predict(X))

# %% wrong: the same small step everywhere
# kind: public
# cause: constant
# about: dX|noise|0\.01
import numpy as np

EPS = 0.01


def output_sensitivity(w, X, dX):
    return np.abs((X + EPS) @ w - X @ w)

# %% wrong: float of several changes
# kind: plain
# cause: breakdown
# about: array|float|raise|TypeError|breakdown|error|\bsome\b
import numpy as np


def output_sensitivity(w, X, dX):
    change = float((dX @ w).item())
    return np.array([abs(change)], dtype=w.dtype)

# %% wrong: a sigmoid at the output
# kind: public
# cause: several
# about: sigmoid|linear|activation|exp|output
# about: square|exponent|power|\babs|absolute|linear
import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def output_sensitivity(w, X, dX):
    before = sigmoid(X @ w)
    after = sigmoid((X + dX) @ w)
    return (after - before) ** 2

# %% wrong: the weights from the left
# kind: public
# cause: raises
# about: raise|ValueError|shape|dimension|breakdown|error|transpos|order
import numpy as np


def output_sensitivity(w, X, dX):
    y1 = np.dot(w, X)
    y2 = np.dot(w, X + dX)
    return np.abs(y2 - y1)

# %% wrong: a column of changes
# kind: plain
# cause: unlisted
# about: shape|axis|column|dimension|reshape|keepdims|leading
import numpy as np


def output_sensitivity(w, X, dX):
    return np.abs(dX @ w.reshape(-1, 1))

# %% wrong: signs dropped early, in float64
# kind: composed
# cause: inputs_or_dtype
# about: sign|\babs|absolute|cancel
# about: dtype|float32|float64|double|precision
import numpy as np


def output_sensitivity(w, X, dX):
    return np.abs(dX.astype(float)) @ np.abs(w.astype(float))

# %% wrong: the largest change, with two digits
# kind: composed
# cause: several
# about: largest|\bmax|number|one value|(ex|s)ample|each
# about: round|digit
import numpy as np


def output_sensitivity(w, X, dX):
    return np.round(np.max(np.abs(dX @ w)), 2)

# %% wrong: half of the difference of a central quotient
# kind: composed
# cause: several
# about: half|halv|0\.5|\b2\b|factor|divid
# about: sign|\babs|absolute
import numpy as np


def output_sensitivity(w, X, dX):
    return ((X + dX) @ w - X @ w) / 2

# %% wrong: the sum over the examples
# kind: plain
# cause: unlisted
# about: axis|(ex|s)ample|first|\brows?\b|\bsum|mix|column|shape
import numpy as np


def output_sensitivity(w, X, dX):
    return np.abs(np.sum(dX * w, axis=0))

# %% wrong: weights of one
# kind: composed
# cause: constant
# about: \bw\b|weight|\b1\b
import numpy as np


def output_sensitivity(w, X, dX):
    return np.abs(np.sum(dX, axis=1))

# %% wrong: example by example, over the norm of the noise, with four digits
# kind: public
# cause: several
# about: ratio|divid|relative|noise|normal|denominator
# about: round|digit
import numpy as np


def output_sensitivity(w, X, dX):
    result = []
    for x, dx in zip(X, dX):
        y0 = float(x @ w)
        y1 = float((x + dx) @ w)
        ratio = abs(y1 - y0) / np.sqrt(np.sum(dx**2))
        result.append(round(ratio, 4))
    return np.array(result, dtype=w.dtype)

# %% right: the noise subtracted, in place of added
import numpy as np


def output_sensitivity(w, X, dX):
    return np.abs(np.matmul(X, w) - np.matmul(X - dX, w))

# %% right: Einstein's sum, and np.hypot for the size
import numpy as np


def output_sensitivity(w, X, dX):
    change = np.einsum("kd,d->k", dX, w)
    return np.hypot(change, np.zeros_like(change))

# %% right: a model class, in Korean
from dataclasses import dataclass

import numpy as np


@dataclass
class 선형모델:
    가중치: np.ndarray

    def 예측(self, 입력: np.ndarray) -> np.ndarray:
        return (입력 * self.가중치).sum(axis=1)


def output_sensitivity(w, X, dX):
    모델 = 선형모델(w)
    변화 = 모델.예측(X + dX) - 모델.예측(X)
    for 번호, 값 in enumerate(변화[:2]):
        print(f"{번호}: {값:+.3f}")
    return np.sign(변화) * 변화

# %% right: a comprehension of sums of products
import numpy as np


def output_sensitivity(w, X, dX):
    changes = [abs(sum(float(p) * float(q) for p, q in zip(row, w))) for row in dX]
    return np.asarray(changes, dtype=np.result_type(w, dX))
