import numpy as np

from autograder import Case, Exercise, Plot

exercise = Exercise(
    points=16,
    notes=["35"],
    oracle="torch.optim.lr_scheduler.ReduceLROnPlateau",
    domain={
        "scores": "float (epochs,); special nan, all nan, ties",
        "patience": "int >= 1; special epochs, > epochs",
        "min_delta": ">= 0",
    },
)

NAN = float("nan")


def _sixteenths(rng, scores):
    """Scores given in sixteenths, all raised by the same amount: exact in binary."""
    return (np.array(scores) + rng.integers(64, 128)) / 16


@exercise.check(
    "stops after `patience` epochs without an improvement",
    ko="향상 없이 patience 에폭이 지나면 멈춤",
    points=2,
    public=True,
)
def patience(rng):
    # The example that the statement works by hand.
    yield Case(scores=np.array([0.5, 0.625, 0.75, 0.6875, 0.625, 0.5, 0.875]), patience=3)
    # An improvement on the way sets the count back; a rise to the best or below it is none.
    yield Case(
        scores=np.array([0.25, 0.5, 0.375, 0.625, 0.375, 0.5, 0.625, 0.875]),
        patience=3,
        min_delta=0.0,
    )


@exercise.check(
    "the run that begins to overfit",
    ko="과적합이 시작되는 학습 곡선",
    points=2,
    public=True,
    driver="history",
    plot=Plot(
        "curve",
        x={"ko": "에폭", "en": "epoch"},
        y={"ko": "검증 정확도", "en": "validation accuracy"},
    ),
)
def overfitting(rng):
    epochs = np.arange(60)
    rise = 0.875 * (1 - np.exp(-epochs / 8)) - 0.008 * np.maximum(epochs - 22, 0)
    wobble = 0.015 * np.sin(2.1 * epochs)
    yield Case(scores=np.round(128 * (rise + wobble)) / 128, patience=8, min_delta=0.0)


@exercise.check("training that is never stopped", ko="끝까지 멈추지 않는 학습", points=2)
def never_stopped(rng):
    yield Case(scores=_sixteenths(rng, [0, 4, 9, 7, 8, 6]), patience=4)
    # The fewest epochs, and the least patience.
    yield Case(scores=_sixteenths(rng, [3]), patience=1)
    # More patience than epochs; of these there are as many as at first, and another is best.
    yield Case(scores=_sixteenths(rng, [0, 4, 3, 7, 8, 6]), patience=7)


@exercise.check(
    "a rise of min_delta or less is no improvement",
    ko="min_delta 이하의 상승은 향상이 아님",
    points=2,
    public=True,
)
def small_rises(rng):
    yield Case(scores=np.array([0.5, 0.75, 0.8125, 0.875, 0.75, 1.25]), patience=2, min_delta=0.125)
    yield Case(scores=np.array([0.5, 0.75, 1.0, 0.75, 1.0, 1.25]), patience=3, min_delta=0.25)


@exercise.check(
    "slow rises add up until they exceed min_delta",
    ko="느린 상승이 쌓여 min_delta를 넘음",
    points=3,
)
def slow_rises(rng):
    # One by one no rise counts; against the best that did count, each third one does.
    slow = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 9, 9, 9, 9]
    yield Case(scores=_sixteenths(rng, slow), patience=4, min_delta=2 / 16)
    # Never stopped, all below zero, in float32.
    below = (_sixteenths(rng, slow[:11]) - 16).astype(np.float32)
    yield Case(scores=below, patience=4, min_delta=2 / 16)
    # An integer: a rise by exactly 1 is none, by a little more it is one.
    more = 2 + 2.0**-40
    yield Case(scores=np.array([1.0, 2.0, more, 3.0, 2.0]), patience=2, min_delta=1)


@exercise.check("an epoch without a score (NaN)", ko="점수가 없는(NaN) 에폭", points=2)
def missing(rng):
    # Among scores below zero, where one that is missing must not count as zero; then at first,
    # where it must not stay the best.
    yield Case(scores=-_sixteenths(rng, [9, 5, NAN, 3, 4, NAN, 2, 0]), patience=2)
    yield Case(scores=_sixteenths(rng, [NAN, 3, 5, 4, 5, 4, 9]), patience=3)


@exercise.check(
    "the first epochs: negative, missing, none at all",
    ko="첫 에폭들: 음수, 없는 점수, 모두 없음",
    points=3,
)
def first_epochs(rng):
    yield Case(scores=-_sixteenths(rng, [NAN, NAN, 9, 11, 10]), patience=3)
    yield Case(scores=np.full(4, NAN), patience=3)
