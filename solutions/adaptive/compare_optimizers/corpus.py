# %% wrong: momentum adds the gradient instead of taking it off
# kind: plain
# cause: unlisted
# about: momentum|velocity|sign|minus|against|climb|direction
import numpy as np


def compare_optimizers(grad_fn, w0, settings, steps):
    paths = {}
    for name, s in settings.items():
        w, v, h, m = w0.copy(), np.zeros_like(w0), np.zeros_like(w0), np.zeros_like(w0)
        path = [w]
        for t in range(1, steps + 1):
            g = grad_fn(w)
            if name == "sgd":
                w = w - s["lr"] * g
            elif name == "momentum":
                v = s["beta"] * v + s["lr"] * g
                w = w + v
            elif name == "nesterov":
                v = s["beta"] * v - s["lr"] * grad_fn(w + s["beta"] * v)
                w = w + v
            elif name == "adagrad":
                h = h + g * g
                w = w - s["lr"] * g / (np.sqrt(h) + s["eps"])
            elif name == "rmsprop":
                h = s["beta"] * h + (1 - s["beta"]) * g * g
                w = w - s["lr"] * g / (np.sqrt(h) + s["eps"])
            else:
                m = s["beta1"] * m + (1 - s["beta1"]) * g
                h = s["beta2"] * h + (1 - s["beta2"]) * g * g
                m_hat, h_hat = m / (1 - s["beta1"] ** t), h / (1 - s["beta2"] ** t)
                w = w - s["lr"] * m_hat / (np.sqrt(h_hat) + s["eps"])
            path.append(w)
        paths[name] = np.array(path)
    return paths

# %% wrong: classes of the textbook, with 1e-7 in all of them
# kind: public
# cause: constant
# about: eps|1e-0?7
import numpy as np


class SGD:
    def __init__(self, lr):
        self.lr = lr

    def update(self, w, grad_fn):
        return w - self.lr * grad_fn(w)


class Momentum:
    def __init__(self, lr, beta):
        self.lr, self.momentum, self.v = lr, beta, 0.0

    def update(self, w, grad_fn):
        self.v = self.momentum * self.v - self.lr * grad_fn(w)
        return w + self.v


class Nesterov(Momentum):
    def update(self, w, grad_fn):
        self.v = self.momentum * self.v - self.lr * grad_fn(w + self.momentum * self.v)
        return w + self.v


class AdaGrad:
    def __init__(self, lr, eps):
        self.lr, self.h = lr, 0.0

    def update(self, w, grad_fn):
        g = grad_fn(w)
        self.h = self.h + g * g
        return w - self.lr * g / (np.sqrt(self.h) + 1e-7)


class RMSprop:
    def __init__(self, lr, beta, eps):
        self.lr, self.decay_rate, self.h = lr, beta, 0.0

    def update(self, w, grad_fn):
        g = grad_fn(w)
        self.h = self.decay_rate * self.h + (1 - self.decay_rate) * g * g
        return w - self.lr * g / (np.sqrt(self.h) + 1e-7)


class Adam:
    def __init__(self, lr, beta1, beta2, eps):
        self.lr, self.beta1, self.beta2 = lr, beta1, beta2
        self.iter, self.m, self.v = 0, 0.0, 0.0

    def update(self, w, grad_fn):
        g = grad_fn(w)
        self.iter += 1
        self.m = self.beta1 * self.m + (1 - self.beta1) * g
        self.v = self.beta2 * self.v + (1 - self.beta2) * g**2
        m_hat = self.m / (1 - self.beta1**self.iter)
        v_hat = self.v / (1 - self.beta2**self.iter)
        return w - self.lr * m_hat / (np.sqrt(v_hat) + 1e-7)


OPTIMIZERS = {
    "sgd": SGD, "momentum": Momentum, "nesterov": Nesterov,
    "adagrad": AdaGrad, "rmsprop": RMSprop, "adam": Adam,
}


def compare_optimizers(grad_fn, w0, settings, steps):
    results = {}
    for key in settings:
        optimizer = OPTIMIZERS[key](**settings[key])
        w = w0
        history = [w]
        for i in range(steps):
            w = optimizer.update(w, grad_fn)
            history.append(w)
        results[key] = np.array(history)
    return results

# %% wrong: SGD gets a gradient with noise, as if from a batch
# kind: public
# cause: draws
# about: random|draw|noise|differ|same
import numpy as np


def noisy(g):
    # 확률적 경사 하강법이므로 잡음을 더한다
    return g + 0.01 * np.random.normal(size=g.shape).astype(g.dtype)


def compare_optimizers(grad_fn, w0, settings, steps):
    paths = {}
    for name, s in settings.items():
        w, a, b = w0, np.zeros_like(w0), np.zeros_like(w0)
        path = [w]
        for t in range(1, steps + 1):
            lr = s["lr"]
            if name == "nesterov":
                a = s["beta"] * a - lr * grad_fn(w + s["beta"] * a)
                w = w + a
                path.append(w)
                continue
            g = grad_fn(w)
            if name == "sgd":
                w = w - lr * noisy(g)
            elif name == "momentum":
                a = s["beta"] * a - lr * g
                w = w + a
            elif name == "adagrad":
                b = b + g * g
                w = w - lr * g / (np.sqrt(b) + s["eps"])
            elif name == "rmsprop":
                b = s["beta"] * b + (1 - s["beta"]) * g * g
                w = w - lr * g / (np.sqrt(b) + s["eps"])
            elif name == "adam":
                a = s["beta1"] * a + (1 - s["beta1"]) * g
                b = s["beta2"] * b + (1 - s["beta2"]) * g * g
                w = w - lr * a / (1 - s["beta1"] ** t) / (
                    np.sqrt(b / (1 - s["beta2"] ** t)) + s["eps"]
                )
            path.append(w)
        paths[name] = np.array(path)
    return paths

# %% wrong: Nesterov as a rearrangement that keeps another point, and Adam without its correction
# kind: public
# cause: several
# about: nesterov|look|ahead
# about: correct|bias|adam
import numpy as np


def compare_optimizers(grad_fn, w0, settings, steps):
    trajectories = {}
    for name, cfg in settings.items():
        x = np.array(w0)
        v, m, s = np.zeros_like(x), np.zeros_like(x), np.zeros_like(x)
        traj = np.zeros((steps + 1, x.size), dtype=x.dtype)
        traj[0] = x
        for i in range(steps):
            dx = grad_fn(x)
            lr = cfg["lr"]
            if name == "sgd":
                x = x - lr * dx
            if name == "momentum":
                v = cfg["beta"] * v - lr * dx
                x = x + v
            if name == "nesterov":
                v_prev = v
                v = cfg["beta"] * v - lr * dx
                x = x - cfg["beta"] * v_prev + (1 + cfg["beta"]) * v
            if name == "adagrad":
                s = s + dx**2
                x = x - lr * dx / (np.sqrt(s) + cfg["eps"])
            if name == "rmsprop":
                s = cfg["beta"] * s + (1 - cfg["beta"]) * dx**2
                x = x - lr * dx / (np.sqrt(s) + cfg["eps"])
            if name == "adam":
                m = cfg["beta1"] * m + (1 - cfg["beta1"]) * dx
                s = cfg["beta2"] * s + (1 - cfg["beta2"]) * dx**2
                x = x - lr * m / (np.sqrt(s) + cfg["eps"])
            traj[i + 1] = x
        trajectories[name] = traj
    return trajectories

# %% wrong: the point has an x and a y, and no other number of parameters will do
# kind: public
# cause: breakdown
# about: rais|error|ValueError|unpack|one (parameter|number)|dimension|break|shape
import numpy as np


def compare_optimizers(grad_fn, w0, settings, steps):
    def step(name, w, mem, t, o):
        lr = o["lr"]
        if name in ("sgd", "momentum", "nesterov"):
            beta = o.get("beta", 0.0)
            ahead = w + beta * mem[0] if name == "nesterov" else w
            mem[0] = beta * mem[0] - lr * grad_fn(ahead)
            return w + mem[0]
        g = grad_fn(w)
        if name == "adagrad":
            mem[1] = mem[1] + g * g
            return w - lr * g / (np.sqrt(mem[1]) + o["eps"])
        if name == "rmsprop":
            mem[1] = o["beta"] * mem[1] + (1 - o["beta"]) * g * g
            return w - lr * g / (np.sqrt(mem[1]) + o["eps"])
        mem[0] = o["beta1"] * mem[0] + (1 - o["beta1"]) * g
        mem[1] = o["beta2"] * mem[1] + (1 - o["beta2"]) * g * g
        m_hat, v_hat = mem[0] / (1 - o["beta1"] ** t), mem[1] / (1 - o["beta2"] ** t)
        return w - lr * m_hat / (np.sqrt(v_hat) + o["eps"])

    paths = {}
    for name, o in settings.items():
        x_history = []
        y_history = []
        w, mem = w0, [np.zeros_like(w0), np.zeros_like(w0)]
        x, y = w
        x_history.append(x)
        y_history.append(y)
        for t in range(1, steps + 1):
            w = step(name, w, mem, t, o)
            x, y = w
            x_history.append(x)
            y_history.append(y)
        paths[name] = np.array([x_history, y_history]).T
    return paths

# %% wrong: the others are handed to step functions that stand in no cell
# kind: public
# cause: breakdown
# about: rais|error|NameError|defined|name|missing
import numpy as np


def sgd_step(w, grad, lr):
    return w - lr * grad


def compare_optimizers(grad_fn, w0, settings, steps):
    paths = {}
    for name, kwargs in settings.items():
        w = w0
        v = np.zeros_like(w0)
        m = np.zeros_like(w0)
        path = [w]
        for t in range(1, steps + 1):
            if name == "sgd":
                w = sgd_step(w, grad_fn(w), **kwargs)
            elif name == "momentum":
                w, v = momentum_step(w, v, grad_fn(w), **kwargs)
            elif name == "nesterov":
                w, v = nesterov_step(w, v, grad_fn, **kwargs)
            elif name == "adagrad":
                w, v = adagrad_step(w, v, grad_fn(w), **kwargs)
            elif name == "rmsprop":
                w, v = rmsprop_step(w, v, grad_fn(w), **kwargs)
            elif name == "adam":
                w, m, v = adam_step(w, m, v, grad_fn(w), t, **kwargs)
            path.append(w)
        paths[name] = np.array(path)
    return paths

# %% wrong: the newest square has its full weight in RMSprop, and eps is under each root
# kind: composed
# cause: several
# about: rmsprop|weight|1 - beta|newest|add up|term with `beta`, to be added or subtracted, is missing
# about: under the root|eps
import numpy as np


def compare_optimizers(grad_fn, w0, settings, steps):
    def sgd(w, a, b, t, lr):
        return w - lr * grad_fn(w), a, b

    def momentum(w, a, b, t, lr, beta):
        a = beta * a - lr * grad_fn(w)
        return w + a, a, b

    def nesterov(w, a, b, t, lr, beta):
        a = beta * a - lr * grad_fn(w + beta * a)
        return w + a, a, b

    def adagrad(w, a, b, t, lr, eps):
        g = grad_fn(w)
        b = b + g * g
        return w - lr * g / np.sqrt(b + eps), a, b

    def rmsprop(w, a, b, t, lr, beta, eps):
        g = grad_fn(w)
        b = beta * b + g * g
        return w - lr * g / np.sqrt(b + eps), a, b

    def adam(w, a, b, t, lr, beta1, beta2, eps):
        g = grad_fn(w)
        a = beta1 * a + (1 - beta1) * g
        b = beta2 * b + (1 - beta2) * g * g
        return w - lr * a / (1 - beta1**t) / np.sqrt(b / (1 - beta2**t) + eps), a, b

    rules = {f.__name__: f for f in (sgd, momentum, nesterov, adagrad, rmsprop, adam)}
    paths = {}
    for name in settings:
        w, a, b = w0, np.zeros_like(w0), np.zeros_like(w0)
        rows = [w]
        for t in range(1, steps + 1):
            w, a, b = rules[name](w, a, b, t, **settings[name])
            rows.append(w)
        paths[name] = np.array(rows)
    return paths

# %% wrong: the velocity moves the point before it is updated, and the path is rounded
# kind: composed
# cause: several
# about: velocity|momentum|order|old|before|new
# about: round|digit|decimal
import numpy as np


def compare_optimizers(grad_fn, w0, settings, steps):
    paths = {}
    for name, s in settings.items():
        w, v, h = w0, np.zeros_like(w0), np.zeros_like(w0)
        path = [w]
        for t in range(steps):
            g = grad_fn(w)
            if name == "sgd":
                w = w - s["lr"] * g
            elif name == "momentum":
                w = w + v
                v = s["beta"] * v - s["lr"] * g
            elif name == "nesterov":
                v = s["beta"] * v - s["lr"] * grad_fn(w + s["beta"] * v)
                w = w + v
            elif name == "adagrad":
                h = h + g**2
                w = w - s["lr"] * g / (np.sqrt(h) + s["eps"])
            elif name == "rmsprop":
                h = s["beta"] * h + (1 - s["beta"]) * g**2
                w = w - s["lr"] * g / (np.sqrt(h) + s["eps"])
            elif name == "adam":
                v = s["beta1"] * v + (1 - s["beta1"]) * g
                h = s["beta2"] * h + (1 - s["beta2"]) * g**2
                v_hat = v / (1 - s["beta1"] ** (t + 1))
                h_hat = h / (1 - s["beta2"] ** (t + 1))
                w = w - s["lr"] * v_hat / (np.sqrt(h_hat) + s["eps"])
            path.append(w)
        paths[name] = np.round(np.array(path), 3)
    return paths

# %% wrong: rounded to four digits
# kind: plain
# cause: rounding
# about: round|digit|decimal
import numpy as np


def compare_optimizers(grad_fn, w0, settings, steps):
    paths = {}
    for name, s in settings.items():
        w, v, h = w0, np.zeros_like(w0), np.zeros_like(w0)
        path = [w]
        for t in range(1, steps + 1):
            lr, beta = s["lr"], s.get("beta", 0)
            g = grad_fn(w + beta * v) if name == "nesterov" else grad_fn(w)
            if name in ("sgd", "momentum", "nesterov"):
                v = beta * v - lr * g
                w = w + v
            elif name == "adam":
                v = s["beta1"] * v + (1 - s["beta1"]) * g
                h = s["beta2"] * h + (1 - s["beta2"]) * g**2
                v_hat, h_hat = v / (1 - s["beta1"] ** t), h / (1 - s["beta2"] ** t)
                w = w - lr * v_hat / (np.sqrt(h_hat) + s["eps"])
            else:
                h = beta * h + (1 - beta) * g**2 if name == "rmsprop" else h + g**2
                w = w - lr * g / (np.sqrt(h) + s["eps"])
            path.append(w)
        paths[name] = np.array(path).round(4)
    return paths

# %% wrong: the last points alone come back
# kind: plain
# cause: unlisted
# about: path|last|all|shape|row|steps|part
import numpy as np


def compare_optimizers(grad_fn, w0, settings, steps):
    last = {}
    for name, s in settings.items():
        w, v, h = w0, np.zeros_like(w0), np.zeros_like(w0)
        for t in range(1, steps + 1):
            lr, beta = s["lr"], s.get("beta", 0)
            g = grad_fn(w + beta * v) if name == "nesterov" else grad_fn(w)
            if name in ("sgd", "momentum", "nesterov"):
                v = beta * v - lr * g
                w = w + v
            elif name == "adam":
                v = s["beta1"] * v + (1 - s["beta1"]) * g
                h = s["beta2"] * h + (1 - s["beta2"]) * g**2
                v_hat, h_hat = v / (1 - s["beta1"] ** t), h / (1 - s["beta2"] ** t)
                w = w - lr * v_hat / (np.sqrt(h_hat) + s["eps"])
            else:
                h = beta * h + (1 - beta) * g**2 if name == "rmsprop" else h + g**2
                w = w - lr * g / (np.sqrt(h) + s["eps"])
        last[name] = w
    return last

# %% wrong: w0 moves along in place, from one optimiser to the next, and AdaGrad averages
# kind: public
# cause: inputs_or_dtype
# about: in place|in-place|start|w0|copy|caller|input
# about: adagrad|average|sum|decay
import numpy as np


def compare_optimizers(grad_fn, w0, settings, steps):
    result = dict()
    for optimizer in settings:
        opt = settings[optimizer]
        w = w0
        v = np.zeros_like(w)
        cache = np.zeros_like(w)
        path = [w.copy()]
        for t in range(steps):
            if optimizer == "sgd":
                w -= opt["lr"] * grad_fn(w)
            elif optimizer == "momentum":
                v = opt["beta"] * v - opt["lr"] * grad_fn(w)
                w += v
            elif optimizer == "nesterov":
                v = opt["beta"] * v - opt["lr"] * grad_fn(w + opt["beta"] * v)
                w += v
            elif optimizer in ("adagrad", "rmsprop"):
                decay = opt.get("beta", 0.9)
                dw = grad_fn(w)
                cache = decay * cache + (1 - decay) * dw**2
                w -= opt["lr"] * dw / (np.sqrt(cache) + opt["eps"])
            else:
                dw = grad_fn(w)
                v = opt["beta1"] * v + (1 - opt["beta1"]) * dw
                cache = opt["beta2"] * cache + (1 - opt["beta2"]) * dw**2
                v_c = v / (1 - opt["beta1"] ** (t + 1))
                c_c = cache / (1 - opt["beta2"] ** (t + 1))
                w -= opt["lr"] * v_c / (np.sqrt(c_c) + opt["eps"])
            path.append(w.copy())
        result[optimizer] = np.array(path)
    return result

# %% wrong: a walk ends early where a step is small
# kind: plain
# cause: edge
# about: early|short|stop|length|row|break|condition|steps|guard|one_short|some
import numpy as np


def compare_optimizers(grad_fn, w0, settings, steps):
    paths = {}
    for name, s in settings.items():
        w, v, h = w0, np.zeros_like(w0), np.zeros_like(w0)
        path = [w]
        for t in range(1, steps + 1):
            lr, beta = s["lr"], s.get("beta", 0)
            g = grad_fn(w + beta * v) if name == "nesterov" else grad_fn(w)
            if np.linalg.norm(g) < 0.01:
                break
            if name in ("sgd", "momentum", "nesterov"):
                v = beta * v - lr * g
                w = w + v
            elif name == "adam":
                v = s["beta1"] * v + (1 - s["beta1"]) * g
                h = s["beta2"] * h + (1 - s["beta2"]) * g**2
                v_hat, h_hat = v / (1 - s["beta1"] ** t), h / (1 - s["beta2"] ** t)
                w = w - lr * v_hat / (np.sqrt(h_hat) + s["eps"])
            else:
                h = beta * h + (1 - beta) * g**2 if name == "rmsprop" else h + g**2
                w = w - lr * g / (np.sqrt(h) + s["eps"])
            path.append(w)
        paths[name] = np.array(path)
    return paths

# %% right: closures that remember
import numpy as np


def make(name, grad_fn, lr, beta=0.0, eps=0.0, beta1=0.0, beta2=0.0):
    v, h, t = 0.0, 0.0, 0

    def velocity(w):
        nonlocal v
        v = beta * v - lr * grad_fn(w + beta * v if name == "nesterov" else w)
        return w + v

    def sized(w):
        nonlocal h
        g = grad_fn(w)
        h = h + g * g if name == "adagrad" else beta * h + (1 - beta) * g * g
        return w - lr * g / (np.sqrt(h) + eps)

    def adam(w):
        nonlocal v, h, t
        g, t = grad_fn(w), t + 1
        v, h = beta1 * v + (1 - beta1) * g, beta2 * h + (1 - beta2) * g * g
        return w - lr * v / (1 - beta1**t) / (np.sqrt(h / (1 - beta2**t)) + eps)

    return {"adagrad": sized, "rmsprop": sized, "adam": adam}.get(name, velocity)


def compare_optimizers(grad_fn, w0, settings, steps):
    paths = {}
    for name, options in settings.items():
        step = make(name, grad_fn, **options)
        paths[name] = [w0]
        while len(paths[name]) <= steps:
            paths[name].append(step(paths[name][-1]))
    return {name: np.array(path) for name, path in paths.items()}

# %% right: recursion over the steps
import numpy as np


def walk(name, grad_fn, w, v, h, t, left, o):
    if left == 0:
        return [w]
    lr, beta = o["lr"], o.get("beta", 0)
    if name in ("sgd", "momentum", "nesterov"):
        where = w + beta * v if name == "nesterov" else w
        v_new = beta * v - lr * grad_fn(where)
        return [w, *walk(name, grad_fn, w + v_new, v_new, h, t + 1, left - 1, o)]
    g = grad_fn(w)
    if name == "adam":
        v = o["beta1"] * v + (1 - o["beta1"]) * g
        h = o["beta2"] * h + (1 - o["beta2"]) * g**2
        moved = v / (1 - o["beta1"] ** t) / (np.sqrt(h / (1 - o["beta2"] ** t)) + o["eps"])
    else:
        h = h + g**2 if name == "adagrad" else beta * h + (1 - beta) * g**2
        moved = g / (np.sqrt(h) + o["eps"])
    return [w, *walk(name, grad_fn, w - lr * moved, v, h, t + 1, left - 1, o)]


def compare_optimizers(grad_fn, w0, settings, steps):
    zero = np.zeros_like(w0)
    return {
        name: np.array(walk(name, grad_fn, w0, zero, zero, 1, steps, o))
        for name, o in settings.items()
    }

# %% right: classes with one base, Korean comments
import numpy as np


class Base:
    def __init__(self, lr, beta=0.0, eps=0.0, beta1=0.0, beta2=0.0):
        self.lr, self.beta, self.eps, self.beta1, self.beta2 = lr, beta, eps, beta1, beta2
        self.v = self.h = 0.0
        self.t = 0

    def run(self, grad_fn, w, steps):
        path = np.empty((steps + 1, w.size), dtype=w.dtype)
        path[0] = w
        for i in range(steps):
            self.t += 1
            path[i + 1] = path[i] + self.delta(grad_fn, path[i].copy())
        return path


class Momentum(Base):  # beta가 0이면 SGD
    def delta(self, grad_fn, w):
        self.v = self.beta * self.v - self.lr * grad_fn(w)
        return self.v


class Nesterov(Base):  # 앞을 내다본 곳의 기울기
    def delta(self, grad_fn, w):
        self.v = self.beta * self.v - self.lr * grad_fn(w + self.beta * self.v)
        return self.v


class Adagrad(Base):
    def delta(self, grad_fn, w):
        g = grad_fn(w)
        self.h = self.h + g**2
        return -self.lr * g / (self.h**0.5 + self.eps)


class Rmsprop(Base):
    def delta(self, grad_fn, w):
        g = grad_fn(w)
        self.h = self.beta * self.h + (1 - self.beta) * g**2
        return -self.lr * g / (self.h**0.5 + self.eps)


class Adam(Base):
    def delta(self, grad_fn, w):
        g = grad_fn(w)
        self.v = self.beta1 * self.v + (1 - self.beta1) * g
        self.h = self.beta2 * self.h + (1 - self.beta2) * g**2
        size = (self.h / (1 - self.beta2**self.t)) ** 0.5 + self.eps
        return -self.lr * self.v / (1 - self.beta1**self.t) / size


KINDS = dict(
    sgd=Momentum, momentum=Momentum, nesterov=Nesterov, adagrad=Adagrad, rmsprop=Rmsprop, adam=Adam
)


def compare_optimizers(grad_fn, w0, settings, steps):
    return {name: KINDS[name](**o).run(grad_fn, w0, steps) for name, o in settings.items()}

# %% right: match on the name, and a progress that is printed
import numpy as np


def compare_optimizers(grad_fn, w0, settings, steps):
    경로들 = {}
    for 이름, 설정 in settings.items():
        w, v, h = w0 + 0, w0 * 0, w0 * 0
        경로 = [w]
        for t in range(steps):
            match 이름:
                case "sgd":
                    w = w - 설정["lr"] * grad_fn(w)
                case "momentum":
                    v = 설정["beta"] * v - 설정["lr"] * grad_fn(w)
                    w = w + v
                case "nesterov":
                    v = 설정["beta"] * v - 설정["lr"] * grad_fn(w + 설정["beta"] * v)
                    w = w + v
                case "adagrad":
                    g = grad_fn(w)
                    h = h + g * g
                    w = w - 설정["lr"] * g / (np.sqrt(h) + 설정["eps"])
                case "rmsprop":
                    g = grad_fn(w)
                    h = h + (1 - 설정["beta"]) * (g * g - h)
                    w = w - 설정["lr"] * g / (np.sqrt(h) + 설정["eps"])
                case "adam":
                    g = grad_fn(w)
                    v = v + (1 - 설정["beta1"]) * (g - v)
                    h = h + (1 - 설정["beta2"]) * (g * g - h)
                    c1, c2 = 1 - 설정["beta1"] ** (t + 1), 1 - 설정["beta2"] ** (t + 1)
                    w = w - 설정["lr"] * (v / c1) / (np.sqrt(h / c2) + 설정["eps"])
            경로.append(w)
        print(f"{이름}: {경로[-1]}")
        경로들[이름] = np.vstack(경로)
    return 경로들
