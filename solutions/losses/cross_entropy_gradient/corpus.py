# %% wrong: one is added at the true class
# kind: plain
# cause: unlisted
# about: sign|minus|subtract|taken off|plus
import numpy as np


def cross_entropy_gradient(logits, targets):
    e = np.exp(logits - np.max(logits, axis=1, keepdims=True))
    p = e / np.sum(e, axis=1, keepdims=True)
    p[np.arange(len(targets)), targets] += 1
    return p / len(targets)

# %% wrong: only the true entries are divided by N
# kind: plain
# cause: unlisted
# about: divi|mean|samples|bracket|precedence|\bN\b
import numpy as np


def cross_entropy_gradient(logits, targets):
    n = len(targets)
    e = np.exp(logits - logits.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    y = np.eye(logits.shape[1], dtype=logits.dtype)[targets]
    return p - y / n

# %% wrong: the softmax is forgotten: logits less one-hot
# kind: public
# cause: unlisted
# about: softmax|exp|probabilit|logits
import numpy as np


class SoftmaxWithLoss:
    def __init__(self):
        self.y = None
        self.t = None

    def forward(self, x, t):
        self.y, self.t = x, t

    def backward(self, dout=1):
        batch_size = self.t.shape[0]
        dx = self.y.copy()
        dx[np.arange(batch_size), self.t] -= 1
        dx *= dout
        return dx / batch_size


def cross_entropy_gradient(logits, targets):
    layer = SoftmaxWithLoss()
    layer.forward(logits, targets)
    return layer.backward()

# %% wrong: the gradient is too long by two and by N
# kind: composed
# cause: several
# about: divi|mean|samples|\bN\b
# about: two|double|factor|twice|\b2\b
import numpy as np


def cross_entropy_gradient(logits, targets):
    e = np.exp(logits - logits.max(axis=1, keepdims=True))
    g = e / e.sum(axis=1, keepdims=True)
    g[np.arange(len(targets)), targets] -= 1
    return 2 * g

# %% wrong: reversed sign and a one-hot table in float64
# kind: composed
# cause: several
# about: sign|revers|negat|minus
# about: dtype|float64|float32|double|precision
import numpy as np


def cross_entropy_gradient(logits, targets):
    n, c = logits.shape
    onehot = np.zeros((n, c))
    onehot[np.arange(n), targets] = 1.0
    e = np.exp(logits - logits.max(axis=1, keepdims=True))
    return (onehot - e / e.sum(axis=1, keepdims=True)) / n

# %% wrong: no shift, all targets in every row
# kind: public
# cause: several
# about: shift|overflow|max|taken off
# about: every|row|own target|column|index
import numpy as np


def softmax(x):
    exps = np.exp(x)
    return exps / np.sum(exps, axis=1, keepdims=True)


def cross_entropy_gradient(logits, targets):
    """
    X is the output from fully connected layer (num_examples x num_classes)
    y is labels (num_examples)
    """
    m = targets.shape[0]
    grad = softmax(logits)
    grad[:, targets] -= 1
    grad = grad / m
    return grad

# %% wrong: ten rows are taken for a batch
# kind: plain
# cause: constant
# about: batch|samples|\bN\b|divi|10|argument
import numpy as np


def cross_entropy_gradient(logits, targets):
    batch_size = 10
    e = np.exp(logits - logits.max(axis=1, keepdims=True))
    g = e / e.sum(axis=1, keepdims=True)
    g[np.arange(len(targets)), targets] -= 1
    return g / batch_size

# %% wrong: math.exp of a row
# kind: public
# cause: breakdown
# about: array|entr|element|math|row|list|breakdown
import math

import numpy as np


def cross_entropy_gradient(logits, targets):
    grads = []
    for row, t in zip(logits, targets):
        shifted = row - max(row)
        denom = sum(math.exp(v) for v in shifted)
        p = math.exp(shifted) / denom
        p[t] -= 1
        grads.append(p / len(targets))
    return np.array(grads, dtype=logits.dtype)

# %% wrong: a batch that is divided by its classes instead of its samples
# kind: plain
# cause: edge
# about: divi|class|samples|\bN\b|shape|mean
import numpy as np


def cross_entropy_gradient(logits, targets):
    p = np.exp(logits - np.logaddexp.reduce(logits, axis=1, keepdims=True))
    rows = np.arange(logits.shape[0])
    p[rows, targets] -= 1
    return p / logits.shape[1]

# %% wrong: a small number inside the denominator of the softmax
# kind: public
# cause: unlisted
# about: eps|small number|denominator|1e-|added
import numpy as np

EPS = 1e-4


def stable_softmax(x):
    z = x - x.max(axis=1, keepdims=True)
    ez = np.exp(z)
    return ez / (ez.sum(axis=1, keepdims=True) + EPS)


def cross_entropy_gradient(logits, targets):
    # dL/dz = (p - y) / N
    dz = stable_softmax(logits)
    dz[range(len(targets)), targets] -= 1
    dz /= len(targets)
    return dz

# %% wrong: rounded, and not divided
# kind: composed
# cause: several
# about: round|digit|decimal
# about: divi|mean|samples|\bN\b
import numpy as np


def cross_entropy_gradient(logits, targets):
    p = np.exp(logits - np.logaddexp.reduce(logits, axis=1, keepdims=True))
    p[np.arange(len(targets)), targets] -= 1
    return np.round(p, 5)

# %% wrong: softmax over the columns, over the logits themselves
# kind: composed
# cause: inputs_or_dtype
# about: column|axis|row
# about: in place|input|caller|overwrit|changed
import numpy as np


def cross_entropy_gradient(logits, targets):
    logits -= logits.max(axis=0)
    np.exp(logits, out=logits)
    logits /= logits.sum(axis=0)
    logits[np.arange(len(targets)), targets] -= 1
    logits /= len(targets)
    return logits

# %% wrong: the loss comes back beside the gradient
# kind: public
# cause: unlisted
# about: returns|tuple|one|two|result|part|list|array|type
import numpy as np


def cross_entropy_gradient(logits, targets):
    N = logits.shape[0]
    probs = np.exp(logits - logits.max(axis=1, keepdims=True))
    probs /= probs.sum(axis=1, keepdims=True)
    loss = -np.log(probs[np.arange(N), targets] + 1e-300).sum() / N
    dx = probs.copy()
    dx[np.arange(N), targets] -= 1
    dx /= N
    return loss, dx

# %% wrong: the slope of the softmax is multiplied on, and all entries divide
# kind: public
# cause: several
# about: slope|multipl|p\(1|derivative|once more
# about: divi|class|entries|mean|size|samples
import numpy as np


def softmax(z):
    z = z - np.max(z, axis=1, keepdims=True)
    return np.exp(z) / np.sum(np.exp(z), axis=1, keepdims=True)


def softmax_grad(a):
    return a * (1 - a)


def cross_entropy_gradient(logits, targets):
    # 체인룰: dL/da * da/dz
    a = softmax(logits)
    y = np.zeros_like(a)
    y[np.arange(len(targets)), targets] = 1
    delta = (a - y) * softmax_grad(a)
    return delta / delta.size

# %% right: the true entry is minus the sum of the others
import numpy as np


def cross_entropy_gradient(logits, targets):
    n = len(targets)
    z = logits - logits.max(1, keepdims=True)
    grad = np.exp(z) / np.exp(z).sum(1, keepdims=True)
    rows = np.arange(n)
    grad[rows, targets] = 0
    grad[rows, targets] = -grad.sum(1)
    return grad * (1 / n)

# %% right: comprehension over rows, Korean names
import numpy as np


def 한_행(로짓, 정답, 개수):
    확률 = np.exp(로짓 - 로짓.max())
    확률 = 확률 / 확률.sum()
    확률[정답] -= 1
    return 확률 / 개수


def cross_entropy_gradient(logits, targets):
    return np.array([한_행(z, t, len(targets)) for z, t in zip(logits, targets)])

# %% right: np.subtract.at and a class with forward and backward
import numpy as np


class SoftmaxCrossEntropy:
    def forward(self, z: np.ndarray) -> "SoftmaxCrossEntropy":
        self.p = np.exp(z - np.max(z, axis=1)[:, np.newaxis])
        self.p /= np.sum(self.p, axis=1)[:, np.newaxis]
        return self

    def backward(self, t: np.ndarray) -> np.ndarray:
        np.subtract.at(self.p, (np.arange(t.size), t), 1)
        return self.p / t.size


def cross_entropy_gradient(logits, targets):
    return SoftmaxCrossEntropy().forward(logits).backward(targets)

# %% right: in columns, with np.divide and an early return for one class
import numpy as np


def cross_entropy_gradient(logits, targets):
    if logits.shape[1] == 1:
        return np.zeros_like(logits)
    z = logits.T
    total = np.logaddexp.reduce(z)
    p = np.exp(z - total)
    truth = np.equal.outer(np.arange(len(z)), targets)
    return np.divide(p - truth.astype(p.dtype), targets.size).T
