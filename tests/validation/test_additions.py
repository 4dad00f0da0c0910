"""Mutants that add what a student might add: guards, early returns, memories, assumptions."""

from __future__ import annotations

import pytest

from autograder.validation.mutants import make_mutants
from tests.validation.test_mutants import changes, hunt_double, reference

UPDATE = ("y = 0 * x", "y = factor * x", "return y")
LOOP = ("y = 0.0", "for each in x:", "    y = y + each", "return y")


def guarded(guard, line):
    """A line that is only reached if a guard is true."""
    return f"if {guard}:\n{line}"


def begun(line, *first):
    """A line after others."""
    return "\n".join([*first, line])


ADDED = [
    ("guard_statement", UPDATE,
     [guarded(guard, UPDATE[1])
      for guard in ("factor", "factor > 0", "factor > 1", "np.any(x)", "len(x) > 1")]),
    ("guard_statement", ("return factor * x",),
     [guarded(guard, "return factor * x")
      for guard in ("factor", "factor > 0", "factor > 1", "np.any(x)", "len(x) > 1")]),
    ("guard_statement", ("y = x", "for t in range(factor):", "    y = y * (t + 1)", "return y"),
     ["for t in (range(factor)) if factor > 1 else ():", guarded("np.any(t)", "y = y * (t + 1)")]),
    ("return_untouched", ("return factor * x",),
     [begun("return factor * x", f"if {case}:", "return x")
      for case in ("not np.any(x)", "len(x) < 2", "not factor", "factor < 2")]),
    ("return_early", ("y = factor * x", "z = np.abs(y)", "return z + 1"),
     ["y = factor * x\nreturn y", "z = np.abs(y)\nreturn z"]),
    ("return_early", LOOP,
     ["y = 0.0\nreturn y", "y = y + each\nbreak", "y = y + each\nreturn y"]),
    ("remember_result", ("return factor * x",),
     ['if not hasattr(double, "first"):\ndouble.first = factor * x\nreturn double.first',
      'known = double.__dict__.setdefault("known", {})\n'
      "shapes = str([np.shape(x), np.shape(factor)])\n"
      "if shapes not in known:\nknown[shapes] = factor * x\nreturn known[shapes]"]),
    ("assume_dtype", ("return factor * x",),
     [begun("return factor * x", f"x = np.asarray(x, dtype={dtype})")
      for dtype in ("np.float32", "int")]
     + [f"return np.asarray(factor * x, dtype={dtype})" for dtype in ("np.float32", "int")]
     + ["return float(factor * x)"]),
    ("assume_shape", ("return np.sum(factor * x)",),
     [begun("return np.sum(factor * x)", "x = np.ravel(x)"),
      "return np.atleast_1d(np.sum(factor * x))", "return np.sum(factor * x, axis=0)"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("operator", "lines", "after"), ADDED, ids=[f"{o}: {n[-1]}" for o, n, _ in ADDED]
)
def test_what_is_added(toy_root, operator, lines, after):
    """It is what a student might write, and nothing else."""
    assert sorted(changes(toy_root, *lines)[operator]) == sorted(after)


def domain(change, text):
    """Give x, an argument of `double`, another domain."""
    change("double/grading.py", '"x": "float64 (...)"', text)


def test_what_a_domain_does_not_have_is_not_asked_for(toy_root, change):
    """A guard that is true for every value that may be given cannot be told from none."""
    domain(change, '"x": "float64 (...) > 0", "factor": "int >= 2"')
    added = changes(toy_root, *UPDATE)
    assert added["guard_statement"] == [guarded("len(x) > 1", UPDATE[1])]
    assert added["return_untouched"] == ["if len(x) < 2:\nreturn x\ny = 0 * x"]


def test_what_a_domain_has_is_asked_for_without_a_case(toy_root, change):
    """Here no case has x in float32, without an entry, or as a single number."""
    domain(change, '"x": "float (...) or float; special empty"')
    added = changes(toy_root, *UPDATE)
    assert guarded("np.size(x) > 1", UPDATE[1]) in added["guard_statement"]
    assert "if np.size(x) == 0:\nreturn 0.0\ny = 0 * x" in added["return_untouched"]
    assert "x = np.asarray(x, dtype=float)\ny = 0 * x" in added["assume_dtype"]
    assert "x = float(x)\ny = 0 * x" in added["assume_dtype"]


def test_what_is_like_another_argument_has_its_dtypes(toy_root, change):
    """It is an array as the other one is."""
    domain(change, '"x": "float (n, d)", "factor": "like x (n,)"')
    added = changes(toy_root, "return factor * x")
    assert "factor = np.asarray(factor, dtype=float)\nreturn factor * x" in added["assume_dtype"]
    assert "factor = np.ravel(factor)\nreturn factor * x" in added["assume_shape"]


def test_a_sum_is_not_guarded_against_zeros(toy_root):
    """Nothing tells y + 0 from y."""
    found = changes(toy_root, "y = 1 * x", "y = y + x", "return y")["guard_statement"]
    assert found == [guarded("len(x) > 1", "y = y + x")]


def test_what_is_added_needs_numpy(toy_root):
    """It is imported where the reference does not do so."""
    solution = reference(toy_root, "return factor * x")
    path = solution.folder / "reference.py"
    path.write_text(solution.source.replace("import numpy as np\n", ""), encoding="utf-8")
    found = make_mutants(reference_as_it_is(toy_root))
    added = [each.after for each in found if each.operator == "assume_shape"]
    assert "import numpy as np\nx = np.ravel(x)\nreturn factor * x" in added


def reference_as_it_is(toy_root):
    """The exercise `double` as it now lies on disk."""
    from autograder.course import load_course

    return next(load_course(toy_root).solutions())


def test_settings_of_a_class_are_guarded_too(toy):
    """Where a method reads what the constructor was given."""
    counter = list(toy.solutions())[1]
    added = [each.after for each in make_mutants(counter) if each.operator == "guard_statement"]
    assert added == [guarded(f"self.step > {least}", "self.count += self.step") for least in (0, 1)]


@pytest.mark.sandbox
def test_a_case_that_is_missing_is_named_by_the_guard(toy_root, change):
    """Without an array of zeros nobody sees that a guard returns nothing for it."""
    change("double/grading.py", "np.zeros(1)", "np.ones(1)")
    faults = [each.rpartition("reference.py:")[2] for each in hunt_double(toy_root).faults]
    assert faults == [
        "8: no check kills this mutant: guard_statement, line 8: "
        "return np.asarray(x) * marker_of_the_hidden_solution → "
        "if np.any(x): ⏎ return np.asarray(x) * marker_of_the_hidden_solution"
    ]
