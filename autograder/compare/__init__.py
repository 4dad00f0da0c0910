"""Numeric comparison, and what explains a difference. Knows NumPy and nothing else.

Both see only plain values: None, bool, int, float, str, NumPy arrays, lists, tuples, dicts.
"""

from autograder.compare.comparison import Difference, compare
from autograder.compare.relations import Relation, explain
from autograder.compare.tolerance import Tolerance

__all__ = ["Difference", "Relation", "Tolerance", "compare", "explain"]
