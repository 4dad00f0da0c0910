import numpy as np

TRAIN, VALIDATION, TEST = 0.1, 1.1, 2.1
"""What fills the rows, which say nothing but where they are from."""

KINDS = {TRAIN: "train", VALIDATION: "validation", TEST: "test"}


def tables(submission, candidates, rounds, shape=(4, 2)):
    """Select once in each round, always from the same list; what each selection returned.

    A round says how every candidate scores on each kind of data, and `shape` is that of the data.
    """
    return [result for result, _ in _play(submission, candidates, rounds, shape)]


def test_uses(submission, candidates, rounds):
    """As `tables`, and how many times the test data was scored."""
    played = _play(submission, candidates, rounds, shape=(4, 2))
    return [{"result": result, "times the test data was scored": uses} for result, uses in played]


def _play(submission, candidates, rounds, shape):
    places = {candidate: place for place, candidate in enumerate(candidates)}
    return [_one_round(submission, candidates, places, scores, shape) for scores in rounds]


def _one_round(submission, candidates, places, scores, shape):
    data = {
        "train": np.full(shape, TRAIN),
        "validation": np.full(shape, VALIDATION),
        "test": np.full(shape, TEST),
    }
    uses = []

    def fit(candidate, rows):
        return {"place": places[candidate], "learned from": rows}

    def score(model, rows):
        if TEST in rows:
            uses.append(model)
        of_each_row = [scores[kind] for kind in _kinds(rows)]
        # Who has learned from more than the training data knows more.
        more = np.mean([list(KINDS.values()).index(kind) for kind in _kinds(model["learned from"])])
        return float(np.mean([of_row[model["place"]] for of_row in of_each_row]) + more)

    return submission(candidates, fit, score, **data), len(uses)


def _kinds(rows):
    """The kind of data that each row is from."""
    return [KINDS[float(row[0])] for row in rows]


def polynomial(submission, degrees, train, validation, test):
    """Choose the degree of a polynomial; the curve of the chosen one, from x = -1 to x = 1."""

    def fit(degree, points):
        return np.polyfit(points[:, 0], points[:, 1], degree)

    def score(model, points):
        return -float(np.mean((np.polyval(model, points[:, 0]) - points[:, 1]) ** 2))

    degree, _ = submission(degrees, fit, score, train, validation, test)
    x = np.linspace(-1, 1, 81)
    return np.column_stack([x, np.polyval(fit(degree, train), x)])
