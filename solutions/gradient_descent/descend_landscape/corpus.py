# %% wrong: brackets are missing, and so the noise is subtracted without its rate
# kind: plain
# cause: edge
# about: noise|bracket|parenthes|rate|lr
import numpy as np


def descend_landscape(grad, w0, lr, noise):
    path = [w0]
    for error in noise:
        path.append(path[-1] - lr * grad(path[-1]) - error)
    return np.array(path)

# %% wrong: the position is written down before the step
# kind: plain
# cause: unlisted
# about: before|after|start|order|late|record|append|exchang|statement|twice
import numpy as np


def descend_landscape(grad, w0, lr, noise):
    w = w0
    path = [w0]
    for error in noise:
        path.append(w)
        w = w - lr * (grad(w) + error)
    return np.array(path)

# %% wrong: only the end of the path
# kind: plain
# cause: unlisted
# about: path|last|end|whole|only|axis|part|every
def descend_landscape(grad, w0, lr, noise):
    w = w0
    for k in range(len(noise)):
        w = w - lr * (grad(w) + noise[k])
    return w

# %% wrong: always from the start, with the gradient there
# kind: plain
# cause: unlisted
# about: start|w0|position|stored|carried|update|each step
import numpy as np


def descend_landscape(grad, w0, lr, noise):
    path = [w0]
    for error in noise:
        path.append(w0 - lr * (grad(w0) + error))
    return np.array(path)

# %% wrong: a rate of 0.1
# kind: plain
# cause: constant
# about: lr|learning rate|\brate\b|0\.1
import numpy as np


def descend_landscape(grad, w0, lr, noise):
    w, path = w0, [w0]
    for error in noise:
        w = w - 0.1 * (grad(w) + error)
        path.append(w)
    return np.array(path)

# %% wrong: a rate of 0.01, as a constant of the module
# kind: public
# cause: constant
# about: lr|learning rate|\brate\b|step|argument
import numpy as np

ALPHA = 0.01
VERBOSE = False


def descend_landscape(grad, w0, lr, noise):
    # SGD with injected noise. alpha: 학습률
    history = [w0]
    cur = w0
    for i in range(noise.shape[0]):
        g = grad(cur) + noise[i]
        cur = cur - ALPHA * g
        if VERBOSE:
            print(i, cur)
        history.append(cur)
    return np.asarray(history)

# %% wrong: uphill, and the start is not in the path
# kind: composed
# cause: several
# about: sign|climb|uphill|way|plus|minus
# about: start|first|w0|one_short|without
import numpy as np


def descend_landscape(grad, w0, lr, noise):
    w = w0
    path = []
    for error in noise:
        w = w + lr * (grad(w) + error)
        path.append(w)
    return np.array(path)

# %% wrong: noise subtracted, positions rounded to three digits
# kind: composed
# cause: several
# about: noise|sign|minus|subtract
# about: round|digit|decimal
import numpy as np


def descend_landscape(grad, w0, lr, noise):
    w = w0
    path = [w]
    for error in noise:
        w = w - lr * (grad(w) - error)
        path.append(w)
    return np.round(np.array(path), 3)

# %% wrong: noise on top of the position, in an array that single numbers have no columns for
# kind: public
# cause: breakdown
# about: number|float|axes|len|shape|breakdown|array|0-d
# about: noise|rate|lr|position
import numpy as np


def descend_landscape(grad, w0, lr, noise):
    n_steps, dim = len(noise), len(w0)
    trajectory = np.zeros((n_steps + 1, dim), dtype=w0.dtype)
    trajectory[0] = w0
    for t in range(n_steps):
        trajectory[t + 1] = trajectory[t] - lr * grad(trajectory[t]) + noise[t]
    return trajectory

# %% wrong: the gradient at a shaken place, and the noise once more
# kind: public
# cause: several
# about: shaken|position|where|gradient
# about: noise
import numpy as np


class NoisyGD:
    def __init__(self, fn, eta):
        self.fn = fn
        self.eta = eta

    def step(self, w, xi):
        # 노이즈가 더해진 위치에서의 기울기
        g = self.fn(w + xi)
        return w - self.eta * (g + xi)

    def run(self, w, noise):
        out = [w]
        for xi in noise:
            out.append(self.step(out[-1], xi))
        return np.array(out)


def descend_landscape(grad, w0, lr, noise):
    return NoisyGD(grad, lr).run(w0, noise)

# %% wrong: four digits after the point at every step
# kind: plain
# cause: rounding
# about: round|digit|decimal
import numpy as np


def descend_landscape(grad, w0, lr, noise):
    w = w0
    path = [w]
    for error in noise:
        w = np.round(w - lr * (grad(w) + error), 4)
        path.append(w)
    return np.array(path)

# %% wrong: the noise is left out, and the start moves
# kind: composed
# cause: inputs_or_dtype
# about: noise
# about: in place|input|caller|changed|start|w0
import numpy as np


def descend_landscape(grad, w0, lr, noise):
    w = w0
    path = [np.copy(w)]
    for _ in range(len(noise)):
        w -= lr * grad(w)
        path.append(np.copy(w))
    return np.array(path)

# %% wrong: noise of its own
# kind: public
# cause: draws
# about: random|draw|noise|two calls
import numpy as np


def descend_landscape(grad, w0, lr, noise):
    rng = np.random.RandomState()
    w = w0
    traj = [w]
    for _ in noise:
        eps = rng.normal(scale=0.5, size=np.shape(w))
        w = w - lr * (grad(w) + eps)
        traj.append(w)
    return np.array(traj)

# %% wrong: Langevin noise, with the root of twice the rate
# kind: public
# cause: foreign_rule
# about: root|sqrt|position|rate|lr|noise
import numpy as np


def descend_landscape(grad, w0, lr, noise):
    """Stochastic gradient Langevin dynamics: w - lr*grad + sqrt(2*lr)*xi."""
    w = w0
    samples = [w]
    for xi in noise:
        w = w - lr * grad(w) + (2 * lr) ** 0.5 * xi
        samples.append(w)
    return np.array(samples)

# %% wrong: the gradient is called with the noise too
# kind: plain
# cause: raises
# about: always|argument|call|raise|error|some
import numpy as np


def descend_landscape(grad, w0, lr, noise):
    w = w0
    path = [w]
    for k in range(len(noise)):
        w = w - lr * grad(w, noise[k])
        path.append(w)
    return np.array(path)

# %% wrong: the first noise every time, in double precision
# kind: composed
# cause: several
# about: noise|first|each step
# about: dtype|float64|float32|double|precision
import numpy as np


def descend_landscape(grad, w0, lr, noise):
    path = np.zeros((len(noise) + 1, *np.shape(w0)))
    path[0] = w0
    for k in range(len(noise)):
        path[k + 1] = path[k] - lr * (grad(path[k]) + noise[0])
    return path

# %% right: a generator that remembers where it is
import numpy as np


def descend_landscape(grad, w0, lr, noise):
    def walk(here):
        yield here
        for push in noise:
            here = here - (lr * push + lr * grad(here))
            yield here

    return np.array(list(walk(w0)))

# %% right: recursion, Korean names
import numpy as np


def descend_landscape(grad, w0, lr, noise):
    def 걷기(위치, 남은):
        if not len(남은):
            return [위치]
        return [위치] + 걷기(위치 - lr * (grad(위치) + 남은[0]), 남은[1:])

    return np.array(걷기(w0, noise))

# %% right: steps are collected and added up
import numpy as np


def descend_landscape(grad, w0, lr, noise):
    path = np.zeros((len(noise) + 1,) + np.shape(w0), dtype=noise.dtype)
    path[0] = w0
    for k, push in enumerate(noise):
        step = np.add(grad(path[k].copy()), push) * -lr
        np.add(path[k], step, out=path[k + 1, ...])
    return path

# %% right: a walker class, and np.concatenate
import numpy as np


class Walker:
    def __init__(self, start, slope, rate: float) -> None:
        self.at, self.slope, self.rate = start, slope, rate

    def step(self, push):
        total = self.slope(self.at) + push
        self.at = self.at - self.rate * total
        return self.at


def descend_landscape(grad, w0, lr, noise):
    walker = Walker(w0, grad, lr)
    rest = [np.asarray(walker.step(push))[None] for push in noise]
    return np.concatenate([np.asarray(w0)[None], *rest])
