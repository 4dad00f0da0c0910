import copy

import numpy as np


def _fresh(submission):
    """The class with its own copy of the lists and dicts that it shares among its instances.

    What one case leaves behind in the class does not reach the next.
    """
    if not isinstance(submission, type):
        return submission
    shared = {
        name: copy.deepcopy(value)
        for name, value in vars(submission).items()
        if isinstance(value, list | dict | np.ndarray) and not name.startswith("__")
    }
    return type(submission.__name__, (submission,), shared)


def _step(optimiser, params, grads):
    """The parameters after a step; where it returns nothing, the list that it was given."""
    new = optimiser.step(params, grads)
    return params if new is None else new


def one_step(submission, params, grads, **settings):
    """Make an optimiser and take one step; what it returned."""
    return _fresh(submission)(**settings).step(params, grads)


def trajectory(submission, params, grads, **settings):
    """Take one step for each list of gradients; the lists of parameters, the start first."""
    optimiser = _fresh(submission)(**settings)
    path = [params]
    for each in grads:
        params = _step(optimiser, params, each)
        path.append(params)
    return path


def descents(submission, w, curvatures, rates, steps, **settings):
    """Walk down the bowl sum(curvatures * w**2) / 2 with one optimiser for each learning rate.

    All are made first and step in turn; the path of each.
    """
    made = _fresh(submission)
    optimisers = [made(lr=lr, **settings) for lr in rates]
    places = [[w] for _ in rates]
    paths = [[w] for _ in rates]
    for _ in range(steps):
        for i, optimiser in enumerate(optimisers):
            places[i] = _step(optimiser, places[i], [curvatures * each for each in places[i]])
            paths[i].append(places[i][0])
    return [np.array(path) for path in paths]


def side_by_side(submission, params, grads, settings):
    """One optimiser for each of the settings, all from the same start with the same gradients.

    They step in turn; for each, the lists of parameters after its steps.
    """
    made = _fresh(submission)
    optimisers = [made(**each) for each in settings]
    places = [params for _ in settings]
    paths = [[] for _ in settings]
    for each in grads:
        for i, optimiser in enumerate(optimisers):
            places[i] = _step(optimiser, places[i], each)
            paths[i].append(places[i])
    return paths


def always_from_there(submission, params, grads, **settings):
    """Take one step for each list of gradients, every time from the very same parameters."""
    optimiser = _fresh(submission)(**settings)
    return [_step(optimiser, params, each) for each in grads]


def same_step_again(submission, params, grads, times, **settings):
    """Step several times from the very same parameters with the very same gradients."""
    optimiser = _fresh(submission)(**settings)
    return [_step(optimiser, params, grads) for _ in range(times)]


def lists_and_arrays_after(submission, params, grads, **settings):
    """Take one step; what it returned, and what the lists and the arrays in them look like now."""
    arrays = {"params": list(params), "grads": list(grads)}
    result = _fresh(submission)(**settings).step(params, grads)
    lists = {"params": params, "grads": grads}
    return {"result": result, "inputs after the call": {"lists": lists, "arrays": arrays}}
