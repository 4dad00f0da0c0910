import numpy as np

from autograder import Case, Exercise, Plot

exercise = Exercise(
    points=10,
    notes=["38"],
    oracle="property: at most the norm of w times that of the noise",
    domain={
        "w": "float (d,)",
        "X": "like w (n, d)",
        "dX": "like X",
    },
)

# The outputs before and after may be subtracted, and then only the digits that do not cancel are
# left. This is why abs(X) @ abs(w) stays below 20 in these cases, where it costs less than the
# default absolute tolerance, and why the noise in float32 is about as large as the inputs.


@exercise.check("one sample", ko="표본 하나", points=1, public=True)
def one_sample(rng):
    yield Case(w=np.array([2.0, -1.0]), X=np.array([[3.0, 1.0]]), dX=np.array([[0.25, 1.0]]))


@exercise.check(
    "two models with the same outputs",
    ko="출력이 같은 두 모델",
    points=2,
    public=True,
    driver="two_models",
    plot=Plot(
        "curve",
        x={"ko": "표본", "en": "sample"},
        y={"ko": "출력의 변화", "en": "change of the output"},
    ),
)
def two_models(rng):
    # Both inputs are equal, so that only their weights' sum matters: until there is noise.
    X = np.repeat(rng.uniform(0.5, 2, size=(10, 1)), 2, axis=1)
    dX = 0.1 * rng.normal(size=(10, 2))
    yield Case(large=np.array([4.0, -3.0]), small=np.array([0.5, 0.5]), X=X, dX=dX)


@exercise.check("every sample by itself", ko="표본마다 따로", points=2)
def every_sample(rng):
    w = rng.uniform(0.5, 1, size=3) * [1, -1, 1]
    X = rng.uniform(0.5, 1, size=(4, 3)) * [1, -1, 1]
    noise = rng.uniform(0.25, 0.5, size=(2, 3)) * [1, -0.5, 1]
    dX = np.concatenate([noise, -noise])
    # In float32, so that changes in float64 are found out.
    yield Case(w=w.astype(np.float32), X=X.astype(np.float32), dX=dX.astype(np.float32))


@exercise.check("very little noise", ko="아주 작은 노이즈", points=1)
def little_noise(rng):
    X = rng.uniform(0.5, 1, size=(3, 2)) * [1, -1]
    dX = rng.uniform(1e-3, 2e-3, size=(3, 2)) * [-1, -0.25]
    yield Case(w=rng.uniform(0.5, 1, size=2) * [1, -1], X=X, dX=dX)
    # One row, one weight.
    yield Case(w=np.array([0.75]), X=np.array([[-0.5]]), dX=np.array([[-0.0078125]]))


@exercise.check("float32 stays float32", ko="float32 유지", points=1)
def single(rng):
    w, X, dX = (rng.uniform(0.5, 1, size=shape) for shape in (2, (3, 2), (3, 2)))
    yield Case(w=w.astype(np.float32), X=X.astype(np.float32), dX=-dX.astype(np.float32))


@exercise.check(
    "one input moved to several places", ko="한 입력을 여러 곳으로 옮김", points=2, driver="moves"
)
def moves(rng):
    w = rng.uniform(0.5, 1, size=3) * [1, -1, 1]
    X = rng.uniform(0.5, 1, size=(2, 3)) * [1, -1, 1]
    yield Case(w=w, X=X, targets=[factor * X + rng.uniform(0, 0.1, size=3) for factor in (3, -2)])


@exercise.check(
    "the inputs stay as they were", ko="입력이 바뀌지 않음", points=1, driver="inputs_after"
)
def untouched(rng):
    w = rng.uniform(0.5, 1, size=3) * [1, -1, 1]
    X = rng.uniform(0.5, 1, size=(2, 3)) * [1, -1, 1]
    yield Case(w=w, X=X, dX=-rng.uniform(0.25, 0.5, size=(2, 3)) * [1, 0.5, 1])
