"""PyTorch's answers: its batch sampler, its SGD, and its automatic differentiation."""

from typing import Any

import numpy as np

LIBRARIES = ("torch",)


def record() -> dict[str, Any]:
    """What PyTorch makes of some batches, gradients and trainings."""
    rng = np.random.default_rng(13)
    return {
        "minibatches": _minibatches(rng),
        "gradient_step": _bowl(rng),
        "linear_regression_gradient": _gradients(rng),
        "train_linear_regression": _trainings(rng),
        "gradient_noise": _noises(rng),
        "descend_landscape": _landscapes(rng),
    }


def _batches(order, batch_size):
    from torch.utils.data import BatchSampler

    return list(BatchSampler(order.tolist(), batch_size, drop_last=False))


def _minibatches(rng):
    cases = []
    for n, batch_size in ((10, 4), (12, 3), (5, 1), (6, 6), (4, 9)):
        order = rng.permutation(n)
        batches = [np.array(batch) for batch in _batches(order, batch_size)]
        cases.append({"order": order, "batch_size": batch_size, "batches": batches})
    return cases


def _bowl(rng):
    import torch

    curvatures, start = rng.uniform(0.5, 8, size=(2, 2, 3))
    w = torch.tensor(start, requires_grad=True)
    optimiser = torch.optim.SGD([w], lr=0.2)
    path = [start]
    for _ in range(120):
        optimiser.zero_grad()
        (torch.tensor(curvatures) * w**2 / 2).sum().backward()
        optimiser.step()
        path.append(w.detach().numpy().copy())
    return {"curvatures": curvatures, "w0": start, "lr": 0.2, "path": np.array(path)}


def _problem(rng, n, d):
    X = rng.uniform(-1, 1, size=(n, d))
    return {"w": rng.normal(size=d), "X": X, "y": rng.normal(size=n)}


def _gradient(w, X, y):
    import torch

    weights = torch.tensor(w, requires_grad=True)
    loss = torch.nn.functional.mse_loss(torch.tensor(X) @ weights, torch.tensor(y))
    return torch.autograd.grad(loss, weights)[0].numpy()


def _gradients(rng):
    cases = [_problem(rng, n, d) for n, d in ((1, 2), (7, 3), (3, 6), (20, 1))]
    return [{**case, "gradient": _gradient(**case)} for case in cases]


def _trainings(rng):
    cases = []
    for batch_size in (1, 3, 11, 20):
        given = _problem(rng, 11, 3)
        # 30 epochs are 330 steps of single rows, and 120 of batches of three.
        orders = np.array([rng.permutation(11) for _ in range(100 if batch_size > 10 else 30)])
        given = {"X": given["X"], "y": given["y"], "w0": given["w"], "orders": orders}
        given |= {"lr": 0.1, "batch_size": batch_size}
        cases.append({**given, "path": _train(**given)})
    return cases


def _train(X, y, w0, lr, batch_size, orders):
    import torch

    w = torch.tensor(w0, requires_grad=True)
    rows, targets = torch.tensor(X), torch.tensor(y)
    optimiser = torch.optim.SGD([w], lr=lr)
    path = [w0]
    for order in orders:
        for batch in _batches(order, batch_size):
            optimiser.zero_grad()
            torch.nn.functional.mse_loss(rows[batch] @ w, targets[batch]).backward()
            optimiser.step()
        path.append(w.detach().numpy().copy())
    return np.array(path)


def _noises(rng):
    cases = []
    for batch_size in (1, 2, 4, 5):
        given = {**_problem(rng, 10, 3), "batch_size": batch_size, "order": rng.permutation(10)}
        cases.append({**given, "noise": _noise(**given)})
    return cases


def _noise(w, X, y, batch_size, order):
    full = _gradient(w, X, y)
    batches = _batches(order, batch_size)
    gradients = [_gradient(w, X[batch], y[batch]) for batch in batches]
    return float(np.mean([np.linalg.norm(grad - full) ** 2 for grad in gradients]))


def _landscapes(rng):
    cases = []
    for shape in ((), (2,), (2, 3)):
        tilt, start = np.full(shape, 0.25), rng.uniform(1, 2, size=shape)
        given = {"tilt": tilt, "w0": np.asarray(start), "lr": 0.125}
        given["noise"] = 2 * rng.normal(size=(100, *shape))
        cases.append({**given, "path": _walk(**given)})
    return cases


def _walk(tilt, w0, lr, noise):
    import torch

    w = torch.tensor(w0, requires_grad=True)
    optimiser = torch.optim.SGD([w], lr=lr)
    path = [w0]
    for error in noise:
        optimiser.zero_grad()
        (w**4 / 4 - w**2 / 2 + torch.tensor(tilt) * w).sum().backward()
        w.grad += torch.tensor(error)
        optimiser.step()
        path.append(w.detach().numpy().copy())
    return np.array(path)
