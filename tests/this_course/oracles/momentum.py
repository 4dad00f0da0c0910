"""What SciPy, PyTorch and optax answer: a filter, SGD with momentum, and a step response."""

from typing import Any

import numpy as np

LIBRARIES = ("torch", "optax", "scipy")

CURVATURES = np.array([0.5, 2.0, 6.0])
BEND = 0.25


def record() -> dict[str, Any]:
    """What the libraries make of some sequences and of one valley."""
    return {
        "moving_average": _filtered() + _averaged_by_optax(),
        "torch": {name: _descended(name) for name in ("sgd", "momentum", "nesterov")},
        "optax": {name: _descended_by_optax(name) for name in ("momentum", "nesterov")},
        "overshoot": _step_responses(),
    }


def _sequences():
    rng = np.random.default_rng(13)
    for shape, beta in (((120,), 0.9), ((30, 2), 0.75), ((8, 2, 3), 0.5), ((5,), 0.0)):
        yield rng.normal(loc=1, size=shape), beta


def _filtered():
    from scipy.signal import lfilter

    return [
        {
            "values": values,
            "beta": beta,
            "averages": lfilter([1 - beta], [1, -beta], values, axis=0),
        }
        for values, beta in _sequences()
    ]


def _averaged_by_optax():
    import jax
    import optax

    answers = []
    # As arrays of JAX: only then does its flag decide the precision.
    with jax.enable_x64(True):
        for values, beta in _sequences():
            average = optax.ema(beta, debias=False)
            state = average.init(jax.numpy.asarray(values[0]))
            rows = []
            for value in values:
                row, state = average.update(jax.numpy.asarray(value), state)
                rows.append(np.asarray(row))
            answers.append({"values": values, "beta": beta, "averages": np.array(rows)})
    return answers


def _settings(name):
    return {"w0": np.array([-2.0, 1.0, 0.5]), "lr": 0.05, "beta": 0.0 if name == "sgd" else 0.8}


def _descended(name):
    """120 steps of PyTorch down the valley; its parameters and its momentum buffer."""
    import torch

    case = _settings(name)
    w = torch.tensor(case["w0"], requires_grad=True)
    curvatures = torch.tensor(CURVATURES)
    optimizer = torch.optim.SGD(
        [w], lr=case["lr"], momentum=case["beta"], nesterov=name == "nesterov"
    )
    path, buffers = [case["w0"]], [np.zeros_like(case["w0"])]
    for _ in range(120):
        optimizer.zero_grad()
        loss = (curvatures * w**2 / 2 + BEND * w**4 / 4).sum()
        loss.backward()
        optimizer.step()
        path.append(w.detach().numpy().copy())
        buffer = optimizer.state[w].get("momentum_buffer")
        buffers.append(np.zeros(3) if buffer is None else buffer.numpy().copy())
    return {**case, "path": np.array(path), "buffers": np.array(buffers)}


def _descended_by_optax(name):
    """The same by optax: its parameters."""
    import jax
    import optax

    case = _settings(name)
    with jax.enable_x64(True):
        w = jax.numpy.asarray(case["w0"])
        curvatures = jax.numpy.asarray(CURVATURES)
        optimizer = optax.sgd(case["lr"], case["beta"], nesterov=name == "nesterov")
        gradient = jax.grad(lambda w: (curvatures * w**2 / 2 + BEND * w**4 / 4).sum())
        state = optimizer.init(w)
        path = [case["w0"]]
        for _ in range(120):
            updates, state = optimizer.update(gradient(w), state)
            w = optax.apply_updates(w, updates)
            path.append(np.asarray(w))
    return {**case, "path": np.array(path)}


def _step_responses():
    """Second-order systems that are switched on: they swing from 0 to 1, and past it."""
    from scipy.signal import step

    answers = []
    for damping in (0.2, 0.5, 0.8):
        # The highest point, exp(-pi*damping/root) above 1, falls on the hundredth sample.
        root = np.sqrt(1 - damping**2)
        times = np.arange(401) / 100 * np.pi / root
        _, response = step(([1.0], [1.0, 2 * damping, 1.0]), T=times)
        answers.append({"damping": damping, "path": response})
    return answers
