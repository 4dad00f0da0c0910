"""Splits and a grid search by scikit-learn, and the patience of a PyTorch scheduler."""

import math
from typing import Any

import numpy as np

LIBRARIES = ("scikit-learn", "torch")


def record() -> dict[str, Any]:
    """What the two libraries answer to fixed questions."""
    return {
        "train_test_split": _splits(),
        "three_way_split": _three_way_splits(),
        "select_hyperparameter": _grid_search(),
        "early_stopping": _patience(),
    }


def _splits() -> list[dict[str, Any]]:
    from sklearn.model_selection import train_test_split

    rng = np.random.default_rng(1)
    found = []
    for n in (2, 7, 20, 33, 50):
        for fraction in (0.125, 0.25, 0.3, 0.5):
            order = rng.permutation(n)
            train, test = train_test_split(order, test_size=fraction, shuffle=False)
            found.append({"order": order, "fraction": fraction, "train": train, "test": test})
    return found


def _three_way_splits() -> list[dict[str, Any]]:
    from sklearn.model_selection import train_test_split

    rng = np.random.default_rng(2)
    found = []
    for n in (5, 10, 23, 40):
        for validation_fraction, test_fraction in ((0.25, 0.25), (0.125, 0.3), (0.4, 0.2)):
            order = rng.permutation(n)
            rest, test = train_test_split(order, test_size=test_fraction, shuffle=False)
            # A second fraction would be one of the rest; as a number of rows it is one of all.
            rows = len(train_test_split(order, test_size=validation_fraction, shuffle=False)[1])
            train, validation = train_test_split(rest, test_size=rows, shuffle=False)
            found.append(
                {
                    "order": order,
                    "fractions": [validation_fraction, test_fraction],
                    "parts": [train, validation, test],
                }
            )
    return found


def _grid_search() -> dict[str, Any]:
    """The degree of smoothing by nearest neighbours, chosen on one fixed validation part."""
    from sklearn.model_selection import GridSearchCV, PredefinedSplit
    from sklearn.neighbors import KNeighborsRegressor

    rng = np.random.default_rng(3)
    x = rng.uniform(-2, 2, size=(150, 1))
    y = np.sin(2 * x[:, 0]) + 0.4 * rng.normal(size=150)
    train, validation, test = slice(0, 60), slice(60, 110), slice(110, 150)
    candidates = [1, 2, 3, 5, 8, 13, 21, 34]
    # -1: always trained with; 0: the one fold that is validated with.
    folds = PredefinedSplit([-1] * 60 + [0] * 50)
    # refit would train the winner once more, with the validation part as well.
    search = GridSearchCV(
        KNeighborsRegressor(), {"n_neighbors": candidates}, cv=folds, refit=False
    ).fit(x[:110], y[:110])
    chosen = search.best_params_["n_neighbors"]
    model = KNeighborsRegressor(chosen).fit(x[train], y[train])
    return {
        "candidates": candidates,
        "train": np.column_stack([x[train], y[train]]),
        "validation": np.column_stack([x[validation], y[validation]]),
        "test": np.column_stack([x[test], y[test]]),
        "validation scores": search.cv_results_["mean_test_score"],
        "chosen": chosen,
        "test score": float(model.score(x[test], y[test])),
    }


def _patience() -> list[dict[str, Any]]:
    rng = np.random.default_rng(4)
    found = []
    for number in range(60):
        # In sixteenths, so that differences and limits are exact; ties are frequent.
        steps = rng.integers(-3, 5, size=int(rng.integers(1, 40)))
        scores = (np.cumsum(steps) - 8) / 16
        if number % 3 == 0:
            scores[rng.random(len(scores)) < 0.3] = np.nan
        patience, min_delta = int(rng.integers(1, 7)), float(rng.integers(0, 6) / 16)
        stop, best = _plateau(scores, patience, min_delta)
        found.append(
            {
                "scores": scores,
                "patience": patience,
                "min_delta": min_delta,
                "stop": stop,
                "best": best,
            }
        )
    return found


def _plateau(scores: Any, patience: int, min_delta: float) -> tuple[int, int | None]:
    """Where ReduceLROnPlateau first lowers the rate, and where it last met a new best until then.

    It acts after *more* than its patience, hence one less.
    """
    import torch
    from torch.optim.lr_scheduler import ReduceLROnPlateau

    optimizer = torch.optim.SGD([torch.zeros(1)], lr=1.0)
    scheduler = ReduceLROnPlateau(
        optimizer,
        mode="max",
        factor=0.5,
        patience=patience - 1,
        threshold=min_delta,
        threshold_mode="abs",
    )
    best_epoch, best = None, -math.inf
    for epoch, score in enumerate(scores.tolist()):
        scheduler.step(score)
        if scheduler.best != best:
            best_epoch, best = epoch, scheduler.best
        if optimizer.param_groups[0]["lr"] < 1:
            return epoch, best_epoch
    return len(scores) - 1, best_epoch
