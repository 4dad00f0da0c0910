import numpy as np

from autograder import Case, Exercise

exercise = Exercise(
    points=10,
    notes=["39"],
    oracle="torch.linalg.vector_norm",
    domain={
        "w": "float (...) or float; special all 0, empty",
    },
)


@exercise.check("a vector", ko="벡터", points=2, public=True)
def vector(rng):
    yield Case(w=np.array([3.0, -4.0]))
    # A second one, so that no single number earns this.
    yield Case(w=rng.normal(size=5))


@exercise.check("all entries of a matrix", ko="행렬의 모든 원소", points=2, public=True)
def matrix(rng):
    yield Case(w=rng.normal(size=(3, 4)))


@exercise.check("the sides of a triangle", ko="삼각형의 세 변", points=2, driver="triangle")
def sides(rng):
    # Against each other, so that the third side is short and signs matter.
    yield Case(a=-rng.uniform(1, 2, size=(2, 3)), b=rng.uniform(0.25, 0.5, size=(2, 3)))


@exercise.check("numbers, more axes, float32", ko="숫자 하나, 여러 축, float32", points=2)
def shapes(rng):
    yield Case(w=-1.5)
    yield Case(w=rng.normal(size=(2, 3, 2)).astype(np.float32))
    # One entry.
    yield Case(w=np.array([-2.5]))


@exercise.check("zeros, and no entries at all", ko="0뿐이거나 비어 있을 때", points=1)
def zeros(rng):
    # The zero has no axes, which is a form of its own.
    yield Case(w=np.zeros(()))
    yield Case(w=np.zeros(0))


@exercise.check(
    "the inputs stay as they were", ko="입력이 바뀌지 않음", points=1, driver="inputs_after"
)
def untouched(rng):
    yield Case(w=-rng.uniform(0.5, 2, size=4))
