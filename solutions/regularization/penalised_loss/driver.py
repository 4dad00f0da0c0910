import numpy as np


def _bowl(center):
    """A loss with its minimum at the center."""
    return lambda w: np.sum((w - center) ** 2)


def _largest(strength):
    """A penalty: the size of the largest weight, times a strength."""
    return lambda w: strength * np.max(np.abs(w))


def _value(function, w):
    """What the returned function gives; whatever is no function is handed on as it is."""
    return function(w) if callable(function) else function


def at_points(submission, center, strength, points):
    """One penalised loss, at one point after another."""
    total = submission(_bowl(center), _largest(strength))
    return [_value(total, w) for w in points]


def along_a_line(submission, grid, center, strength):
    """The loss of one single weight without the penalty and with it, for each value on the grid."""
    loss = _bowl(center)
    total = submission(loss, _largest(strength))
    points = [np.array([value]) for value in grid]
    return {
        "L": np.array([loss(w) for w in points]),
        "L + R": np.array([_value(total, w) for w in points], dtype=float),
    }


def two_at_once(submission, centers, strengths, points):
    """Two penalised losses, both made before either is asked for a value."""
    first, second = (
        submission(_bowl(center), _largest(strength))
        for center, strength in zip(centers, strengths, strict=True)
    )
    return [[_value(first, w), _value(second, w)] for w in points]


def two_penalties(submission, center, strengths, w):
    """A penalised loss is a loss, and is penalised once more."""
    once = submission(_bowl(center), _largest(strengths[0]))
    return _value(submission(once, _largest(strengths[1])), w)
