# %% wrong: the minus before the logarithm is missing
# kind: plain
# cause: unlisted
# about: sign|minus|negative|against
import numpy as np


def cross_entropy(logits, targets):
    shifted = logits - logits.max(axis=1, keepdims=True)
    log_p = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    return np.mean(log_p[np.arange(len(targets)), targets])

# %% wrong: the sum of the powers, without the logarithm of it
# kind: plain
# cause: unlisted
# about: log|sum
import numpy as np


def cross_entropy(logits, targets):
    z = logits - np.max(logits, axis=1, keepdims=True)
    sums = np.sum(np.exp(z), axis=1)
    return np.mean(sums - z[np.arange(len(z)), targets])

# %% wrong: the middle of the losses, not their mean
# kind: plain
# cause: unlisted
# about: median|mean|average|middle
import numpy as np


def cross_entropy(logits, targets):
    rows = np.arange(logits.shape[0])
    losses = np.logaddexp.reduce(logits, axis=1) - logits[rows, targets]
    return np.median(losses)

# %% wrong: the book's cross entropy: 1e-7 inside the log, and p[:, targets]
# kind: public
# cause: several
# about: eps|inside|small number|1e-
# about: every|row|own target|column|arange|index
import numpy as np


def softmax(x):
    x = x - np.max(x, axis=-1, keepdims=True)
    return np.exp(x) / np.sum(np.exp(x), axis=-1, keepdims=True)


def cross_entropy(logits, targets):
    y = softmax(logits)
    if y.ndim == 1:
        y = y.reshape(1, y.size)
    # 정답 레이블에 해당하는 출력
    return -np.mean(np.log(y[:, targets] + 1e-7))

# %% wrong: 1e-7 inside the logarithm and one softmax sum for the whole batch
# kind: public
# cause: several
# about: eps|inside|small number|1e-
# about: whole|batch|axis|sum|row
import numpy as np


def _softmax(a):
    exp_a = np.exp(a - np.max(a))
    return exp_a / np.sum(exp_a)


def cross_entropy(logits, targets):
    probs = _softmax(logits)
    batch_size = probs.shape[0]
    picked = probs[np.arange(batch_size), targets]
    return -np.sum(np.log(picked + 1e-7)) / batch_size

# %% wrong: a sum over all entries of a one-hot table, with 1e-15 and all entries in the mean
# kind: public
# cause: several
# about: eps|inside|small number|clip|1e-
# about: entries|classes|size|mean|divided
import numpy as np


class CategoricalCrossentropy:
    def __init__(self, eps=1e-15):
        self.eps = eps

    def __call__(self, logits, labels):
        e = np.exp(logits - logits.max(axis=1, keepdims=True))
        probs = e / e.sum(axis=1, keepdims=True)
        onehot = np.eye(probs.shape[1])[labels]
        return np.mean(-onehot * np.log(probs + self.eps))


def cross_entropy(logits, targets):
    return CategoricalCrossentropy()(logits, targets)

# %% wrong: 1e-12 inside the logarithm
# kind: plain
# cause: edge
# about: epsilon|inside|small number|1e-
import numpy as np


def cross_entropy(logits, targets):
    e = np.exp(logits - np.max(logits, axis=1, keepdims=True))
    p = e[np.arange(len(e)), targets] / np.sum(e, axis=1)
    return -np.mean(np.log(p + 1e-12))

# %% wrong: ten classes are taken for granted
# kind: public
# cause: constant
# about: class|10|argument|\bC\b|shape|breakdown|shape of
import numpy as np

NUM_CLASSES = 10


def to_one_hot(y):
    out = np.zeros((len(y), NUM_CLASSES))
    for i, label in enumerate(y):
        out[i][label] = 1
    return out


def cross_entropy(logits, targets):
    t = to_one_hot(targets)
    log_probs = logits - np.logaddexp.reduce(logits, axis=1).reshape(-1, 1)
    return -(t * log_probs).sum() / len(t)

# %% wrong: math.log of a whole array
# kind: public
# cause: breakdown
# about: array|entr|element|math|row|breakdown
import math

import numpy as np


def cross_entropy(logits, targets):
    m = np.max(logits, axis=1)
    s = np.exp(logits - m[:, None]).sum(axis=1)
    correct = logits[range(len(targets)), targets]
    return (m + math.log(s) - correct).mean()

# %% wrong: rounded to three digits
# kind: composed
# cause: rounding
# about: round|digit|decimal
import numpy as np


def cross_entropy(logits, targets):
    rows = np.arange(len(targets))
    loss = np.logaddexp.reduce(logits, axis=1) - logits[rows, targets]
    return round(np.mean(loss).item(), 3)

# %% wrong: the sum, with the maximum taken off the caller's logits
# kind: composed
# cause: inputs_or_dtype
# about: sum|mean|average
# about: in place|input|caller|changed
import numpy as np


def cross_entropy(logits, targets):
    logits -= logits.max(axis=1, keepdims=True)
    log_z = np.log(np.exp(logits).sum(axis=1))
    return np.sum(log_z - logits[np.arange(len(log_z)), targets])

# %% wrong: targets from one, and base-2 logarithms
# kind: composed
# cause: several
# about: target|from 0|index|class|count
# about: base|log2|bits|two|factor
import numpy as np


def cross_entropy(logits, targets):
    rows = np.arange(len(targets))
    losses = np.logaddexp.reduce(logits, axis=1) - logits[rows, targets - 1]
    return np.mean(losses) / np.log(2)

# %% wrong: label smoothing of a tenth
# kind: public
# cause: foreign_rule
# about: smooth|other classes|uniform|label
import numpy as np


def cross_entropy(logits, targets):
    smoothing = 0.1
    n_classes = logits.shape[1]
    log_p = logits - np.logaddexp.reduce(logits, axis=1, keepdims=True)
    q = np.full(logits.shape, smoothing / n_classes)
    q[np.arange(len(targets)), targets] += 1 - smoothing
    return -(q * log_p).sum(axis=1).mean()

# %% wrong: no shift, and a sum over the samples
# kind: composed
# cause: several
# about: shift|overflow|max|taken off
# about: sum|mean|average
import numpy as np


def cross_entropy(logits, targets):
    powers = np.exp(logits)
    p = powers / powers.sum(axis=1, keepdims=True)
    return -np.log(p[np.arange(len(p)), targets]).sum()

# %% right: one pass over the rows with a running log-sum
import math


def cross_entropy(logits, targets):
    total = 0.0
    for row, target in zip(logits.tolist(), targets.tolist()):
        top, rest = -math.inf, 0.0
        for score in row:
            if score > top:
                rest = rest * math.exp(top - score) + 1.0 if rest else 1.0
                top = score
            else:
                rest += math.exp(score - top)
        total = total + (top - row[target]) + math.log(rest)
    return total / len(targets)

# %% right: einsum with a one-hot table, Korean names
import numpy as np


def cross_entropy(logits, targets):
    표본수, 클래스수 = logits.shape
    정답표 = (targets[:, None] == np.arange(클래스수)).astype(logits.dtype)
    기준 = np.einsum("nc,nc->n", logits, 정답표)
    차이 = logits - 기준[:, None]
    최대 = 차이.max(axis=1)
    손실 = 최대 + np.log(np.exp(차이 - 최대[:, None]).sum(axis=1))
    return 손실.sum() / 표본수

# %% right: the mean is run along with the rows, in a class
import numpy as np


class RunningMean:
    def __init__(self) -> None:
        self.count, self.value = 0, 0.0

    def add(self, x: float) -> "RunningMean":
        self.count += 1
        self.value += (x - self.value) / self.count
        return self


def cross_entropy(logits, targets):
    mean = RunningMean()
    for i in range(len(logits)):
        mean.add(float(np.logaddexp.reduce(logits[i]) - logits[i, targets[i]]))
    return mean.value

# %% right: the transposed table, np.choose for few classes and plain indices for many
import numpy as np


def cross_entropy(logits, targets):
    by_class = logits.T - logits.max(axis=1)
    picked = by_class[targets, range(len(targets))] if len(by_class) > 8 else np.choose(targets, by_class)
    losses = np.log(np.add.reduce(np.exp(by_class))) - picked
    print(f"{len(losses)} losses")
    return np.average(losses)
