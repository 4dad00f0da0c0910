# %% wrong: a strength of its own
# kind: plain
# cause: constant
# about: lam|0\.1
import numpy as np


def l2_penalty(w, lam=0.1):
    return 0.1 * np.sum(np.square(w))

# %% wrong: the strength by twice the number of weights
# kind: public
# cause: several
# about: half|halv|0\.5|\b2\b|factor|twice
# about: \bmean\b|average|divid|number of
import numpy as np


def compute_L2_cost(params, lambd):
    m = np.size(params)
    L2_regularization_cost = (lambd / (2 * m)) * np.sum(np.square(params))
    return L2_regularization_cost


def l2_penalty(w, lam):
    return compute_L2_cost(w, lam)

# %% wrong: half of the norm
# kind: composed
# cause: several
# about: half|halv|0\.5|\b2\b|factor|twice
# about: root|norm|square
import numpy as np


def l2_penalty(w, lam):
    return 0.5 * lam * np.linalg.norm(w)

# %% wrong: the transposed weights times the weights
# kind: public
# cause: edge
# about: of matrices|matrix product|\bproduct\b|\bdot\b|transpos|not_summed
# about: number|float|AttributeError|raise|breakdown
import numpy as np


class Ridge:
    def __init__(self, lam):
        self.lam = lam

    def penalty(self, w):
        return self.lam * w.T.dot(w)


def l2_penalty(w, lam):
    return Ridge(lam).penalty(w)

# %% wrong: the last weight is taken for the bias
# kind: plain
# cause: edge
# about: \blast\b|left out|entry|bias|slice|intercept|weight
import numpy as np


def l2_penalty(w, lam):
    return lam * np.sum(np.square(np.ravel(w)[:-1]))

# %% wrong: squared in place, and halved
# kind: composed
# cause: inputs_or_dtype
# about: in place|inputs|chang|copy|copies
# about: half|halv|0\.5|\b2\b|factor|twice
import numpy as np


def l2_penalty(w, lam):
    w = np.asarray(w)
    w *= w
    return lam / 2 * np.sum(w)

# %% wrong: a caret
# kind: public
# cause: raises
# about: always|raise|TypeError|error|breakdown|\^
import numpy as np


def l2_penalty(w, lam):
    # λ * Σ w^2
    return lam * np.sum(w ^ 2)

# %% wrong: two digits
# kind: plain
# cause: rounding
# about: round|digit
import numpy as np


def l2_penalty(w, lam):
    return np.round(lam * np.sum(np.square(w)), 2)

# %% wrong: Python's sum of the rows
# kind: public
# cause: several
# about: \brows?\b|axis|array|\bsum|matri
# about: number|float|raise|breakdown|iter|TypeError
def l2_penalty(w, lam):
    total = 0
    for wi in w:
        total = total + wi * wi
    return lam * total

# %% wrong: the square of the sum of sizes
# kind: plain
# cause: unlisted
# about: square|\bsum|before|absolute|after
import numpy as np


def l2_penalty(w, lam):
    return lam * np.sum(np.abs(w)) ** 2

# %% wrong: no strength, and half of it
# kind: composed
# cause: several
# about: lam|strength
# about: half|halv|0\.5|\b2\b|factor|twice
import numpy as np


def l2_penalty(w, lam):
    return np.sum(np.square(w)) / 2

# %% wrong: float of an array
# kind: plain
# cause: breakdown
# about: array|float|raise|TypeError|breakdown|error
def l2_penalty(w, lam):
    return lam * float(w) ** 2

# %% wrong: the squared strength on the mean of the squares
# kind: composed
# cause: several
# about: lam|strength|squar
# about: \bmean\b|average|divid
import numpy as np


def l2_penalty(w, lam):
    return lam**2 * np.mean(np.square(w))

# %% wrong: weight decay 5e-4, halved
# kind: public
# cause: constant
# about: lam|5e-4|0\.0005|0\.00025
# about: half|halv|0\.5|1/2
import numpy as np

weight_decay = 5e-4


def l2_penalty(w, lam):
    # 가중치 감소 (weight decay)
    return 0.5 * weight_decay * np.sum(np.asarray(w) ** 2)

# %% right: Einstein's sum of copies
import numpy as np


def l2_penalty(w, lam):
    v = np.array(w, dtype=float).ravel()
    return np.einsum("i,i", v, v) * lam

# %% right: variance and mean
import numpy as np


def l2_penalty(w, lam):
    평균제곱 = np.mean(np.square(np.asarray(w, dtype=np.float64)))
    개수 = np.size(w)
    print(f"{개수}개의 가중치")
    return lam * 개수 * 평균제곱

# %% right: a generator over the entries
import numpy as np

l2_penalty = lambda w, lam: lam * sum(pow(float(x), 2) for x in np.asarray(w).flat)

# %% right: twice half of it
import numpy as np


class L2:
    def __init__(self, strength: float) -> None:
        self.strength = strength

    def half(self, w) -> float:
        return 0.5 * self.strength * float(np.linalg.norm(np.ravel(w))) ** 2

    def __call__(self, w) -> float:
        return 2 * self.half(w)


def l2_penalty(w, lam):
    return L2(lam)(w)
