# %% wrong: 0.9 is written into the line in the place of beta
# kind: public
# cause: constant
# about: beta|0\.9\b


def bias_correction(moment, beta, t):
    # 편향 보정
    m_hat = moment / (1 - 0.9**t)
    return m_hat

# %% wrong: a tiny number is added to the denominator
# kind: public
# cause: unlisted
# about: eps|1e-0?3|0\.001|constant|added|denominator|term
EPS = 1e-3


def bias_correction(moment, beta, t):
    """Bias-corrected moment estimate (avoid division by zero)."""
    return moment / (1 - beta**t + EPS)

# %% wrong: no brackets, so that only one is divided by
# kind: plain
# cause: unlisted
# about: bracket|parenthes|precedence|denominator|subtract|minus|power is taken off


def bias_correction(moment, beta, t):
    return moment / 1 - beta**t

# %% wrong: the root of the correction, as if the moment were squared
# kind: plain
# cause: unlisted
# about: root|sqrt|power|exponent|squar
import numpy as np


def bias_correction(moment, beta, t):
    return moment / np.sqrt(1 - beta**t)

# %% wrong: one more step in the exponent, and rounded to four digits
# kind: composed
# cause: several
# about: t \+ 1|one more|twice|count|exponent|from 1|one is added|already|factor or divisor with `beta` is there once too often
# about: round|digit|decimal
import numpy as np


def bias_correction(moment, beta, t):
    corrected = moment / (1 - beta ** (t + 1))
    return np.round(corrected, 4)

# %% wrong: the weights are added up by a loop that is one short
# kind: public
# cause: edge
# about: range|loop|one short|exponent|t - 1|count|from 0|from 1|one (step )?(too )?(few|less|early)|denominator


def bias_correction(moment, beta, t):
    total = 1 - beta
    for k in range(1, t - 1):
        total += (1 - beta) * beta**k
    return moment / total

# %% wrong: the correction stops after ten steps
# kind: plain
# cause: edge
# about: 10|ten|later|late|guard|condition|exponent|\bt\b|fade|some


def bias_correction(moment, beta, t):
    if t > 10:
        return moment
    return moment / (1 - beta**t)

# %% wrong: a comparison of the moment with zero, which an array does not answer
# kind: public
# cause: breakdown
# about: rais|error|array|ValueError|break


def bias_correction(moment, beta, t):
    if moment == 0:
        return 0.0
    correction = 1.0 - pow(beta, t)
    return moment / correction

# %% wrong: multiplied by the rest without its exponent
# kind: composed
# cause: several
# about: multipl|divid|larger|smaller|upside|inverse
# about: exponent|power|\bt\b|change with


def bias_correction(moment, beta, t):
    weight = 1 - beta
    return moment * weight

# %% wrong: float64 comes out, and the exponent is beta times t
# kind: composed
# cause: inputs_or_dtype
# about: power|exponent|times t|product|multipl
# about: dtype|float64|double|precision
import numpy as np


def bias_correction(moment, beta, t):
    moment = np.array(moment, dtype=np.float64)
    return moment / (1 - beta * t)

# %% wrong: the moment is changed in place, and the root of the correction divides
# kind: public
# cause: several
# about: in place|in-place|input|copy|caller|changed_in_place
# about: root|sqrt|power|exponent
import math


class Moment:
    def __init__(self, value):
        self.value = value

    def correct(self, beta, t):
        self.value /= math.sqrt(1 - beta**t)
        return self.value


def bias_correction(moment, beta, t):
    m = Moment(moment)
    return m.correct(beta, t)

# %% wrong: always the name of another book
# kind: public
# cause: raises
# about: rais|error|NameError|name


def bias_correction(moment, beta, t):
    # m: 1차 모멘트
    m_hat = m / (1 - beta**t)
    return m_hat

# %% wrong: exp of minus t in the place of the power
# kind: plain
# cause: foreign_rule
# about: exp|power|beta|base
import numpy as np


def bias_correction(moment, beta, t):
    return moment / (1 - np.exp(-t))

# %% right: a geometric sum in a loop
def bias_correction(moment, beta, t):
    total = 0.0
    for k in range(t):
        total = beta * total + (1 - beta)
    return moment / total

# %% right: recursion for the power
def power(base, n):
    if n == 0:
        return 1.0
    half = power(base, n // 2)
    return half * half * (base if n % 2 else 1)


def bias_correction(moment, beta, t):
    return moment * (1.0 / (1.0 - power(beta, t)))

# %% right: expm1 of the logarithm, with an early return
import math


def bias_correction(moment, beta: float, t: int):
    if beta == 0:
        return moment * 1
    return moment / -math.expm1(t * math.log(beta))

# %% right: Korean names in one lambda
bias_correction = lambda moment, beta, t: (lambda 분모: moment / 분모)(1 - beta**t)  # noqa: E731

# %% right: the factor of the series
import numpy as np


def bias_correction(moment, beta, t):
    factor = np.reciprocal(float(1 - beta**t))
    print(f"t = {t}: 보정 계수 {factor:.4f}")
    return moment * float(factor)

# %% wrong: 0.999 in the place of beta, and the root of the correction
# kind: composed
# cause: several
# about: beta|0\.999|0\.9\b
# about: root|sqrt|power|exponent
def bias_correction(moment, beta, t):
    return moment / (1 - 0.999**t) ** 0.5
