"""The losses by SciPy and by PyTorch, its gradient by automatic differentiation."""

from __future__ import annotations

from typing import Any

import numpy as np

LIBRARIES = ("scipy", "torch")


def record() -> dict[str, Any]:
    """Inputs of every kind that the statements allow, and what the libraries answer."""
    rng = np.random.default_rng(1)
    return {
        "sigmoid": _sigmoid(rng),
        "softmax": _softmax(rng),
        "binary_cross_entropy": _binary_cross_entropy(rng),
        "cross_entropy": _cross_entropy(rng),
    }


def _sigmoid(rng: np.random.Generator) -> list[dict[str, Any]]:
    from scipy.special import expit

    ends = np.array([-1e4, -1000, -745, -709, -37, -0.0, 0.0, 37, 709, 745, 1000, 1e4])
    inputs = [rng.normal(scale=4, size=(5, 2, 3)), np.linspace(-40, 40, 33), ends]
    inputs += [x.astype(np.float32) for x in inputs]
    return [{"x": x, "expected": expit(x)} for x in inputs]


def _softmax(rng: np.random.Generator) -> list[dict[str, Any]]:
    from scipy.special import softmax

    tables = [rng.normal(scale=2, size=(2, 3, 4)), rng.uniform(-1e4, 1e4, size=(3, 5, 2))]
    tables += [z.astype(np.float32) for z in tables]
    return [
        {"z": z, "axis": axis, "expected": softmax(z, axis=axis)}
        for z in tables
        for axis in (-1, 0, 1)
    ]


def _binary_cross_entropy(rng: np.random.Generator) -> list[dict[str, Any]]:
    import torch
    from torch.nn.functional import binary_cross_entropy_with_logits

    return [
        {
            "logits": logits,
            "targets": targets,
            "expected": binary_cross_entropy_with_logits(
                torch.tensor(logits), torch.tensor(targets)
            ).item(),
        }
        for scale in (1, 10, 100, 1e4)
        for targets in (rng.uniform(size=(4, 3)), rng.integers(2, size=(4, 3)).astype(float))
        for logits in [rng.uniform(-scale, scale, size=(4, 3))]
    ]


def _cross_entropy(rng: np.random.Generator) -> list[dict[str, Any]]:
    import torch
    from torch.nn.functional import cross_entropy

    answers = []
    for scale in (1, 10, 100, 1e4):
        for shape in ((1, 3), (7, 4), (12, 2)):
            logits = rng.uniform(-scale, scale, size=shape)
            targets = rng.integers(shape[1], size=shape[0])
            leaf = torch.tensor(logits, requires_grad=True)
            loss = cross_entropy(leaf, torch.tensor(targets))
            loss.backward()
            answer = {"expected": loss.item(), "gradient": leaf.grad.numpy()}
            answers.append({"logits": logits, "targets": targets, **answer})
    return answers
