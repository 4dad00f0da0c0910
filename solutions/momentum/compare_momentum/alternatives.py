import numpy as np


def filled_in_row_by_row(grad_fn, w0, lr, beta, steps):
    sgd, momentum, nesterov = (np.zeros((steps + 1, w0.size), w0.dtype) for _ in range(3))
    sgd[0] = momentum[0] = nesterov[0] = w0
    v, u = np.zeros_like(w0), np.zeros_like(w0)
    for k in range(steps):
        sgd[k + 1] = sgd[k] - lr * grad_fn(sgd[k])
        v = beta * v - lr * grad_fn(momentum[k])
        momentum[k + 1] = momentum[k] + v
        u = beta * u - lr * grad_fn(nesterov[k] + beta * u)
        nesterov[k + 1] = nesterov[k] + u
    return {"nesterov": nesterov, "momentum": momentum, "sgd": sgd}


def the_velocity_is_the_last_move(grad_fn, w0, lr, beta, steps):
    def walk(beta, ahead):
        path = [w0, w0]
        for _ in range(steps):
            inertia = beta * (path[-1] - path[-2])
            slope = grad_fn(path[-1] + inertia * ahead)
            path.append(path[-1] + inertia - lr * slope)
        return np.stack(path[1:])

    return {"sgd": walk(0.0, 0), "momentum": walk(beta, 0), "nesterov": walk(beta, 1)}


def with_the_rate_outside(grad_fn, w0, lr, beta, steps):
    paths = {"sgd": [w0.copy()], "momentum": [w0.copy()], "nesterov": [w0.copy()]}
    for name, path in paths.items():
        keep = 0.0 if name == "sgd" else beta
        look = beta if name == "nesterov" else 0.0
        pile = np.zeros_like(w0)
        for _ in range(steps):
            pile = keep * pile + grad_fn(path[-1] - lr * look * pile)
            path.append(path[-1] - lr * pile)
    return {name: np.vstack(path) for name, path in paths.items()}
