# %% wrong: the full gradient is not taken off
# kind: plain
# cause: unlisted
# about: full|subtract|differ|minus|distance|taken off|dropped|term
import numpy as np


def gradient_noise(w, X, y, batch_size, order):
    squares = []
    for start in range(0, len(order), batch_size):
        b = order[start : start + batch_size]
        g = 2 / len(b) * X[b].T @ (X[b] @ w - y[b])
        squares.append(np.sum(g**2))
    return np.mean(squares)

# %% wrong: the root of the mean of the squares
# kind: plain
# cause: edge
# about: root|sqrt|squared|not_squared
import numpy as np


def gradient_noise(w, X, y, batch_size, order):
    full = 2 / len(y) * X.T @ (X @ w - y)
    distances = []
    for start in range(0, len(order), batch_size):
        b = order[start : start + batch_size]
        g = 2 / len(b) * X[b].T @ (X[b] @ w - y[b])
        distances.append(np.sum((g - full) ** 2))
    return np.sqrt(np.mean(distances))

# %% wrong: the largest and not the mean
# kind: plain
# cause: unlisted
# about: max|largest|mean|average|farthest
import numpy as np


def gradient_noise(w, X, y, batch_size, order):
    rows = 2 * (X @ w - y)[:, None] * X
    full = rows.mean(axis=0)
    noise = 0.0
    for start in range(0, len(order), batch_size):
        g = rows[order[start : start + batch_size]].mean(axis=0)
        noise = max(noise, np.sum((g - full) ** 2))
    return noise

# %% wrong: absolute differences, not squares
# kind: plain
# cause: unlisted
# about: abs|square|L1|norm|power|exponent
import numpy as np


def gradient_noise(w, X, y, batch_size, order):
    rows = 2 * (X @ w - y)[:, None] * X
    full = rows.mean(axis=0)
    parts = np.split(order, range(batch_size, len(order), batch_size))
    return np.mean([np.abs(rows[p].mean(axis=0) - full).sum() for p in parts])

# %% wrong: batches of two
# kind: plain
# cause: constant
# about: batch_size|batch|size|argument|constant
import numpy as np


def gradient_noise(w, X, y, batch_size, order):
    rows = 2 * (X @ w - y)[:, None] * X
    full = rows.mean(axis=0)
    squares = []
    for i in range(0, len(order), 2):
        squares.append(np.sum((rows[order[i : i + 2]].mean(axis=0) - full) ** 2))
    return np.mean(squares)

# %% wrong: a sum over the batches and half the gradients
# kind: composed
# cause: several
# about: sum|mean|average
# about: factor|half|two|constant|quarter
import numpy as np


def gradient_noise(w, X, y, batch_size, order):
    full = X.T @ (X @ w - y) / len(y)
    total = 0
    for i in range(0, len(order), batch_size):
        b = order[i : i + batch_size]
        g = X[b].T @ (X[b] @ w - y[b]) / len(b)
        total += np.sum((g - full) ** 2)
    return total

# %% wrong: weighted by the sizes of the batches, mean over the coordinates
# kind: composed
# cause: several
# about: weight|size|once
# about: coordinate|mean|average|sum
import numpy as np


def gradient_noise(w, X, y, batch_size, order):
    rows = 2 * (X @ w - y)[:, None] * X
    full = rows.mean(axis=0)
    total = 0.0
    for i in range(0, len(order), batch_size):
        b = order[i : i + batch_size]
        total += len(b) * np.mean((rows[b].mean(axis=0) - full) ** 2)
    return total / len(order)

# %% wrong: the noise to two digits
# kind: composed
# cause: rounding
# about: round|digit|decimal
import numpy as np


def gradient_noise(w, X, y, batch_size, order):
    rows = 2 * (X @ w - y)[:, None] * X
    full = rows.mean(axis=0)
    starts = range(0, len(order), batch_size)
    squares = [np.sum((rows[order[s : s + batch_size]].mean(axis=0) - full) ** 2) for s in starts]
    return round(sum(squares) / len(squares), 2)

# %% wrong: the order is not used, and the short batch divides by batch_size
# kind: public
# cause: several
# about: order
# about: short|divi|batch_size|size|last|rows
import numpy as np


def compute_gradient(X, y, w, m):
    return (2.0 / m) * X.T.dot(X.dot(w) - y)


def gradient_noise(w, X, y, batch_size, order):
    # 미니배치 기울기의 분산을 측정한다
    g_full = compute_gradient(X, y, w, len(X))
    var_list = []
    for i in range(0, len(X), batch_size):
        X_mb = X[i : i + batch_size]
        y_mb = y[i : i + batch_size]
        g_mb = compute_gradient(X_mb, y_mb, w, batch_size)
        var_list.append(np.linalg.norm(g_mb - g_full) ** 2)
    return np.mean(var_list)

# %% wrong: reshape needs full batches; where it works, the distances are not squared
# kind: public
# cause: breakdown
# about: reshape|short|divi|last|some|raise|breakdown
# about: square|root|distance
import numpy as np


class NoiseMeter:
    def __init__(self, X, y):
        self.X, self.y = X, y

    def grad(self, w, idx):
        Xb, yb = self.X[idx], self.y[idx]
        return 2 * Xb.T @ (Xb @ w - yb) / len(idx)

    def measure(self, w, batch_size, order):
        full = self.grad(w, np.arange(len(self.y)))
        d = [np.linalg.norm(self.grad(w, b) - full) for b in order.reshape(-1, batch_size)]
        return np.mean(d)


def gradient_noise(w, X, y, batch_size, order):
    return NoiseMeter(X, y).measure(w, batch_size, order)

# %% wrong: batches are drawn with replacement
# kind: public
# cause: draws
# about: random|draw|replacement|two calls|order
import numpy as np


def gradient_noise(w, X, y, batch_size, order):
    n = len(y)
    full = 2 / n * X.T @ (X @ w - y)
    noises = []
    for _ in range(int(np.ceil(n / batch_size))):
        pick = np.random.choice(n, batch_size)  # stochastic sampling
        g = 2 / batch_size * X[pick].T @ (X[pick] @ w - y[pick])
        noises.append(((g - full) ** 2).sum())
    return np.mean(noises)

# %% wrong: the distances are not squared, and y is lost
# kind: composed
# cause: inputs_or_dtype
# about: square|root|distance
# about: in place|input|caller|changed|overwrit
import numpy as np


def gradient_noise(w, X, y, batch_size, order):
    y -= X @ w
    full = -2 / len(y) * X.T @ y
    distances = []
    for i in range(0, len(order), batch_size):
        b = order[i : i + batch_size]
        distances.append(np.linalg.norm(-2 / len(b) * X[b].T @ y[b] - full))
    return sum(distances) / len(distances)

# %% wrong: relative to the size of the full gradient
# kind: public
# cause: foreign_rule
# about: relativ|divi|full|norm|scale|ratio
import numpy as np


def gradient_noise(w, X, y, batch_size, order):
    """Noise-to-signal ratio of SGD, E||g_B - g||^2 / ||g||^2."""
    grads = 2 * X * (X @ w - y).reshape(-1, 1)
    mean_grad = np.mean(grads, axis=0)
    batches = [order[k : k + batch_size] for k in range(0, len(order), batch_size)]
    noise = np.mean([np.sum((grads[b].mean(0) - mean_grad) ** 2) for b in batches])
    return noise / np.sum(mean_grad**2)

# %% wrong: one batch less in the denominator, as of a sample variance, where there are two
# kind: public
# cause: unlisted
# about: divi|count|one less|off by|number of|ddof|\b1\b|K
import numpy as np


def gradient_noise(w, X, y, batch_size, order):
    n_batches = -(-len(y) // batch_size)
    g = 2 / len(y) * X.T @ (X @ w - y)
    s = 0.0
    for k in range(n_batches):
        idx = order[k * batch_size : (k + 1) * batch_size]
        gb = 2 / len(idx) * X[idx].T @ (X[idx] @ w - y[idx])
        s += (gb - g) @ (gb - g)
    return s / max(n_batches - 1, 1)

# %% wrong: batches of four, a constant of the module
# kind: public
# cause: constant
# about: batch_size|batch|size|argument|constant
import numpy as np

BATCH = 4  # 미니배치 크기


def mse_grad(w, X, y):
    diff = np.matmul(X, w) - y
    return 2.0 * np.matmul(X.T, diff) / X.shape[0]


def gradient_noise(w, X, y, batch_size, order):
    g_all = mse_grad(w, X, y)
    dists = []
    for st in range(0, len(order), BATCH):
        ids = order[st : st + BATCH]
        dists.append(np.sum((mse_grad(w, X[ids], y[ids]) - g_all) ** 2))
    return float(np.mean(dists))

# %% wrong: the short batch is dropped, and the coordinates are averaged
# kind: composed
# cause: several
# about: short|drop|left over|last
# about: coordinate|mean|average|sum
import numpy as np


def gradient_noise(w, X, y, batch_size, order):
    rows = 2 * (X @ w - y)[:, None] * X
    full = rows.mean(axis=0)
    squares = []
    for k in range(len(order) // batch_size):
        b = order[k * batch_size : (k + 1) * batch_size]
        squares.append(np.mean((rows[b].mean(axis=0) - full) ** 2))
    return np.mean(squares) if squares else 0.0

# %% right: np.add.reduceat over sorted rows
import numpy as np


def gradient_noise(w, X, y, batch_size, order):
    rows = (2 * (X @ w - y)[:, None] * X)[order]
    starts = np.arange(0, len(order), batch_size)
    sizes = np.diff(np.append(starts, len(order)))
    means = np.add.reduceat(rows, starts, axis=0) / sizes[:, None]
    away = means - rows.mean(axis=0)
    return (away * away).sum() / len(starts)

# %% right: recursion over the batches, Korean names
import numpy as np


def gradient_noise(w, X, y, batch_size, order):
    def 기울기(행들):
        return 2 * np.mean((X[행들] @ w - y[행들])[:, None] * X[행들], axis=0)

    전체 = 기울기(order)

    def 제곱들(남은):
        if len(남은) == 0:
            return []
        차이 = 기울기(남은[:batch_size]) - 전체
        return [차이 @ 차이] + 제곱들(남은[batch_size:])

    값들 = 제곱들(order)
    return sum(값들) / len(값들)

# %% right: one difference of errors, weight by weight
import numpy as np


def gradient_noise(w, X, y, batch_size, order):
    errors = X @ w - y
    total, count = 0.0, 0
    for start in range(0, order.size, batch_size):
        share = np.full(y.shape, -1 / y.size)
        part = order[start : start + batch_size]
        share[part] += 1 / part.size
        total += sum(float(np.sum(share * errors * column)) ** 2 for column in X.T)
        count += 1
    return 4 * total / count

# %% right: statistics.fmean and a helper class
from statistics import fmean

import numpy as np


class Gradient:
    def __init__(self, X, y):
        self.X, self.y = X, y

    def __getitem__(self, rows):
        return Gradient(self.X[rows], self.y[rows])

    def at(self, w):
        return np.dot(np.dot(self.X, w) - self.y, self.X) * 2 / len(self.X)


def gradient_noise(w, X, y, batch_size, order):
    loss = Gradient(X, y)
    g = loss.at(w)
    cuts = [slice(k, k + batch_size) for k in range(0, len(order), batch_size)]
    return fmean(float(np.sum(np.square(loss[order[cut]].at(w) - g))) for cut in cuts)
