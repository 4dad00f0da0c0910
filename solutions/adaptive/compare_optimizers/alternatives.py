import numpy as np


def filled_in_row_by_row(grad_fn, w0, settings, steps):
    paths = {name: np.empty((steps + 1, len(w0)), dtype=w0.dtype) for name in settings}
    for name, path in paths.items():
        path[0] = w0
        options = settings[name]
        lr, eps = options["lr"], options.get("eps", 0.0)
        first, second = np.zeros_like(w0), np.zeros_like(w0)
        for k in range(steps):
            beta1 = options.get("beta1", options.get("beta", 0.0))
            beta2 = options.get("beta2", options.get("beta", 0.0))
            ahead = path[k] + beta1 * first if name == "nesterov" else path[k]
            g = grad_fn(ahead)
            if name in ("sgd", "momentum", "nesterov"):
                first = beta1 * first - lr * g
                path[k + 1] = path[k] + first
                continue
            weight = 1.0 if name == "adagrad" else 1 - beta2
            second = (1.0 if name == "adagrad" else beta2) * second + weight * g**2
            rates = lr / (np.sqrt(second) + eps)
            if name == "adam":
                first = beta1 * first + (1 - beta1) * g
                g = first / (1 - beta1 ** (k + 1))
                rates = lr / (np.sqrt(second / (1 - beta2 ** (k + 1))) + eps)
            path[k + 1] = path[k] - rates * g
    return paths


def generators(grad_fn, w0, settings, steps):
    def velocity(lr, beta=0.0, ahead=0.0):
        # The learning rate outside the velocity: the same while it is constant.
        w, v = w0, np.zeros_like(w0)
        while True:
            yield w
            v = beta * v + grad_fn(w - ahead * lr * beta * v)
            w = w - lr * v

    def adapted(lr, eps, keep, add, beta1=0.0, corrected=False):
        w, m, h, t = w0, np.zeros_like(w0), np.zeros_like(w0), 0
        while True:
            yield w
            g, t = grad_fn(w), t + 1
            m, h = beta1 * m + (1 - beta1) * g, keep * h + add * g * g
            left, right = (1 - beta1**t, 1 - keep**t) if corrected else (1.0, 1.0)
            w = w - lr * (m / left) / (np.sqrt(h / right) + eps)

    def start(name, lr, beta=0.0, eps=0.0, beta1=0.0, beta2=0.0):
        if name == "adagrad":
            return adapted(lr, eps, 1.0, 1.0)
        if name == "rmsprop":
            return adapted(lr, eps, beta, 1 - beta)
        if name == "adam":
            return adapted(lr, eps, beta2, 1 - beta2, beta1, corrected=True)
        return velocity(lr, beta, ahead=float(name == "nesterov"))

    paths = {}
    for name, options in settings.items():
        walk = start(name, **options)
        paths[name] = np.stack([next(walk) for _ in range(steps + 1)])
    return paths


def from_the_history(grad_fn, w0, settings, steps):
    def average(values, beta):
        return sum((1 - beta) * beta**age * value for age, value in enumerate(reversed(values)))

    def following(name, path, grads, lr, beta=0.0, eps=0.0, beta1=0.0, beta2=0.0):
        w, moved = path[-1], path[-1] - path[max(len(path) - 2, 0)]
        grads.append(grad_fn(w + beta * moved if name == "nesterov" else w))
        if name in ("sgd", "momentum", "nesterov"):
            return w + beta * moved - lr * grads[-1]
        squares = [g * g for g in grads]
        if name == "adagrad":
            return w - lr * grads[-1] / (np.sqrt(sum(squares)) + eps)
        if name == "rmsprop":
            return w - lr * grads[-1] / (np.sqrt(average(squares, beta)) + eps)
        m_hat = average(grads, beta1) / (1 - beta1 ** len(grads))
        v_hat = average(squares, beta2) / (1 - beta2 ** len(grads))
        return w - lr * m_hat / (np.sqrt(v_hat) + eps)

    paths = {}
    for name, options in settings.items():
        path, grads = [w0], []
        while len(path) <= steps:
            path.append(following(name, path, grads, **options))
        paths[name] = np.array(path)
    return paths
