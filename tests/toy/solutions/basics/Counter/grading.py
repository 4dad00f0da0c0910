from autograder import Case, Exercise

exercise = Exercise(points=6, notes=["2"], oracle="range", domain={"step": "int"})


@exercise.check("three counts", ko="세 번", points=1, public=True, driver="counts")
def three(rng):
    yield Case(step=2, times=3)
    yield Case(step=5, times=4)


@exercise.check("many counts", ko="여러 번", points=5, driver="counts")
def many(rng):
    yield Case(step=int(rng.integers(3, 9)), times=20)
    yield Case(step=-1, times=1)
