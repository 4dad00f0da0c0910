# %% wrong: Nesterov keeps the point ahead as its position
# kind: plain
# cause: unlisted
# about: ahead|position|start|comes back|real
import numpy as np


def compare_momentum(grad_fn, w0, lr, beta, steps):
    paths = {}
    for name in ("sgd", "momentum", "nesterov"):
        w, v, path = w0, np.zeros_like(w0), [w0]
        for _ in range(steps):
            if name == "nesterov":
                w = w + beta * v
            v = (0 if name == "sgd" else beta) * v - lr * grad_fn(w)
            w = w + v
            path.append(w)
        paths[name] = np.array(path)
    return paths

# %% wrong: momentum moves by its old velocity
# kind: plain
# cause: unlisted
# about: old|velocity|order|exchang|before|first|updated|new
import numpy as np


def compare_momentum(grad_fn, w0, lr, beta, steps):
    sgd, momentum, nesterov = [w0], [w0], [w0]
    v = np.zeros_like(w0)
    u = np.zeros_like(w0)
    for _ in range(steps):
        sgd.append(sgd[-1] - lr * grad_fn(sgd[-1]))
        g = grad_fn(momentum[-1])
        momentum.append(momentum[-1] + v)
        v = beta * v - lr * g
        u = beta * u - lr * grad_fn(nesterov[-1] + beta * u)
        nesterov.append(nesterov[-1] + u)
    return {"sgd": np.array(sgd), "momentum": np.array(momentum), "nesterov": np.array(nesterov)}

# %% wrong: the velocity of momentum piles up without beta
# kind: plain
# cause: unlisted
# about: beta|fade|pile|never|left out|dropped
import numpy as np


def compare_momentum(grad_fn, w0, lr, beta, steps):
    def run(keep, look):
        w, v = w0, np.zeros_like(w0)
        points = [w]
        for _ in range(steps):
            v = keep * v - lr * grad_fn(w + look * v)
            w = w + v
            points.append(w)
        return np.array(points)

    return {"sgd": run(0, 0), "momentum": run(1, 0), "nesterov": run(beta, beta)}

# %% wrong: momentum of 0.9 everywhere
# kind: plain
# cause: constant
# about: beta|0\.9
import numpy as np


def compare_momentum(grad_fn, w0, lr, beta, steps):
    def run(keep, look):
        w, v = w0, np.zeros_like(w0)
        points = [w]
        for _ in range(steps):
            v = keep * v - lr * grad_fn(w + look * v)
            w = w + v
            points.append(w)
        return np.array(points)

    return {"sgd": run(0, 0), "momentum": run(0.9, 0), "nesterov": run(0.9, 0.9)}

# %% wrong: one rate of its own for all three optimizers
# kind: public
# cause: constant
# about: lr|learning rate|\brate\b|0\.1
from collections import OrderedDict

import numpy as np


class SGD:
    def __init__(self, lr=0.1):
        self.lr = lr

    def update(self, w, f):
        return w - self.lr * f(w)


class Momentum(SGD):
    def __init__(self, lr=0.1, momentum=0.9):
        super().__init__(lr)
        self.momentum, self.v = momentum, None

    def update(self, w, f):
        if self.v is None:
            self.v = np.zeros_like(w)
        self.v = self.momentum * self.v - self.lr * f(w)
        return w + self.v


class Nesterov(Momentum):
    def update(self, w, f):
        if self.v is None:
            self.v = np.zeros_like(w)
        self.v = self.momentum * self.v - self.lr * f(w + self.momentum * self.v)
        return w + self.v


def compare_momentum(grad_fn, w0, lr, beta, steps):
    # 세 가지 방법을 비교
    optimizers = OrderedDict()
    optimizers["sgd"] = SGD()
    optimizers["momentum"] = Momentum(momentum=beta)
    optimizers["nesterov"] = Nesterov(momentum=beta)
    result = {}
    for key in optimizers:
        w = w0.copy()
        history = [w]
        for _ in range(steps):
            w = optimizers[key].update(w, grad_fn)
            history.append(w)
        result[key] = np.array(history)
    return result

# %% wrong: names exchanged, and the start is missing
# kind: composed
# cause: several
# about: name|exchang|swap|match|momentum
# about: start|first|w0|one_short|without
import numpy as np


def compare_momentum(grad_fn, w0, lr, beta, steps):
    def run(keep, look):
        w, v = w0, np.zeros_like(w0)
        points = []
        for _ in range(steps):
            v = keep * v - lr * grad_fn(w + look * v)
            w = w + v
            points.append(w)
        return np.array(points)

    return {"sgd": run(0, 0), "nesterov": run(beta, 0), "momentum": run(beta, beta)}

# %% wrong: velocities as moving averages, in float64
# kind: composed
# cause: several
# about: average|1 - beta|damp|smaller
# about: dtype|float64|float32|double|precision
import numpy as np


def compare_momentum(grad_fn, w0, lr, beta, steps):
    def run(keep, look):
        w, v = w0.astype(float), np.zeros(w0.shape)
        points = [w]
        for _ in range(steps):
            v = keep * v - (1 - keep) * lr * grad_fn(w + look * v)
            w = w + v
            points.append(w)
        return np.array(points)

    return {"sgd": run(0, 0), "momentum": run(beta, 0), "nesterov": run(beta, beta)}

# %% wrong: Nesterov looks ahead by the whole velocity, and a step is missing at the end
# kind: public
# cause: several
# about: ahead|whole|far|beta
# about: last|step|one_short|short|range|end|one less
import numpy as np


def compare_momentum(grad_fn, w0, lr, beta, steps):
    """Compare SGD / Momentum / NAG trajectories."""
    traj = {"sgd": [w0], "momentum": [w0], "nesterov": [w0]}
    v_m = np.zeros_like(w0)
    v_n = np.zeros_like(w0)
    for i in range(1, steps):
        w = traj["sgd"][-1]
        traj["sgd"].append(w - lr * grad_fn(w))

        w = traj["momentum"][-1]
        v_m = beta * v_m - lr * grad_fn(w)
        traj["momentum"].append(w + v_m)

        w = traj["nesterov"][-1]
        v_n = beta * v_n - lr * grad_fn(w + v_n)
        traj["nesterov"].append(w + v_n)
    return {k: np.array(v) for k, v in traj.items()}

# %% wrong: two columns are taken for granted, and the gradient of Nesterov is at w
# kind: public
# cause: breakdown
# about: column|two|index|shape|breakdown|entr|some|parameter
# about: ahead|look|nesterov
import numpy as np


def compare_momentum(grad_fn, w0, lr, beta, steps):
    result = {}
    for name in ["sgd", "momentum", "nesterov"]:
        x, y = w0
        vx = vy = 0.0
        xs, ys = [x], [y]
        mu = 0.0 if name == "sgd" else beta
        for _ in range(steps):
            gx, gy = grad_fn(np.array([x, y]))
            vx = mu * vx - lr * gx
            vy = mu * vy - lr * gy
            x, y = x + vx, y + vy
            xs.append(x)
            ys.append(y)
        result[name] = np.array([xs, ys], dtype=w0.dtype).T
    return result

# %% wrong: momentum looks ahead as well
# kind: plain
# cause: edge
# about: looks? ahead|points? ahead|momentum|name|nesterov
import numpy as np


def compare_momentum(grad_fn, w0, lr, beta, steps):
    def nag(look):
        w, v, points = w0, np.zeros_like(w0), [w0]
        for _ in range(steps):
            v = beta * v - lr * grad_fn(w + look * v)
            w = w + v
            points.append(w)
        return np.array(points)

    sgd = [w0]
    for _ in range(steps):
        sgd.append(sgd[-1] - lr * grad_fn(sgd[-1]))
    return {"sgd": np.array(sgd), "momentum": nag(beta), "nesterov": nag(beta)}

# %% wrong: points to three digits
# kind: plain
# cause: rounding
# about: round|digit|decimal
import numpy as np


def compare_momentum(grad_fn, w0, lr, beta, steps):
    def run(keep, look):
        w, v = w0, np.zeros_like(w0)
        points = [w]
        for _ in range(steps):
            v = keep * v - lr * grad_fn(w + look * v)
            w = w + v
            points.append(w)
        return np.round(np.array(points), 3)

    return {"sgd": run(0, 0), "momentum": run(beta, 0), "nesterov": run(beta, beta)}

# %% wrong: the velocity is handed on, and w0 is moved
# kind: composed
# cause: inputs_or_dtype
# about: velocity|again|zero|handed|next|method
# about: in place|input|caller|changed|start|w0
import numpy as np


def compare_momentum(grad_fn, w0, lr, beta, steps):
    start = w0.copy()
    v = np.zeros_like(w0)
    paths = {}
    for name in ("sgd", "momentum", "nesterov"):
        w0[:] = start
        path = [w0.copy()]
        for _ in range(steps):
            ahead = w0 + beta * v if name == "nesterov" else w0
            v = (0 if name == "sgd" else beta) * v - lr * grad_fn(ahead)
            w0 += v
            path.append(w0.copy())
        paths[name] = np.array(path)
    return paths

# %% wrong: Nesterov in the form of a well-known framework
# kind: public
# cause: foreign_rule
# about: PyTorch|Keras|ahead|position|framework
import numpy as np


class TorchLikeSGD:
    def __init__(self, lr, momentum=0.0, nesterov=False):
        self.lr, self.momentum, self.nesterov = lr, momentum, nesterov
        self.buf = None

    def step(self, p, g):
        if self.momentum:
            self.buf = g if self.buf is None else self.momentum * self.buf + g
            g = g + self.momentum * self.buf if self.nesterov else self.buf
        return p - self.lr * g


def compare_momentum(grad_fn, w0, lr, beta, steps):
    out = {}
    for name, kwargs in {
        "sgd": {},
        "momentum": {"momentum": beta},
        "nesterov": {"momentum": beta, "nesterov": True},
    }.items():
        opt, p = TorchLikeSGD(lr, **kwargs), w0
        ps = [p]
        for _ in range(steps):
            p = opt.step(p, grad_fn(p))
            ps.append(p)
        out[name] = np.array(ps)
    return out

# %% wrong: the names begin with capitals
# kind: public
# cause: unlisted
# about: key|name|capital|dict|spel
import numpy as np


def compare_momentum(grad_fn, w0, lr, beta, steps):
    def walk(mu, nesterov=False):
        w, v, ws = w0, np.zeros_like(w0), [w0]
        for _ in range(steps):
            look = w + mu * v if nesterov else w
            v = mu * v - lr * grad_fn(look)
            w = w + v
            ws.append(w)
        return np.array(ws)

    return {"SGD": walk(0.0), "Momentum": walk(beta), "NAG": walk(beta, True)}

# %% wrong: thirty steps, whatever is asked
# kind: public
# cause: constant
# about: steps|number|constant|30|argument|length
import numpy as np

N_ITER = 30


def compare_momentum(grad_fn, w0, lr, beta, steps):
    w = {k: [w0] for k in ("sgd", "momentum", "nesterov")}
    v = {k: np.zeros_like(w0) for k in w}
    for it in range(N_ITER):
        # 1) SGD
        w["sgd"].append(w["sgd"][-1] - lr * grad_fn(w["sgd"][-1]))
        # 2) Momentum
        v["momentum"] = beta * v["momentum"] - lr * grad_fn(w["momentum"][-1])
        w["momentum"].append(w["momentum"][-1] + v["momentum"])
        # 3) NAG
        look = w["nesterov"][-1] + beta * v["nesterov"]
        v["nesterov"] = beta * v["nesterov"] - lr * grad_fn(look)
        w["nesterov"].append(w["nesterov"][-1] + v["nesterov"])
    return {k: np.array(p) for k, p in w.items()}

# %% wrong: gradients of the plain path for all, and lists of points
# kind: composed
# cause: several
# about: gradient|own|one path|position|where
# about: list|array
import numpy as np


def compare_momentum(grad_fn, w0, lr, beta, steps):
    sgd, momentum, nesterov = [w0], [w0], [w0]
    v = u = np.zeros_like(w0)
    for _ in range(steps):
        here = sgd[-1]
        v = beta * v - lr * grad_fn(here)
        u = beta * u - lr * grad_fn(here + beta * u)
        momentum.append(momentum[-1] + v)
        nesterov.append(nesterov[-1] + u)
        sgd.append(here - lr * grad_fn(here))
    return {"sgd": sgd, "momentum": momentum, "nesterov": nesterov}

# %% right: step functions from the notebook before
import numpy as np


def gradient_step(w, grad, lr):
    return w - lr * grad


def momentum_step(w, v, grad, lr, beta):
    v = beta * v - lr * grad
    return w + v, v


def nesterov_step(w, v, grad_fn, lr, beta):
    return momentum_step(w, v, grad_fn(w + beta * v), lr, beta)


def compare_momentum(grad_fn, w0, lr, beta, steps):
    sgd, momentum, nesterov = [[w0] for _ in range(3)]
    v = u = np.zeros_like(w0)
    for _ in range(steps):
        sgd += [gradient_step(sgd[-1], grad_fn(sgd[-1]), lr)]
        w, v = momentum_step(momentum[-1], v, grad_fn(momentum[-1]), lr, beta)
        momentum += [w]
        w, u = nesterov_step(nesterov[-1], u, grad_fn, lr, beta)
        nesterov += [w]
    return dict(sgd=np.array(sgd), momentum=np.array(momentum), nesterov=np.array(nesterov))

# %% right: generators, Korean names
import numpy as np
from itertools import islice


def compare_momentum(grad_fn, w0, lr, beta, steps):
    def 걷기(관성, 미리보기):
        위치, 속도 = w0, 0 * w0
        while True:
            yield 위치
            속도 = 관성 * 속도 - lr * grad_fn(위치 + 미리보기 * 속도)
            위치 = 위치 + 속도

    설정 = {"sgd": (0, 0), "momentum": (beta, 0), "nesterov": (beta, beta)}
    return {이름: np.array(list(islice(걷기(*값), steps + 1))) for 이름, 값 in 설정.items()}

# %% right: recursion over the steps with pairs
import numpy as np


def compare_momentum(grad_fn, w0, lr, beta, steps):
    def path(step, w, v, left):
        if left == 0:
            return w[np.newaxis, :]
        return np.concatenate([w[np.newaxis, :], path(step, *step(w, v), left - 1)])

    def moved(w, v):
        return w + v, v

    ways = {
        "nesterov": lambda w, v: moved(w, beta * v - lr * grad_fn(w + beta * v)),
        "sgd": lambda w, v: moved(w, -lr * grad_fn(w)),
        "momentum": lambda w, v: moved(w, beta * v - lr * grad_fn(w)),
    }
    return {name: path(way, w0, np.zeros_like(w0), steps) for name, way in ways.items()}

# %% right: a class hierarchy and a path array
import numpy as np


class Plain:
    def __init__(self, w0, lr, beta, steps):
        self.lr, self.beta = lr, beta
        self.v = np.zeros_like(w0)
        self.path = np.empty((steps + 1, *w0.shape), dtype=w0.dtype)
        self.path[0] = w0

    def velocity(self, grad_fn, w):
        return -self.lr * grad_fn(w)

    def run(self, grad_fn):
        for k, w in enumerate(self.path[:-1]):
            self.v = self.velocity(grad_fn, w.copy())
            self.path[k + 1] = w + self.v
        return self.path


class Heavy(Plain):
    def velocity(self, grad_fn, w):
        return super().velocity(grad_fn, w) + self.beta * self.v


class Nag(Heavy):
    def velocity(self, grad_fn, w):
        return super().velocity(grad_fn, w + self.beta * self.v)


def compare_momentum(grad_fn, w0, lr, beta, steps):
    kinds = dict(sgd=Plain, momentum=Heavy, nesterov=Nag)
    return {name: kind(w0, lr, beta, steps).run(grad_fn) for name, kind in kinds.items()}
