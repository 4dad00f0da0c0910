"""What the cases of an exercise leave out of the domains of its arguments."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from scipy import sparse

from autograder.course import load_course
from autograder.course.domains import read_domains
from autograder.validation.domain_coverage import domain_coverage
from autograder.validation.domain_values import Scope, outside
from autograder.validation.in_process import examine_here
from autograder.validation.summary import examination_document
from tests.toy_settings import SEED

DOMAIN = 'domain={"x": "float64 (...)"}'


@pytest.fixture
def covered(toy_root, change):
    """Give `double` or `Counter` another domain; what its cases leave out of it."""

    def cover(domain: str, exercise: str = "double", **files: tuple[str, str]):
        old = {"double": DOMAIN, "Counter": 'domain={"step": "int"}'}[exercise]
        change(f"{exercise}/grading.py", old, domain)
        for file, (before, after) in files.items():
            change(f"{exercise}/{file}.py", before, after)
        (solution,) = (s for s in load_course(toy_root).solutions() if s.name == exercise)
        return domain_coverage(solution, SEED)

    return cover


def sentences(found):
    """Faults or gaps without the folder of the course."""
    return [each.split("/double/")[-1].split("/Counter/")[-1] for each in found]


def test_a_domain_that_is_touched_everywhere_leaves_nothing_out(covered):
    """As in the course that tests use."""
    found = covered(DOMAIN)
    assert (found.faults, found.gaps, found.reasons) == ([], [], {})


def test_a_closed_end_that_no_hidden_case_touches_is_a_gap(covered):
    """With its line; an open one is none, and public cases do not count."""
    found = covered('domain={\n    "x": "float64 (...) in [-4, 2e6); special 4"}')
    assert found.faults == []
    assert sentences(found.gaps) == [
        "grading.py:6: no hidden case touches x: -4",
        "grading.py:6: no hidden case touches x: 4",
    ]


@pytest.mark.parametrize(
    ("domain", "untouched"),
    [
        ("float (...)", ["float32"]),
        ("float64 (...) or float", ["a Python float"]),
        ("None or float64 (...)", ["None"]),
        ("float64 (...); special empty, nan, > 1e7, all 0", ["empty", "nan", "> 1e7"]),
        ("float64 (...) in (-inf, inf]", ["inf"]),
    ],
)
def test_dtypes_forms_and_special_values_are_parts_too(covered, domain, untouched):
    """Each that no hidden case has."""
    gaps = sentences(covered(f'domain={{"x": "{domain}"}}').gaps)
    assert gaps == [f"grading.py:5: no hidden case touches x: {part}" for part in untouched]


def test_sizes_of_one_are_parts_of_a_shape(covered):
    """The hidden cases have one, three and five numbers in a row, and none in a table."""
    text = "float64 () or float64 (n,) or float64 (m, 2) or float64 (2, 3)"
    gaps = sentences(covered(f'domain={{"x": "{text}"}}').gaps)
    assert gaps == [
        "grading.py:5: no hidden case touches x: m = 1",
        "grading.py:5: no hidden case touches x: m > 1",
    ]


OUTSIDE = [
    ("float64 (n,)", "case 1 of 'negative numbers': x has the shape (2, 2), and not (n,)"),
    ("float32 (...)", "case 0 of 'a few numbers': x is float64 (3,), and not float32 (...)"),
    ("float64 (...) >= 0", "case 0 of 'negative numbers': x has -"),
    ("float64 (...) <= 4", "case 0 of 'large numbers': x has 1"),
    ("float64 (...) in (1, 4.0)", "x has 1.0, outside of 'float64 (...) in (1, 4.0)'"),
    ("None or int", "x is float64 (3,), and not None or int"),
    ("list of float", "x is float64 (3,), and not list of float"),
    ("function", "x is float64 (3,), and not function"),
]


@pytest.mark.parametrize(("domain", "said"), OUTSIDE, ids=[domain for domain, _ in OUTSIDE])
def test_a_case_outside_of_a_domain_is_a_fault(covered, domain, said):
    """Public or hidden, with file and line of its check."""
    faults = sentences(covered(f'domain={{"x": "{domain}"}}').faults)
    lines = {"a few numbers": 8, "negative numbers": 19, "large numbers": 25}
    assert any(
        said in fault and any(f"grading.py:{lines[name]}: case" in fault for name in lines)
        for fault in faults
    ), faults


def test_what_a_driver_hands_on_is_what_counts(covered):
    """The constructor's argument reaches the class through the driver, whatever it calls it."""
    found = covered(
        'domain={"step": "int in [-20, 80]"}',
        "Counter",
        driver=("counter = submission(step)", "counter = submission(10 * step)"),
    )
    assert found.faults == []
    ends = [f"grading.py:3: no hidden case touches step: {end}" for end in (-20, 80)]
    assert sentences(found.gaps) == ends


def test_an_argument_without_a_domain_is_a_gap(covered):
    """Also those of methods; one that does not exist is a fault."""
    found = covered("domain={}")
    assert sentences(found.gaps) == ["grading.py:5: x has no domain"]


def test_the_arguments_of_methods_have_domains(covered):
    """Each after the name of its method."""
    found = covered(
        'domain={"step": "int", "stop": "int"}',
        "Counter",
        reference=("def next(self)", "def next(self, times=1)"),
    )
    assert sentences(found.gaps) == ["grading.py:3: next.times has no domain"]
    assert sentences(found.faults) == [
        "grading.py:3: there is no argument 'stop'; did you mean 'step'?"
    ]


def test_a_domain_of_a_method_is_compared_with_its_calls(covered):
    """Defaults count as given."""
    found = covered(
        'domain={"step": "int", "next.times": "int in [1, 2]"}',
        "Counter",
        reference=("def next(self)", "def next(self, times=1)"),
    )
    assert sentences(found.gaps) == ["grading.py:3: no hidden case touches next.times: 2"]


def test_a_part_may_be_left_out_with_a_reason(covered):
    """The reason is printed; one for what is touched, or for nothing, is a fault."""
    domain = '"float64 (...) in [-4, inf)"'
    reasons = '{"x: -4": "It is like any other.", "x: one axis": "No.", "x: 5": "No."}'
    found = covered(f'domain={{"x": {domain}}}, untouched={reasons}')
    assert found.reasons == {"x: -4": "It is like any other."}
    assert found.gaps == []
    assert sentences(found.faults) == [
        "grading.py:5: a hidden case touches x: one axis; it needs no reason",
        "grading.py:5: there is no part of a domain 'x: 5'; did you mean 'x: -4'?",
    ]


def test_what_one_seed_touches_by_luck_is_not_touched(covered):
    """A number that is drawn has to be there with every seed."""
    lucky = covered(
        'domain={"x": "float64 (...) ; special 3"}',
        grading=("x=rng.uniform(1, 2, size=3)", "x=rng.integers(3, 10**6, size=3) * 1.0"),
    )
    assert sentences(lucky.gaps) == ["grading.py:5: no hidden case touches x: 3"]


def test_both_examinations_say_what_is_outside(toy_root, change):
    """`build --examine` as `validate`."""
    change("double/grading.py", DOMAIN, 'domain={"x": "float64 (n,)"}')
    found = examine_here(next(load_course(toy_root).solutions()), SEED)
    assert any("case 1 of 'negative numbers': x has the shape" in each for each in found.faults)


@pytest.mark.sandbox
def test_validate_prints_what_is_left_out(run, change):
    """Below the exercise and in its last line; it is no failure."""
    new = 'domain={"x": "float64 (...); special 8, 4"}, untouched={"x: 4": "It is public."}'
    change("double/grading.py", DOMAIN, new)
    done = run("validate", "double")
    assert done.returncode == 0
    _, gap, reason, last = done.stdout.splitlines()
    assert gap.endswith("grading.py:5: no hidden case touches x: 8")
    assert reason == "    untouched x: 4: It is public."
    assert ", 1 gap in the domains; " in last


def test_the_document_has_what_is_left_out(toy_root, change):
    """For machines: the gaps, and the reasons by part."""
    new = 'domain={"x": "float64 (...); special 8, 4"}, untouched={"x: 4": "It is public."}'
    change("double/grading.py", DOMAIN, new)
    examination = examine_here(next(load_course(toy_root).solutions()), SEED)
    document = examination_document(examination, None)
    assert document["passed"]
    assert sentences(document["domain"]["gaps"]) == ["grading.py:5: no hidden case touches x: 8"]
    assert document["domain"]["reasons"] == {"x: 4": "It is public."}


def test_a_release_is_refused_with_a_list_of_what_is_missing(run, change, toy_root):
    """All gaps and what is not proved, and nothing is written."""
    change("double/grading.py", DOMAIN, 'domain={"x": "float64 (...); special 8"}')
    change("Counter/grading.py", ', domain={"step": "int"}', "")
    refused = run("build", "--release")
    assert refused.returncode == 1
    gap, missing, unproved, last = refused.stderr.splitlines()
    assert gap.endswith("double/grading.py:5: no hidden case touches x: 8")
    assert missing.endswith("Counter/grading.py:3: step has no domain")
    assert unproved.startswith("not proved as they are now: double, Counter; ")
    assert last.endswith("this is missing for a release; nothing was written")
    assert not (toy_root / "exercises").exists()


@pytest.mark.parametrize(
    ("domain", "value", "said"),
    [
        ("complex (n,)", np.array([1j, 2.0]), None),
        ("complex (n,)", np.array([1.0]), "x is float64 (1,), and not complex (n,)"),
        ("complex", 1j, None),
        ("complex", 1.0, "x is 1.0, and not complex"),
        ("table", pd.DataFrame({"a": ["b", None], "c": [1.0, np.nan]}), None),
        ("table", sparse.eye(2), "x is a sparse matrix of shape (2, 2), and not table"),
        ("sparse", sparse.eye(2, format="csr"), None),
        ("function", pd.DataFrame({"a": [1]}), "x is a table of shape (1, 1), and not function"),
    ],
)
def test_what_is_no_real_number_has_a_domain(domain, value, said):
    """Complex numbers, tables and sparse matrices; what does not fit is told in one line."""
    found = list(outside(read_domains({"x": domain}), Scope({"x": value})))
    assert found == ([] if said is None else [said])
