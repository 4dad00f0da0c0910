# %% wrong: nothing on the diagonal at first
# kind: plain
# cause: unlisted
# about: ridge|raise|LinAlgError|singular
import numpy as np


class StreamingLeastSquares:
    def __init__(self, d, ridge=1e-3):
        self.gram = np.zeros((d, d))
        self.moment = np.zeros(d)

    def add(self, a, b):
        self.gram += np.outer(a, a)
        self.moment += a * b

    def solution(self):
        return np.linalg.solve(self.gram, self.moment)

# %% wrong: the ridge is 1e-3 whatever is asked for
# kind: plain
# cause: constant
# about: ridge
import numpy as np


class StreamingLeastSquares:
    def __init__(self, d, ridge=1e-3):
        self.M = 1e-3 * np.eye(d)
        self.v = np.zeros(d)

    def add(self, a, b):
        self.M = self.M + np.outer(a, a)
        self.v = self.v + b * a

    def solution(self):
        return np.linalg.inv(self.M) @ self.v

# %% wrong: the ridge everywhere, and not on the diagonal
# kind: plain
# cause: unlisted
# about: diagonal|eye|identity|ones|everywhere|full
import numpy as np


class StreamingLeastSquares:
    def __init__(self, d, ridge=1e-3):
        self.gram = np.full((d, d), ridge)
        self.moment = np.zeros(d)

    def add(self, a, b):
        self.gram += np.outer(a, a)
        self.moment += b * a

    def solution(self):
        return np.linalg.solve(self.gram, self.moment)

# %% wrong: all objects share their equations
# kind: plain
# cause: draws
# about: share|earlier call|other object|state|class|same
import numpy as np


class StreamingLeastSquares:
    rows = []
    rights = []

    def __init__(self, d, ridge=1e-3):
        self.d = d
        self.ridge = ridge

    def add(self, a, b):
        self.rows.append(a.copy())
        self.rights.append(b)

    def solution(self):
        A, b = np.array(self.rows), np.array(self.rights)
        return np.linalg.solve(A.T @ A + self.ridge * np.eye(self.d), A.T @ b)

# %% wrong: keeps the rows themselves, and not copies
# kind: plain
# cause: edge
# about: copy|same array|keeps|written|later|reus
import numpy as np


class StreamingLeastSquares:
    def __init__(self, d, ridge=1e-3):
        self.d, self.ridge = d, ridge
        self.A, self.b = [], []

    def add(self, a, b):
        self.A.append(a)
        self.b.append(b)

    def solution(self):
        A, b = np.array(self.A), np.array(self.b)
        return np.linalg.solve(A.T @ A + self.ridge * np.eye(self.d), A.T @ b)

# %% wrong: the right sides do not add up
# kind: plain
# cause: unlisted
# about: moment|add|earlier|sum|last|right side|accumulat|\+=
import numpy as np


class StreamingLeastSquares:
    def __init__(self, d, ridge=1e-3):
        self.gram = ridge * np.identity(d)
        self.moment = np.zeros(d)

    def add(self, a, b):
        self.gram += np.outer(a, a)
        self.moment = b * a

    def solution(self):
        return np.linalg.solve(self.gram, self.moment)

# %% right: keeps the inverse, by rank one updates
import numpy as np


class StreamingLeastSquares:
    def __init__(self, d, ridge=1e-3):
        self.P = np.eye(d) / ridge
        self.m = np.zeros((d, 1))
        self.gram = np.eye(d) * ridge

    def add(self, a, b):
        column = a[:, None]
        self.gram = self.gram + column @ column.T
        self.m = self.m + b * column

    def solution(self):
        return np.linalg.solve(self.gram, self.m)[:, 0]
