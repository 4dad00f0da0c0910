import numpy as np


class KeepsTheEquations:
    def __init__(self, d, ridge=1e-3):
        self.rows, self.right = [np.sqrt(ridge) * each for each in np.eye(d)], [0.0] * d

    def add(self, a, b):
        self.rows.append(np.array(a))
        self.right.append(b)

    def solution(self):
        return np.linalg.lstsq(np.array(self.rows), np.array(self.right))[0]


class UpdatesTheInverse:
    def __init__(self, d, ridge=1e-3):
        self.inverse, self.moment = np.eye(d) / ridge, np.zeros(d)

    def add(self, a, b):
        turned = self.inverse @ a
        self.inverse = self.inverse - np.outer(turned, turned) / (1 + a @ turned)
        self.moment = self.moment + b * a

    def solution(self):
        return self.inverse @ self.moment
