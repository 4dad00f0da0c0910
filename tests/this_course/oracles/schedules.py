"""Schedules by torch.optim.lr_scheduler and optax, epoch by epoch."""

from typing import Any

import numpy as np

LIBRARIES = ("torch", "optax")


def record() -> dict[str, Any]:
    """The learning rates of both libraries for fixed settings."""
    return {"torch": _by_torch(), "optax": _by_optax()}


def _by_torch() -> dict[str, Any]:
    import torch
    from torch.optim import lr_scheduler

    def rates(lr0: float, epochs: int, make: Any) -> np.ndarray[Any, Any]:
        optimizer = torch.optim.SGD([torch.zeros(1)], lr=lr0)
        scheduler = make(optimizer)
        seen = []
        for _ in range(epochs):
            seen.append(float(optimizer.param_groups[0]["lr"]))
            optimizer.step()
            scheduler.step()
        return np.array(seen)

    step = {"lr0": 0.3, "gamma": 0.7, "d": 7}
    exponential = {"lr0": 0.3, "gamma": 0.93}
    cosine = {"lr0": 0.3, "T": 60}
    linear = {"lr0": 0.3, "warmup": 12}
    return {
        "step_decay": {
            "settings": step,
            "rates": rates(0.3, 120, lambda o: lr_scheduler.StepLR(o, 7, 0.7)),
        },
        "exponential_decay": {
            "settings": exponential,
            "rates": rates(0.3, 120, lambda o: lr_scheduler.ExponentialLR(o, 0.93)),
        },
        "cosine_decay": {
            "settings": cosine,
            "rates": rates(0.3, 61, lambda o: lr_scheduler.CosineAnnealingLR(o, 60)),
        },
        "linear_warmup": {
            "settings": linear,
            "rates": rates(0.3, 40, lambda o: lr_scheduler.LinearLR(o, 1 / 12, 1.0, 11)),
        },
    }


def _by_optax() -> dict[str, Any]:
    import jax
    import jax.numpy as jnp
    import optax

    # Every quarter of an epoch, also past the end of each schedule.
    epochs = np.arange(0, 80, 0.25)

    def rates(settings: dict[str, Any], schedule: Any) -> dict[str, Any]:
        return {"settings": settings, "rates": np.asarray(schedule(jnp.asarray(epochs)))}

    before = jax.config.jax_enable_x64
    jax.config.update("jax_enable_x64", True)
    try:
        return {
            "epochs": epochs,
            "step_decay": rates(
                {"lr0": 0.3, "gamma": 0.7, "d": 7},
                optax.exponential_decay(0.3, 7, 0.7, staircase=True),
            ),
            "exponential_decay": rates(
                {"lr0": 0.3, "gamma": 0.93}, optax.exponential_decay(0.3, 1, 0.93)
            ),
            "cosine_decay": rates({"lr0": 0.3, "T": 60}, optax.cosine_decay_schedule(0.3, 60)),
            "linear_warmup": rates({"lr0": 0.3, "warmup": 12}, optax.linear_schedule(0.0, 0.3, 12)),
            "exponential_warmup": rates(
                {"lr0": 0.3, "warmup": 12, "start": 0.002},
                optax.exponential_decay(0.002, 12, 0.3 / 0.002, end_value=0.3),
            ),
            "warmup_cosine": rates(
                {"lr0": 0.3, "warmup": 12, "T": 60},
                optax.warmup_cosine_decay_schedule(0.0, 0.3, 12, 60, 0.0),
            ),
        }
    finally:
        jax.config.update("jax_enable_x64", before)
