import numpy as np

from autograder import Case, Exercise, Plot

exercise = Exercise(
    points=13,
    notes=["37", "38"],
    oracle="sklearn.linear_model.Ridge",
    domain={
        "X": "float (n, d)",
        "y": "like X (n,)",
        "lams": "list of number >= 0",
    },
)

# In float32 a small weight beside large ones has fewer right digits than its own size suggests.
SINGLE = 1e-5


@exercise.check("one strength", ko="세기 하나", points=2, public=True)
def one_strength(rng):
    # The weights that fit best are (2.5, 0.5); with the penalty they become (1, 0.5).
    X = np.array([[1.0, 0.0], [1.0, 1.0], [0.0, 1.0]])
    yield Case(X=X, y=np.array([4.0, 1.5, 2.0]), lams=[1.0])


@exercise.check(
    "the weights shrink as the strength grows",
    ko="세기가 커지면 가중치가 작아짐",
    points=2,
    public=True,
    plot=Plot(
        "curve",
        x={"ko": "λ = 2⁻¹²부터 두 배씩", "en": "λ, doubled from 2⁻¹²"},
        y={"ko": "가중치", "en": "weight"},
    ),
)
def shrinking(rng):
    # Two inputs that are nearly the same: without a penalty their weights are large and opposed.
    base = rng.normal(size=12)
    X = np.stack([base, base + 0.2 * rng.normal(size=12), rng.normal(size=12)], axis=1)
    y = X @ np.array([3.0, -2.0, 1.0]) + 0.3 * rng.normal(size=12)
    yield Case(X=X, y=y, lams=[2.0**k for k in range(-12, 5)])


@exercise.check("in the order that was asked for", ko="주어진 순서대로", points=2, atol=SINGLE)
def order(rng):
    X, y = rng.normal(size=(9, 3)), rng.normal(size=9) + 1
    # No penalty at all, and one strength twice. In float32: who returns float64 and loses nothing
    # but the check of it would keep too many points.
    yield Case(X=X.astype(np.float32), y=y.astype(np.float32), lams=[0.5, 0.0, 2.0, 0.5])


@exercise.check("more weights than samples", ko="표본보다 많은 가중치", points=1)
def wide(rng):
    # The last input is the sum of the others, which are far from dependent on each other.
    core = 2 * np.eye(4) + rng.uniform(-0.25, 0.25, size=(4, 4))
    X = np.column_stack([core, core.sum(axis=1)])
    yield Case(X=X, y=rng.normal(size=4) + 1, lams=[1.0, 0.25, 4.0])
    # One row, one weight, one strength, which is an integer.
    yield Case(X=np.array([[2.0]]), y=np.array([3.0]), lams=[1])


@exercise.check("float32 stays float32", ko="float32 유지", points=2, atol=SINGLE)
def single(rng):
    X, y = rng.normal(size=(8, 2)), rng.normal(size=8) + 1
    yield Case(X=X.astype(np.float32), y=y.astype(np.float32), lams=[1.0, 0.5])


@exercise.check("the same data asked twice", ko="같은 데이터로 두 번", points=3, driver="twice")
def asked_twice(rng):
    yield Case(X=rng.normal(size=(7, 2)), y=rng.normal(size=7) + 1, lams=[1.0, 0.25])


@exercise.check(
    "the inputs stay as they were", ko="입력이 바뀌지 않음", points=1, driver="inputs_after"
)
def untouched(rng):
    yield Case(X=rng.normal(size=(7, 2)), y=rng.normal(size=7) + 1, lams=[1.0, 0.25])
