"""Plain values for property tests: what the door lets through, and nothing else."""

from __future__ import annotations

import numpy as np
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

DTYPES = st.sampled_from(["?", "i1", "i4", "i8", "u1", "u8", "f2", "f4", "f8", "c8", "c16"])
SHAPES = hnp.array_shapes(min_dims=0, max_dims=3, min_side=0, max_side=4)

arrays = DTYPES.flatmap(lambda dtype: hnp.arrays(np.dtype(dtype), SHAPES))
texts = st.text(st.characters(exclude_categories=("Cs",)), max_size=5)
scalars = st.one_of(st.none(), st.booleans(), st.integers(-(2**63), 2**63 - 1), st.floats(), texts)
plain = st.recursive(
    scalars | arrays,
    lambda parts: st.one_of(
        st.lists(parts, max_size=3),
        st.lists(parts, max_size=3).map(tuple),
        st.dictionaries(texts, parts, max_size=3),
    ),
    max_leaves=6,
)
"""Any value of the grammar."""

moderate = st.floats(-1e3, 1e3, allow_subnormal=False)
"""Numbers of the size that exercises have."""

float_arrays = hnp.arrays(np.float64, hnp.array_shapes(max_dims=3, max_side=4), elements=moderate)
"""Arrays of them, with at least one entry."""
