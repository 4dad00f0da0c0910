"""The adaptive optimisers, as PyTorch and Optax have them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

LIBRARIES = ("torch", "optax")

STEPS = 120

SETTINGS = {
    "sgd": {"lr": 0.02},
    "momentum": {"lr": 0.02, "beta": 0.9},
    "nesterov": {"lr": 0.02, "beta": 0.9},
    "adagrad": {"lr": 0.3, "eps": 1e-3},
    "rmsprop": {"lr": 0.02, "beta": 0.9, "eps": 1e-3},
    "adam": {"lr": 0.05, "beta1": 0.8, "beta2": 0.95, "eps": 1e-3},
}


def record() -> dict[str, Any]:
    """Inputs, and what the libraries make of them."""
    rng = np.random.default_rng(20)
    w = rng.normal(size=3)
    grads = rng.normal(size=(STEPS, 3)) * np.array([0.01, 1.0, 30.0])
    shapes = (2, 2), (3,), ()
    params = [rng.normal(size=shape) for shape in shapes]
    many = [rng.normal(size=(STEPS, *shape)) for shape in shapes]
    start, curvatures = np.array([-2.0, 1.0]), np.array([1.0, 12.0])
    moment = rng.normal(size=3)
    return {
        "settings": SETTINGS,
        "one array": {
            "w": w,
            "grads": grads,
            "torch": {name: _torch_run(name, w, grads) for name in ("adagrad", "rmsprop", "adam")},
            "optax": {name: _optax_run(name, w, grads) for name in ("rmsprop", "adam")},
        },
        "rates": {"lr": 0.3, "eps": 1e-3, "torch": _torch_rates(grads, lr=0.3, eps=1e-3)},
        "many arrays": {"params": params, "grads": many, "torch": _torch_many(params, many)},
        "bowl": {
            "start": start,
            "curvatures": curvatures,
            "torch": {name: _torch_descent(name, start, curvatures) for name in SETTINGS},
        },
        "correction": {"moment": moment, "beta": 0.8, "optax": _optax_correction(moment, 0.8)},
    }


def _torch_optimiser(name: str, params: list[Any]) -> Any:
    import torch

    s: dict[str, float] = SETTINGS[name]
    make: dict[str, Callable[[], Any]] = {
        "sgd": lambda: torch.optim.SGD(params, s["lr"]),
        "momentum": lambda: torch.optim.SGD(params, s["lr"], momentum=s["beta"]),
        "nesterov": lambda: torch.optim.SGD(params, s["lr"], momentum=s["beta"], nesterov=True),
        "adagrad": lambda: torch.optim.Adagrad(params, s["lr"], eps=s["eps"]),
        "rmsprop": lambda: torch.optim.RMSprop(params, s["lr"], alpha=s["beta"], eps=s["eps"]),
        "adam": lambda: torch.optim.Adam(params, s["lr"], (s["beta1"], s["beta2"]), s["eps"]),
    }
    return make[name]()


def _torch_run(name: str, w: Any, grads: Any) -> dict[str, Any]:
    """The path, and at its end what the optimiser remembers."""
    import torch

    param = torch.tensor(w, requires_grad=True)
    optimiser = _torch_optimiser(name, [param])
    path = [w]
    for grad in grads:
        param.grad = torch.tensor(grad)
        optimiser.step()
        path.append(param.detach().numpy().copy())
    memory = {"adagrad": ["sum"], "rmsprop": ["square_avg"], "adam": ["exp_avg", "exp_avg_sq"]}
    state = optimiser.state[param]
    return {"path": np.array(path), "memory": [state[key].numpy() for key in memory[name]]}


def _torch_many(params: Any, grads: Any) -> list[Any]:
    import torch

    tensors = [torch.tensor(w, requires_grad=True) for w in params]
    optimiser = _torch_optimiser("adam", tensors)
    for t in range(STEPS):
        for tensor, grad in zip(tensors, grads, strict=True):
            tensor.grad = torch.tensor(grad[t])
        optimiser.step()
    return [tensor.detach().numpy().copy() for tensor in tensors]


def _torch_rates(grads: Any, lr: float, eps: float) -> Any:
    """How far a parameter at zero goes, for each unit of its gradient."""
    import torch

    param = torch.zeros(grads.shape[1], dtype=torch.float64, requires_grad=True)
    optimiser = torch.optim.Adagrad([param], lr, eps=eps)
    rates = []
    for grad in grads:
        with torch.no_grad():
            param.zero_()
        param.grad = torch.tensor(grad)
        optimiser.step()
        rates.append(-param.detach().numpy() / grad)
    return np.array(rates)


def _torch_descent(name: str, start: Any, curvatures: Any) -> Any:
    """The path down the bowl; for Nesterov that of the point which is not looked ahead to."""
    import torch

    param = torch.tensor(start, requires_grad=True)
    optimiser = _torch_optimiser(name, [param])
    path = [start]
    for _ in range(STEPS):
        param.grad = torch.tensor(curvatures) * param.detach()
        optimiser.step()
        point = param.detach().numpy().copy()
        if name == "nesterov":
            # PyTorch keeps w + beta*v as its parameter; its buffer is -v / lr.
            ahead = SETTINGS[name]["beta"] * SETTINGS[name]["lr"]
            point += ahead * optimiser.state[param]["momentum_buffer"].numpy()
        path.append(point)
    return np.array(path)


def _optax_run(name: str, w: Any, grads: Any) -> Any:
    import jax
    import optax

    s: dict[str, float] = SETTINGS[name]
    make = {
        "rmsprop": lambda: optax.rmsprop(s["lr"], s["beta"], s["eps"], eps_in_sqrt=False),
        "adam": lambda: optax.adam(s["lr"], s["beta1"], s["beta2"], s["eps"]),
    }
    with jax.enable_x64(True):
        optimiser = make[name]()
        point = jax.numpy.asarray(w)
        state = optimiser.init(point)
        path = [w]
        for grad in grads:
            change, state = optimiser.update(jax.numpy.asarray(grad), state)
            point = optax.apply_updates(point, change)
            path.append(np.asarray(point))
    return np.array(path)


def _optax_correction(moment: Any, beta: float) -> Any:
    import jax
    import optax

    with jax.enable_x64(True):
        moment = jax.numpy.asarray(moment)
        counts = jax.numpy.arange(1, STEPS + 1)
        return np.array([optax.tree.bias_correction(moment, beta, t) for t in counts])
