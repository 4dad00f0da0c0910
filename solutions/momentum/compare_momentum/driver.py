def gradient_of(curvatures, bend):
    """The gradient of the valley curvatures * w**2 / 2 + bend * w**4 / 4; without bend a bowl."""
    return lambda point: curvatures * point + bend * point**3


def race(submission, w0, curvatures, bend=0.0, **settings):
    """The three paths down the valley."""
    return submission(gradient_of(curvatures, bend), w0, **settings)


def inputs_after(submission, w0, curvatures, **settings):
    """The three paths down the bowl, and what the start looks like then."""
    result = submission(gradient_of(curvatures, 0.0), w0, **settings)
    return {"result": result, "inputs after the call": {"w0": w0}}
