"""The course in linear algebra is written against the public interface, examined, and right."""

from __future__ import annotations

import ast
import shutil
from pathlib import Path

import numpy as np
import pytest

import autograder
from autograder.build.generated import GENERATED, build
from autograder.collecting.pieces import Piece
from autograder.collecting.submission import Submission
from autograder.course import load_course
from autograder.course.seeds import generator
from autograder.grading.course_keys import make_keys
from autograder.grading.judge import judge_here
from autograder.grading.run import grade_submission
from autograder.keys.making import make_key
from autograder.report.messages import check_message
from autograder.validation.in_process import examine_here
from tests.cli.running import run
from tests.toy_settings import SEED

ROOT = Path(__file__).parents[2] / "courses" / "linear_algebra"
NAMES = sorted(path.parent.name for path in ROOT.glob("solutions/*/*/grading.py"))
COURSE = load_course(ROOT)
SOLUTIONS = {solution.name: solution for solution in COURSE.solutions()}


@pytest.mark.parametrize("name", NAMES)
def test_an_exercise_has_no_fault_and_no_gap(name):
    """What `build --examine` and `build --release` ask of it, but for the proof by mutants."""
    examined = examine_here(SOLUTIONS[name], SEED)
    assert examined.faults == []
    assert examined.coverage.gaps == []
    assert examined.named == len(examined.mistake_names) >= 3
    assert len(SOLUTIONS[name].alternatives) >= 2


def test_the_course_names_nothing_of_the_framework_but_its_public_interface():
    """Whoever writes a course needs no more than `from autograder import ...`."""
    paths = list(ROOT.glob("solutions/**/*.py"))
    assert len(paths) > 4 * len(NAMES)  # of each exercise several
    for path in paths:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("autograder"):
                assert node.module == "autograder", path
                assert {alias.name for alias in node.names} <= set(autograder.__all__), path


@pytest.mark.proof
@pytest.mark.nbgrader
def test_the_course_is_released(tmp_path):
    """Once it is proved, which takes minutes, nothing else is missing; nothing of a solution is in it."""
    root = tmp_path / "course"
    shutil.copytree(ROOT, root, ignore=shutil.ignore_patterns(".autograder", *GENERATED))
    refused = run("build", "--release", cwd=root)
    assert refused.code != 0
    (missing,) = [line for line in refused.err.splitlines() if "not proved" in line]
    assert missing.endswith("`autograder validate --changed` proves them")
    assert "gap" not in refused.err
    course = load_course(root)
    build(course, root)
    for assignment in course.assignments:
        text = (root / "release" / assignment.name / f"{assignment.name}.ipynb").read_text("utf-8")
        assert all(f'"grade_id": "{part.name}"' in text for part in assignment.parts)
        assert "BEGIN SOLUTION" not in text


def test_every_point_of_the_lecture_has_an_exercise():
    """And no exercise names one that is none."""
    named = {note for each in SOLUTIONS.values() for note in each.exercise.notes}
    assert named == {note.number for note in COURSE.settings.note}


def oracle(name, **inputs):
    """What somebody else's library makes of a case of an exercise, and the reference."""
    return SOLUTIONS[name].reference(**inputs)


@pytest.fixture
def rng(request):
    """Numbers of its own for each test."""
    return generator(SEED, "oracles", request.node.name)


def test_projections_and_equations_are_those_of_numpy(rng):
    """By least squares, which does not go through the factors of the reference."""
    A, b = rng.normal(size=(9, 4)), rng.normal(size=9)
    best = np.linalg.lstsq(A, b)[0]
    np.testing.assert_allclose(oracle("least_squares", A=A, b=b), best, rtol=1e-10)
    np.testing.assert_allclose(oracle("project_onto_columns", A=A, b=b), A @ best, rtol=1e-10)


def test_triangles_and_spaces_are_those_of_scipy(rng):
    """Substitution, the null space as a projection, the factors up to signs."""
    linalg = pytest.importorskip("scipy.linalg")
    U, b = np.triu(rng.normal(size=(6, 6))) + 3 * np.eye(6), rng.normal(size=6)
    np.testing.assert_allclose(oracle("back_substitution", U=U, b=b), linalg.solve_triangular(U, b))
    A = rng.normal(size=(3, 7))
    own, other = oracle("null_space", A=A), linalg.null_space(A)
    np.testing.assert_allclose(own @ own.T, other @ other.T, atol=1e-12)
    Q, R = oracle("qr_factors", A=A.T)
    other_q, other_r = linalg.qr(A.T, mode="economic")
    np.testing.assert_allclose(np.abs(Q), np.abs(other_q), atol=1e-12)
    np.testing.assert_allclose(np.abs(R), np.abs(other_r), atol=1e-12)


def test_eigenvalues_and_waves_are_those_of_numpy(rng):
    """The largest eigenvalue, the signs of all, the transform."""
    A = rng.normal(size=(4, 4))
    A = A @ A.T + np.diag([9.0, 0, 0, 0])
    values = np.linalg.eigvalsh(A)
    value, _ = oracle("power_iteration", A=A, start=np.ones(4), steps=400)
    np.testing.assert_allclose(value, values[-1])
    assert oracle("definiteness", A=A) == "positive definite"
    assert oracle("definiteness", A=A - np.mean(values) * np.eye(4)) == "indefinite"
    x = rng.normal(size=32)
    np.testing.assert_allclose(oracle("fast_fourier", x=x), np.fft.fft(x), atol=1e-12)


def test_streaming_least_squares_solves_the_equations_and_the_ridge(rng):
    """All at once, as one system with the ridge below it."""
    A, b = rng.normal(size=(12, 3)), rng.normal(size=12)
    made = SOLUTIONS["StreamingLeastSquares"].reference(3, 0.5)
    for row, right in zip(A, b.tolist(), strict=True):
        made.add(row, right)
    rows = np.concatenate([A, np.sqrt(0.5) * np.eye(3)])
    best = np.linalg.lstsq(rows, np.append(b, np.zeros(3)))[0]
    np.testing.assert_allclose(made.solution(), best, rtol=1e-9)


def test_a_random_range_contains_the_matrix(rng):
    """As the best possible basis does."""
    A = rng.normal(size=(20, 3)) @ rng.normal(size=(3, 15))
    Q = oracle("random_range", A=A, rank=3, seed=4)
    U = np.linalg.svd(A)[0][:, :3]
    np.testing.assert_allclose(Q @ Q.T, U @ U.T, atol=1e-9)


def test_determinants_conditions_and_closest_matrices_are_those_of_numpy(rng):
    """By other ways than those of the references."""
    A = rng.normal(size=(6, 6))
    np.testing.assert_allclose(oracle("determinant", A=A), np.linalg.det(A), rtol=1e-10)
    np.testing.assert_allclose(oracle("condition_number", A=A), np.linalg.cond(A), rtol=1e-10)
    A = rng.normal(size=(7, 4))
    closest, distance = oracle("low_rank", A=A, rank=2)
    values, vectors = np.linalg.eigh(A.T @ A)
    np.testing.assert_allclose(closest, A @ vectors[:, 2:] @ vectors[:, 2:].T, atol=1e-10)
    np.testing.assert_allclose(distance, np.sqrt(values[:2].sum()), rtol=1e-10)


def test_sparse_products_and_conjugate_gradients_are_those_of_scipy(rng):
    """With empty rows; after some steps, and after as many as there are unknowns."""
    sparse = pytest.importorskip("scipy.sparse")
    A = sparse.random_array((8, 5), density=0.3, rng=rng, format="csr")
    x = rng.normal(size=5)
    stored = {"values": A.data, "columns": A.indices, "starts": A.indptr}
    np.testing.assert_allclose(oracle("sparse_product", **stored, x=x), A @ x, atol=1e-14)
    A = rng.normal(size=(5, 5))
    A, b = A @ A.T + np.eye(5), rng.normal(size=5)
    linalg = pytest.importorskip("scipy.sparse.linalg")
    for steps in (2, 5):
        other, _ = linalg.cg(A, b, rtol=0, atol=0, maxiter=steps)
        own = oracle("conjugate_gradients", product=lambda v: A @ v, b=b, steps=steps)
        np.testing.assert_allclose(own, other, rtol=1e-8)


def test_other_signs_and_other_bases_earn_all_points():
    """Answers that nobody listed: Householder's signs, a turned basis, another random draw."""
    turned = np.array([[0.6, -0.8], [0.8, 0.6]])

    def null_space(A):
        basis = np.linalg.svd(A)[2][len(A) :].T
        if basis.shape[1] >= 2:
            basis[:, :2] = basis[:, :2] @ turned
        return basis[:, ::-1]

    def random_range(A, rank, seed):
        draw = np.random.default_rng(seed).standard_t(5, size=(A.shape[1], rank))
        return -np.linalg.svd(A @ draw, full_matrices=False)[0]

    key = make_key(SOLUTIONS["null_space"], SEED)
    assert judge_here(key, null_space).score == key.points
    ranges = make_key(SOLUTIONS["random_range"], SEED)
    assert judge_here(ranges, random_range).checks[0].finding.problem.type == "numpy.linalg.svd"


def graded(sandbox, source, name):
    """The result of a submission to one exercise, as it is graded in the sandbox."""
    key = make_keys([SOLUTIONS[name]], SEED, limits=sandbox.limits, layers="full")[name]
    submission = Submission("student", "equations", (Piece(0, source, name),), {})
    (result,) = grade_submission(sandbox, submission, [key]).exercises
    return result


@pytest.mark.sandbox
def test_whoever_sums_over_all_orders_takes_too_many_steps(sandbox):
    """Right as it is, it earns all other points."""
    source = """
import numpy as np

def determinant(A):
    if len(A) == 1:
        return A[0, 0]
    value = 0.0
    for k in range(len(A)):
        minor = np.delete(A[1:], k, axis=1)
        value += (-1) ** k * A[0, k] * determinant(minor)
    return value
"""
    result = graded(sandbox, source, "determinant")
    assert [check.name for check in result.checks if check.points < check.max_points] == [
        "eight rows, in so many steps as elimination needs"
    ]
    assert "runs more lines than it may" in check_message(result.checks[4], "determinant", "en")


@pytest.mark.sandbox
def test_what_is_forbidden_is_told_in_the_fork_of_a_submission(sandbox):
    """By name and line, and no check earns a point."""
    source = (
        "import numpy as np\n\n\ndef least_squares(A, b):\n    return np.linalg.lstsq(A, b)[0]\n"
    )
    result = graded(sandbox, source, "least_squares")
    assert result.score == 0
    assert check_message(result.checks[0], "least_squares", "en") == (
        "This is to be solved without numpy.linalg.lstsq, and line 5 uses it."
    )
