"""Numeric comparison: is this value that value? Knows NumPy and nothing else.

It sees only plain values: None, bool, int, float, str, NumPy arrays, lists, tuples, dicts.
"""

from autograder.compare.comparison import Difference, agrees, compare
from autograder.compare.tolerance import Tolerance

__all__ = ["Difference", "Tolerance", "agrees", "compare"]
