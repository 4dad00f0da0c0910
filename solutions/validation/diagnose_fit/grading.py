import numpy as np

from autograder import Case, Exercise

exercise = Exercise(
    points=10,
    notes=["32", "36"],
    oracle="properties of the three rules",
    domain={
        "train_error": "float >= 0",
        "validation_error": "float >= 0",
        "target_error": ">= 0",
        "gap": ">= 0",
    },
)


def _models(rng, errors, target, gap):
    """Pairs of a training and a validation error, in sixteenths; exact in binary.

    All is made larger by one factor, and the two errors and the target by one amount as well. They
    become so large that a gap relative to the training error is another one in every draw.
    """
    factor, shift = rng.integers(2, 5) / 16, rng.integers(8, 16)
    train, validation = factor * (np.array(errors).T + shift)
    return Case(
        train_errors=train,
        validation_errors=validation,
        target_error=float(factor * (target + shift)),
        gap=float(factor * gap),
    )


@exercise.check(
    "models of growing size", ko="점점 커지는 모델", points=2, public=True, driver="each"
)
def growing(rng):
    # As the model grows its training error falls on; the validation error turns up again. The
    # smallest one shows a large gap as well, and underfits all the same.
    yield Case(
        train_errors=np.array([0.75, 0.5, 0.3125, 0.1875, 0.125, 0.0625, 0.0]),
        validation_errors=np.array([1.0, 0.5625, 0.375, 0.25, 0.25, 0.375, 0.625]),
        target_error=0.25,
        gap=0.1875,
    )


@exercise.check(
    "whatever does not fit the training data underfits",
    ko="학습 데이터에도 맞지 않으면 과소적합",
    points=2,
    driver="each",
)
def underfit_first(rng):
    # Far above the target, with a small gap, a large one and none; then two that do fit.
    yield _models(rng, [(40, 42), (40, 60), (40, 40), (8, 40), (8, 10)], target=16, gap=4)


@exercise.check(
    "the gap is between validation and training error",
    ko="간격은 검증 오차와 학습 오차의 차이",
    points=3,
    driver="each",
)
def between_the_two(rng):
    # Above the target in validation only; far below the target with a large gap. A validation
    # error below the training error is no overfitting.
    errors = [(15, 18), (0, 14), (0, 3), (15, 24), (15, 1), (12, 2), (1, 15), (40, 1)]
    yield _models(rng, errors, target=16, gap=4)


@exercise.check(
    "exactly at the limits", ko="꼭 경계에 있을 때", points=2, public=True, driver="each"
)
def limits(rng):
    yield Case(
        train_errors=np.array([0.25, 0.25, 0.25, 0.125, 0.3125]),
        validation_errors=np.array([0.3125, 0.375, 0.5, 0.25, 0.375]),
        target_error=0.25,
        gap=0.125,
    )
    # Both limits at the least that they may be, and integers.
    yield Case(
        train_errors=np.array([0.0, 0.0, 0.5]),
        validation_errors=np.array([0.0, 0.25, 0.5]),
        target_error=0,
        gap=0,
    )


@exercise.check("limits of other sizes", ko="다른 크기의 경계", points=1, driver="each")
def other_limits(rng):
    yield _models(rng, [(6, 9), (6, 8), (3, 6), (7, 8), (6, 10), (2, 6)], target=6, gap=3)
    # Limits and errors at the least that they may be, and integers.
    yield Case(
        train_errors=np.array([0.0, 0.25, 0.0]),
        validation_errors=np.array([0.125, 0.0, 0.0]),
        target_error=0,
        gap=0,
    )
