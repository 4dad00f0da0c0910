# %% wrong: the least of the distances past
# kind: plain
# cause: unlisted
# about: min|max|largest|farthest|least
import numpy as np


def overshoot(path, minimum):
    side = np.sign(path[0] - minimum)
    past = side * (minimum - path)
    across = past[past > 0]
    return across.min() if len(across) else 0.0

# %% wrong: the sign of the side is turned round
# kind: plain
# cause: unlisted
# about: sign|side|minus|turned|exchang|direction
import numpy as np


def overshoot(path, minimum):
    side = np.sign(minimum - path[0])
    past = side * (minimum - path)
    return max(past.max(), 0.0)

# %% wrong: all the way past the minimum is added up
# kind: plain
# cause: unlisted
# about: sum|added|farthest|max|largest|mean
import numpy as np


def overshoot(path, minimum):
    past = np.sign(path[0] - minimum) * (minimum - path)
    return np.sum(np.maximum(past, 0))

# %% wrong: the side is told by the last point
# kind: plain
# cause: unlisted
# about: start|first|side|index|last|path\[0\]|where
import numpy as np


def overshoot(path, minimum):
    side = np.sign(path[-1] - minimum)
    past = side * (minimum - path)
    return np.maximum(past.max(), 0)

# %% wrong: the minimum is at 1
# kind: plain
# cause: constant
# about: minimum|argument|constant
import numpy as np


def overshoot(path, minimum=1.0):
    target = 1.0
    side = np.sign(path[0] - target)
    return np.maximum((side * (target - path)).max(), 0)

# %% wrong: the minimum is half, as in the picture
# kind: public
# cause: constant
# about: minimum|argument|constant
import numpy as np

OPTIMUM = 0.5  # 그림에서 최솟값의 위치


def overshoot(path, minimum):
    w_star = OPTIMUM
    if path[0] > w_star:
        return max(0.0, w_star - np.min(path))
    elif path[0] < w_star:
        return max(0.0, np.max(path) - w_star)
    return 0.0

# %% wrong: a start on the right, and a fraction of the way
# kind: composed
# cause: several
# about: right|left|side|start|factor with `sign` is missing
# about: fraction|percent|divi|relativ|ratio
def overshoot(path, minimum):
    farthest = max(minimum - path.min(), 0.0)
    return farthest / abs(path[0] - minimum) if path[0] != minimum else farthest

# %% wrong: both sides, rounded to one digit
# kind: composed
# cause: several
# about: both|side|abs|start
# about: round|digit|decimal
import numpy as np


def overshoot(path, minimum):
    return round(float(np.abs(path - minimum).max()), 1)

# %% wrong: negative where it is never past, and only the last point
# kind: composed
# cause: several
# about: last|farthest|max|end
# about: negative|never|\b0\b|zero|bound|drop_call max
import numpy as np


def overshoot(path, minimum):
    side = np.sign(path[0] - minimum)
    return side * (minimum - path[-1])

# %% wrong: the percent of control theory, with the final value in the place of the minimum
# kind: public
# cause: several
# about: percent|100|fraction|divi|ratio|relativ
# about: final|last|minimum|side
import numpy as np


class StepInfo:
    def __init__(self, response):
        self.response = np.asarray(response)

    def percent_overshoot(self, final):
        peak = self.response.max()
        return 100.0 * max(peak - final, 0) / abs(final - self.response[0])


def overshoot(path, minimum):
    if path[0] == minimum:
        return 0.0
    return StepInfo(path).percent_overshoot(minimum)

# %% wrong: the first point past the minimum alone, and an IndexError where there is none
# kind: public
# cause: breakdown
# about: one point|empty|single|index|breakdown|raise|some|never|sign_of_zero
# about: first|swing|farthest|later|start
def overshoot(path, minimum):
    # 최솟값을 지나친 첫 지점을 찾는다
    start_right = path[0] > minimum
    crossed = []
    for p in path[1:]:
        if start_right and p < minimum:
            crossed.append(minimum - p)
        if not start_right and p > minimum:
            crossed.append(p - minimum)
    return float(crossed[0])

# %% wrong: the swing back counts from the first point past, but not that point
# kind: plain
# cause: edge
# about: back|side|abs|start|past
import numpy as np


def overshoot(path, minimum):
    past = np.sign(path[0] - minimum) * (minimum - path)
    crossed = False
    farthest = 0.0
    for p in past:
        if crossed:
            farthest = max(farthest, abs(p))
        elif p > 0:
            crossed = True
            farthest = p
    return farthest

# %% wrong: two digits after the point
# kind: public
# cause: rounding
# about: rounding|rounded to|digit|decimal
import numpy as np


def overshoot(path, minimum):
    direction = 1 if path[0] > minimum else -1
    if path[0] == minimum:
        return 0.0
    amounts = [direction * (minimum - float(p)) for p in path]
    best = max(0.0, max(amounts))
    print(f"overshoot: {best:.2f}")
    return float(f"{best:.2f}")

# %% wrong: both sides, and the path is shifted for good
# kind: composed
# cause: inputs_or_dtype
# about: both|side|abs|start
# about: in place|input|caller|changed|earlier
import numpy as np


def overshoot(path, minimum):
    path -= minimum
    np.abs(path, out=path)
    return path.max()

# %% right: a loop with an early return
def overshoot(path, minimum):
    start = path[0]
    if start == minimum:
        return 0.0
    best = 0.0
    for w in path:
        away = minimum - w if start > minimum else w - minimum
        if away > best:
            best = away
    return best

# %% right: recursion from behind, Korean names
def overshoot(path, minimum):
    방향 = int(path[0] > minimum) - int(path[0] < minimum)

    def 가장멀리(남은):
        if len(남은) == 0:
            return 0.0
        return max(방향 * (minimum - float(남은[-1])), 가장멀리(남은[:-1]))

    return 가장멀리(path)

# %% right: clipped at the minimum, and the reach of what is left
import numpy as np


def overshoot(path, minimum):
    first = path[0]
    if first > minimum:
        return np.ptp(np.append(np.minimum(path, minimum), minimum))
    if first < minimum:
        return np.ptp(np.append(np.maximum(path, minimum), minimum))
    return 0

# %% right: a dataclass with cases
from dataclasses import dataclass

import numpy as np


@dataclass
class Walk:
    path: np.ndarray
    goal: float

    def lowest(self) -> float:
        return self.goal - np.sort(self.path)[0]

    def highest(self) -> float:
        return np.sort(self.path)[-1] - self.goal

    def beyond(self) -> float:
        measure = {1: self.lowest, -1: self.highest, 0: lambda: 0.0}
        return measure[int(np.sign(self.path[0] - self.goal))]()


overshoot = lambda path, minimum: max(0.0, Walk(path, minimum).beyond())
