import numpy as np

from autograder import Case, Exercise

exercise = Exercise(
    points=12,
    notes=["13"],
    oracle="torch.utils.data.BatchSampler",
    domain={
        "order": "int (n,) >= 0",
        "batch_size": "int >= 1; special n, > n",
    },
)


@exercise.check("batches of equal size", ko="크기가 모두 같은 배치", points=2, public=True)
def equal(rng):
    yield Case(order=rng.permutation(12), batch_size=4)


@exercise.check("a short last batch", ko="짧은 마지막 배치", points=2, public=True)
def short(rng):
    # Evened out, these sizes would be 3, 2, 2.
    yield Case(order=rng.permutation(7), batch_size=3)


@exercise.check("one row, and all rows", ko="한 개씩, 그리고 전체를 한 번에", points=2)
def extremes(rng):
    yield Case(order=rng.permutation(6), batch_size=1)
    yield Case(order=rng.permutation(6), batch_size=6)
    # The fewest rows that there may be.
    yield Case(order=np.array([7]), batch_size=1)


@exercise.check("a batch size beyond the data", ko="데이터보다 큰 배치 크기", points=2)
def beyond(rng):
    # So many that they are hardly ever sorted by chance.
    yield Case(order=10 + rng.permutation(8), batch_size=11)


@exercise.check("the rows of a larger data set", ko="더 큰 데이터의 일부 행", points=3)
def part(rng):
    yield Case(order=rng.choice(np.arange(20, 100), size=13, replace=False), batch_size=5)


@exercise.check(
    "the inputs stay as they were", ko="입력이 바뀌지 않음", points=1, driver="inputs_after"
)
def untouched(rng):
    yield Case(order=rng.permutation(9), batch_size=3)
