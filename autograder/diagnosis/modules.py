"""Names that people use of modules, and what binds them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

__all__ = ["BARE", "IMPORTS", "LIBRARIES"]

IMPORTS: Final[Mapping[str, str]] = {
    "np": "import numpy as np",
    "plt": "import matplotlib.pyplot as plt",
    "reduce": "from functools import reduce",
    "partial": "from functools import partial",
    "deepcopy": "from copy import deepcopy",
    "defaultdict": "from collections import defaultdict",
    "deque": "from collections import deque",
    "dataclass": "from dataclasses import dataclass",
    **{
        name: f"import {name}"
        for name in (
            *("numpy", "matplotlib", "math", "cmath", "random", "statistics", "itertools"),
            *("functools", "operator", "collections", "copy", "time", "warnings", "typing"),
            *("os", "sys", "re", "decimal", "fractions"),
        )
    },
}
"""The statement that binds a name, where it works when this is graded."""

LIBRARIES: Final[Mapping[str, str]] = {
    "pd": "pandas",
    "tf": "tensorflow",
    "jnp": "jax",
    "sns": "seaborn",
    "nn": "torch",
    "optim": "torch",
    **{
        name: name
        for name in (
            *("pandas", "torch", "tensorflow", "keras", "jax", "sklearn", "scipy", "seaborn"),
            *(
                "statsmodels",
                "sympy",
                "cupy",
                "numba",
                "polars",
                "xgboost",
                "torchvision",
                "autograd",
            ),
        )
    },
}
"""Libraries that people know, by the names that they bind, and that are not for an exercise."""

BARE: Final = frozenset(
    "arange argmax argmin argsort array ceil clip concatenate cos cumsum diag dot empty exp eye "
    "floor full hstack inf linalg linspace log log10 log1p log2 maximum mean median minimum nan "
    "ones ones_like outer pi power prod sign sin sqrt square std tanh var vstack where zeros "
    "zeros_like".split()
)
"""What NumPy has, and is used without its prefix."""
