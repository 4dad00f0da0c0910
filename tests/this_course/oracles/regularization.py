"""Distances by SciPy, norms and gradients by PyTorch, minima by scikit-learn."""

from typing import Any

import numpy as np

LIBRARIES = ("scipy", "torch", "scikit-learn")

STRENGTHS = [(0.1, 0.25), (0.7, 0.0), (0.3, 1.0), (2.0, 0.6)]


def record() -> dict[str, Any]:
    """What they answer, with the inputs."""
    return {
        "distances": _distances(),
        "sizes": [_sizes(w) for w in _weights()],
        "decay": _decay(),
        "ridge": [_ridge(n, d) for n, d in ((30, 4), (4, 6))],
        "elastic_net": [_elastic_net(lam, ratio) for lam, ratio in ((0.1, 0.5), (0.4, 0.8))],
        "sensitivity": _sensitivity(),
    }


def _weights() -> list[Any]:
    rng = np.random.default_rng(1)
    zeros = np.array([0.0, -1.5, 0.0, 2.0])
    return [rng.normal(size=7), rng.normal(size=(3, 4)), rng.normal(size=(2, 3, 2)) * 100, zeros]


def _distances() -> dict[str, Any]:
    from scipy.spatial.distance import cdist

    rng = np.random.default_rng(0)
    a, b = rng.normal(size=(6, 4)), rng.normal(size=(5, 4)) * 10
    far = rng.uniform(1e6, 2e6, size=(6, 3))
    close = far + rng.uniform(-1e-3, 1e-3, size=far.shape)
    return {
        "a": a,
        "b": b,
        "l1": cdist(a, b, "cityblock"),
        "l2": cdist(a, b, "euclidean"),
        "far": far,
        "close": close,
        "l1 of close": np.diag(cdist(far, close, "cityblock")),
        "l2 of close": np.diag(cdist(far, close, "euclidean")),
    }


def _sizes(weights: Any) -> dict[str, Any]:
    """The norms, and for each strength the elastic net with its gradient."""
    import torch
    from torch.nn.functional import l1_loss, mse_loss

    w = torch.tensor(weights, requires_grad=True)
    origin = torch.zeros_like(w)
    mixtures = []
    for lam, ratio in STRENGTHS:
        l1 = lam * l1_loss(w, origin, reduction="sum")
        l2 = lam * mse_loss(w, origin, reduction="sum")
        mixture = ratio * l1 + (1 - ratio) * l2
        (gradient,) = torch.autograd.grad(mixture, w)
        mixtures.append(
            {
                "lam": lam,
                "ratio": ratio,
                "l1": l1.item(),
                "l2": l2.item(),
                "elastic net": mixture.item(),
                "gradient": gradient.numpy(),
            }
        )
    return {
        "w": weights,
        "l1 norm": torch.linalg.vector_norm(w, 1).item(),
        "l2 norm": torch.linalg.vector_norm(w, 2).item(),
        "mixtures": mixtures,
    }


def _decay() -> dict[str, Any]:
    """Nothing but weight decay for a hundred steps."""
    import torch

    start = np.random.default_rng(2).normal(size=5)
    w = torch.tensor(start, requires_grad=True)
    optimiser = torch.optim.SGD([w], lr=0.05, weight_decay=0.3)
    path = [start]
    for _ in range(100):
        w.grad = torch.zeros_like(w)
        optimiser.step()
        path.append(w.detach().numpy().copy())
    return {"lr": 0.05, "weight_decay": 0.3, "path": np.array(path)}


def _ridge(n: int, d: int) -> dict[str, Any]:
    from sklearn.linear_model import Ridge

    rng = np.random.default_rng(3)
    X, y = rng.normal(size=(n, d)), rng.normal(size=n) + 1
    alphas = [0.5, 20.0, 3.0]
    models = [Ridge(alpha=alpha, fit_intercept=False, solver="svd") for alpha in alphas]
    return {
        "X": X,
        "y": y,
        "alphas": alphas,
        "coefficients": np.array([model.fit(X, y).coef_ for model in models]),
    }


def _elastic_net(lam: float, ratio: float) -> dict[str, Any]:
    """The minimum of mean((X w - y)**2) + lam * (ratio * L1 + (1 - ratio) * L2)."""
    from sklearn.linear_model import ElasticNet

    rng = np.random.default_rng(4)
    X = rng.normal(size=(40, 6))
    y = X @ np.array([2.0, -1.0, 0.5, 0.0, 0.0, 0.05]) + 0.1 * rng.normal(size=40)
    # scikit-learn halves the loss and, within the penalty, the squares once more:
    # alpha * l1_ratio = lam * ratio / 2 and alpha * (1 - l1_ratio) = lam * (1 - ratio).
    of_l1, of_l2 = lam * ratio / 2, lam * (1 - ratio)
    model = ElasticNet(
        alpha=of_l1 + of_l2,
        l1_ratio=of_l1 / (of_l1 + of_l2),
        fit_intercept=False,
        tol=1e-15,
        max_iter=100_000,
    )
    return {"X": X, "y": y, "lam": lam, "ratio": ratio, "coefficients": model.fit(X, y).coef_}


def _sensitivity() -> dict[str, Any]:
    import torch
    from torch.nn.functional import linear

    rng = np.random.default_rng(5)
    w, X, dX = rng.normal(size=4), rng.normal(size=(8, 4)), rng.normal(size=(8, 4))
    layer = torch.tensor(w[None])
    change = linear(torch.tensor(X + dX), layer) - linear(torch.tensor(X), layer)
    return {"w": w, "X": X, "dX": dX, "change": change.abs().numpy()[:, 0]}
