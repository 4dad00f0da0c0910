# %% wrong: the step stands outside of the loop over the batches
# kind: plain
# cause: unlisted
# about: loop|inside|last batch|each batch|every batch|once
import numpy as np


def train_linear_regression(X, y, w0, lr, batch_size, orders):
    w = w0
    path = [w0]
    for order in orders:
        for start in range(0, len(order), batch_size):
            rows = order[start : start + batch_size]
            grad = 2 / len(rows) * X[rows].T @ (X[rows] @ w - y[rows])
        w = w - lr * grad
        path.append(w)
    return np.array(path)

# %% wrong: each epoch starts again from w0
# kind: plain
# cause: unlisted
# about: start|w0|each epoch|reset|carried|again|initial
import numpy as np


def train_linear_regression(X, y, w0, lr, batch_size, orders):
    path = [w0]
    for order in orders:
        w = w0
        for start in range(0, len(order), batch_size):
            b = order[start : start + batch_size]
            w = w - lr * 2 * np.mean((X[b] @ w - y[b])[:, None] * X[b], axis=0)
        path.append(w)
    return np.stack(path)

# %% wrong: only the last weights come back
# kind: plain
# cause: unlisted
# about: path|each epoch|after each|last|history|leading_axis|shape|only|axis|part
def train_linear_regression(X, y, w0, lr, batch_size, orders):
    w = w0
    for order in orders:
        for i in range(0, len(order), batch_size):
            b = order[i : i + batch_size]
            w = w - lr * 2 / len(b) * X[b].T @ (X[b] @ w - y[b])
    return w

# %% wrong: a learning rate of 0.01 in the loop
# kind: plain
# cause: constant
# about: lr|learning rate|\brate\b|0\.01
import numpy as np


def train_linear_regression(X, y, w0, lr, batch_size, orders):
    w, path = w0, [w0]
    for order in orders:
        for i in range(0, len(order), batch_size):
            b = order[i : i + batch_size]
            w = w - 0.01 * (2 / len(b)) * X[b].T @ (X[b] @ w - y[b])
        path.append(w)
    return np.array(path)

# %% wrong: ten epochs at most, and batches of two, from a table of settings
# kind: public
# cause: constant
# about: batch_size|batch|size|argument|constant
import numpy as np

config = {"lr": 0.1, "batch_size": 2, "max_epoch": 1000, "seed": 42}


def iterate(order):
    bs = config["batch_size"]
    for s in range(0, len(order), bs):
        yield order[s : s + bs]


def train_linear_regression(X, y, w0, lr, batch_size, orders):
    params = w0.copy()
    history = [params.copy()]
    for epoch, order in enumerate(orders):
        if epoch >= config["max_epoch"]:
            break
        for idx in iterate(order):
            x_b, t_b = X[idx], y[idx]
            grad = 2 * x_b.T.dot(x_b.dot(params) - t_b) / len(idx)
            params = params - lr * grad
        history.append(params.copy())
    return np.array(history)

# %% wrong: half a gradient and no short batch
# kind: public
# cause: several
# about: half|factor|two|1/2|square
# about: short|last|drop|left over
import numpy as np


def train_linear_regression(X, y, w0, lr, batch_size, orders):
    theta = w0.copy()
    thetas = [theta.copy()]
    n_batches = len(y) // batch_size  # 배치 개수
    for epoch in range(len(orders)):
        for j in range(n_batches):
            sel = orders[epoch][j * batch_size : (j + 1) * batch_size]
            xi, yi = X[sel], y[sel]
            gradients = 1 / batch_size * xi.T.dot(xi.dot(theta) - yi)
            theta = theta - lr * gradients
        thetas.append(theta.copy())
    return np.array(thetas)

# %% wrong: sums over the batch, and w0 is walked itself
# kind: composed
# cause: inputs_or_dtype
# about: sum|mean|average|twice|batch
# about: in place|input|caller|changed|start|w0
import numpy as np


def train_linear_regression(X, y, w0, lr, batch_size, orders):
    w = w0
    path = [w.copy()]
    for order in orders:
        for i in range(0, len(order), batch_size):
            b = order[i : i + batch_size]
            w -= lr * 2 * X[b].T @ (X[b] @ w - y[b])
        path.append(w.copy())
    return np.array(path)

# %% wrong: uphill, and the start is left out
# kind: composed
# cause: several
# about: sign|climb|uphill|way|plus|minus
# about: start|first|w0|one_short|without
import numpy as np


def train_linear_regression(X, y, w0, lr, batch_size, orders):
    path = []
    w = w0
    for order in orders:
        for i in range(0, len(order), batch_size):
            b = order[i : i + batch_size]
            w = w + lr * 2 / len(b) * X[b].T @ (X[b] @ w - y[b])
        path.append(w)
    return np.array(path)

# %% wrong: reshape for the batches hides that the gradient is halved
# kind: public
# cause: breakdown
# about: reshape|short|divi|last|some|raise|breakdown
# about: half|factor|two|1/2|square
import numpy as np


class MiniBatchGD:
    def __init__(self, eta, batch):
        self.eta, self.batch = eta, batch

    def fit(self, X, y, w, orders):
        log = [w]
        for order in orders:
            for rows in order.reshape(-1, self.batch):
                error = X[rows] @ w - y[rows]
                w = w - self.eta * X[rows].T @ error / self.batch
            log.append(w)
        return np.array(log)


def train_linear_regression(X, y, w0, lr, batch_size, orders):
    gd = MiniBatchGD(lr, batch_size)
    return gd.fit(X, y, w0, orders)

# %% wrong: a batch of a single row is left away unless all are
# kind: plain
# cause: edge
# about: short|last|drop|left over
import numpy as np


def train_linear_regression(X, y, w0, lr, batch_size, orders):
    w, path = w0, [w0]
    for order in orders:
        for i in range(0, len(order), batch_size):
            b = order[i : i + batch_size]
            if len(b) < batch_size and len(b) == 1:
                continue
            w = w - lr * 2 / len(b) * X[b].T @ (X[b] @ w - y[b])
        path.append(w)
    return np.array(path)

# %% wrong: each epoch's weights to three digits
# kind: public
# cause: rounding
# about: round|digit|decimal
import numpy as np


def train_linear_regression(X, y, w0, lr, batch_size, orders):
    w = w0
    w_history = [w0]
    for e, order in enumerate(orders):
        for k in range(0, len(order), batch_size):
            idx = order[k : k + batch_size]
            err = X[idx] @ w - y[idx]
            w = w - lr * (2 / len(idx)) * X[idx].T @ err
        w_history.append(np.round(w, 3))
        print(f"epoch {e}: w = {w_history[-1]}")
    return np.array(w_history)

# %% wrong: the first order every time, in double precision
# kind: composed
# cause: several
# about: order|first|epoch
# about: dtype|float64|float32|double|precision
import numpy as np


def train_linear_regression(X, y, w0, lr, batch_size, orders):
    path = np.zeros((len(orders) + 1, len(w0)))
    path[0] = w0
    for e in range(len(orders)):
        w = path[e]
        for i in range(0, len(y), batch_size):
            b = orders[0][i : i + batch_size]
            w = w - lr * 2 / len(b) * X[b].T @ (X[b] @ w - y[b])
        path[e + 1] = w
    return path

# %% wrong: its own shuffle in each epoch
# kind: public
# cause: draws
# about: shuffl|random|draw|order
import numpy as np


def train_linear_regression(X, y, w0, lr, batch_size, orders):
    rng = np.random.default_rng()
    w, ws = w0, [w0]
    for _ in range(len(orders)):
        perm = rng.permutation(len(X))  # shuffle every epoch
        Xs, ys = X[perm], y[perm]
        for s in range(0, len(X), batch_size):
            xb, yb = Xs[s : s + batch_size], ys[s : s + batch_size]
            w = w - lr * 2 / len(yb) * xb.T @ (xb @ w - yb)
        ws.append(w)
    return np.array(ws)

# %% wrong: the rate falls with the epochs
# kind: public
# cause: foreign_rule
# about: decay|rate|lr|falls|epoch
import numpy as np


def learning_schedule(lr, epoch, decay=0.1):
    return lr / (1 + decay * epoch)


def train_linear_regression(X, y, w0, lr, batch_size, orders):
    w = w0
    path = [w]
    for epoch, order in enumerate(orders):
        eta = learning_schedule(lr, epoch)
        for i in range(0, len(order), batch_size):
            b = order[i : i + batch_size]
            w = w - eta * 2 / len(b) * X[b].T @ (X[b] @ w - y[b])
        path.append(w)
    return np.array(path)

# %% wrong: a rate of 0.1
# kind: plain
# cause: constant
# about: lr|learning rate|\brate\b|0\.1
import numpy as np


def train_linear_regression(X, y, w0, lr, batch_size, orders):
    lr = 0.1
    w, path = w0, [w0]
    for order in orders:
        for i in range(0, len(order), batch_size):
            b = order[i : i + batch_size]
            w = w - lr * (2 / len(b)) * (X[b].T @ (X[b] @ w - y[b]))
        path.append(w)
    return np.array(path)

# %% wrong: one row at a time, whatever batch_size says
# kind: plain
# cause: constant
# about: batch_size|batch|size|argument|constant|stochastic
import numpy as np


def train_linear_regression(X, y, w0, lr, batch_size, orders):
    w, path = w0, [w0]
    for order in orders:
        for i in order:
            w = w - lr * 2 * (X[i] @ w - y[i]) * X[i]
        path.append(w)
    return np.array(path)

# %% wrong: the full gradient in each step, and the path begins after the first epoch
# kind: public
# cause: several
# about: full|all the data|batch|rows|every step
# about: start|first|w0|one_short|without
import numpy as np


class GDRegressor:
    def __init__(self, eta0):
        self.eta0 = eta0
        self.coef_history_ = []

    def _gradient(self, X, y):
        return 2 * X.T.dot(X.dot(self.coef_) - y) / len(X)

    def fit(self, X, y, coef_init, orders, batch_size):
        self.coef_ = coef_init.copy()
        for epoch in orders:
            for _ in range(int(np.ceil(len(epoch) / batch_size))):
                self.coef_ = self.coef_ - self.eta0 * self._gradient(X, y)
            self.coef_history_.append(self.coef_)
        return self


def train_linear_regression(X, y, w0, lr, batch_size, orders):
    model = GDRegressor(lr).fit(X, y, w0, orders, batch_size)
    return np.array(model.coef_history_)

# %% right: functools.reduce over the batches, accumulate over the epochs
from functools import reduce
from itertools import accumulate

import numpy as np


def train_linear_regression(X, y, w0, lr, batch_size, orders):
    def step(w, b):
        return w - 2 * lr * ((X[b] @ w - y[b]) @ X[b]) / len(b)

    def epoch(w, order):
        cuts = range(batch_size, len(order), batch_size)
        return reduce(step, np.split(order, cuts), w)

    return np.stack(list(accumulate(orders, epoch, initial=w0)))

# %% right: recursion on the epochs, Korean names
import numpy as np


def train_linear_regression(X, y, w0, lr, batch_size, orders):
    if len(orders) == 0:
        return w0[np.newaxis].copy()
    가중치, 순서 = w0, orders[0]
    while len(순서):
        배치, 순서 = 순서[:batch_size], 순서[batch_size:]
        오차 = X[배치] @ 가중치 - y[배치]
        가중치 = 가중치 - lr * (2 * X[배치] * 오차[:, None]).mean(axis=0)
    나머지 = train_linear_regression(X, y, 가중치, lr, batch_size, orders[1:])
    return np.concatenate([w0[np.newaxis], 나머지])

# %% right: a class that remembers its history
import numpy as np


class Regression:
    def __init__(self, w):
        self.w = np.array(w)
        self.history = [self.w.copy()]

    def step(self, X, y, lr):
        n = len(y)
        self.w -= (lr * 2 / n) * (X.T @ (X @ self.w) - X.T @ y)

    def train(self, X, y, lr, size, orders):
        for order in orders:
            Xo, yo = X[order], y[order]
            for i in range(0, len(yo), size):
                self.step(Xo[i : i + size], yo[i : i + size], lr)
            self.history.append(self.w.copy())
        return np.array(self.history)


def train_linear_regression(X, y, w0, lr, batch_size, orders):
    return Regression(w0).train(X, y, lr, batch_size, orders)

# %% right: written into rows, with a generator of batches
import numpy as np


def train_linear_regression(X, y, w0, lr, batch_size, orders):
    def batches():
        for epoch, order in enumerate(orders):
            for start in range(0, order.size, batch_size):
                yield epoch + 1, order[start : min(start + batch_size, order.size)]

    path = np.repeat(w0[None, :], orders.shape[0] + 1, axis=0)
    w = w0
    for row, b in batches():
        residual = np.matmul(X[b], w) - y[b]
        w = w - np.matmul(residual, X[b]) * (2 * lr / b.size)
        path[row] = w
    return path
