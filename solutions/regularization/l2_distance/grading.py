import numpy as np

from autograder import Case, Exercise

exercise = Exercise(
    points=10,
    notes=["39"],
    oracle="scipy.spatial.distance.cdist",
    domain={
        "a": "float (..., d)",
        "b": "like a (..., d)",
    },
)


def _apart(rng, a, b, dtype=np.float64):
    """Points of three coordinates, of these shapes.

    In each pair the differences have both signs, and one coordinate lies on either side of zero:
    whoever drops a sign, or keeps one, never comes to the distance by chance.
    """
    yield (rng.uniform(0.5, 2, size=(*a, 3)) * [1, -1, 1]).astype(dtype)
    yield (rng.uniform(0.5, 2, size=(*b, 3)) * [-1, 1, 1]).astype(dtype)


@exercise.check("two points", ko="두 점", points=1, public=True)
def two_points(rng):
    yield Case(a=np.array([1.0, 2.0]), b=np.array([4.0, -2.0]))


@exercise.check("many pairs at once", ko="여러 쌍을 한꺼번에", points=2, public=True)
def many_pairs(rng):
    yield Case(a=rng.normal(size=(4, 3)), b=rng.normal(size=(4, 3)))


@exercise.check("shapes that broadcast", ko="브로드캐스팅되는 모양", points=2)
def broadcasting(rng):
    # Many points to one; each point of one set to each of another, in float32.
    a, b = _apart(rng, (4,), ())
    yield Case(a=a, b=b)
    a, b = _apart(rng, (2, 1), (4,), np.float32)
    yield Case(a=a, b=b)
    # One point to a table of them, and points on a line.
    a, b = _apart(rng, (), (2, 1))
    yield Case(a=a, b=b)
    yield Case(a=np.array([[1.0], [-2.0]]), b=np.array([0.5]))
    yield Case(a=np.array([-1.0]), b=np.array([0.5]))


@exercise.check("there and back", ko="가는 거리와 오는 거리", points=1, driver="both_ways")
def there_and_back(rng):
    # So far apart that 1e-8 under the root is not seen here, with any hidden seed.
    a, b = _apart(rng, (2,), (2,))
    yield Case(a=2 * a, b=2 * b)


@exercise.check("close points far from the origin", ko="원점에서 멀고 서로 가까운 점", points=2)
def close_points(rng):
    a = rng.uniform(1e5, 2e5, size=(4, 2))
    b = a + rng.uniform(1e-4, 2e-4, size=(4, 2)) * [[1, -1], [-1, 1], [-1, -1], [0, 0]]
    yield Case(a=a, b=b)


@exercise.check("float32 stays float32", ko="float32 유지", points=1)
def single(rng):
    a = rng.uniform(1e4, 2e4, size=(3, 2)).astype(np.float32)
    yield Case(a=a, b=a + rng.uniform(0.5, 1, size=(3, 2)).astype(np.float32))


@exercise.check(
    "the inputs stay as they were", ko="입력이 바뀌지 않음", points=1, driver="inputs_after"
)
def untouched(rng):
    a, b = _apart(rng, (2,), (2,))
    yield Case(a=a, b=b)
