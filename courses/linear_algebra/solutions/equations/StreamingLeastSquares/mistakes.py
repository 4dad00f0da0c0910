import numpy as np

from autograder import mistake


@mistake(en="How often is the ridge added, if there are many equations?")
class ridge_added_with_each_equation:
    def __init__(self, d, ridge=1e-3):
        self.ridge, self.gram, self.moment = ridge, np.zeros((d, d)), np.zeros(d)

    def add(self, a, b):
        self.gram = self.gram + np.outer(a, a) + self.ridge * np.eye(len(a))
        self.moment = self.moment + b * a

    def solution(self):
        return np.linalg.solve(self.gram, self.moment)


@mistake(en="What does the object still know of earlier equations?")
class only_the_last_equation:
    def __init__(self, d, ridge=1e-3):
        self.d, self.ridge = d, ridge

    def add(self, a, b):
        self.gram, self.moment = np.outer(a, a) + self.ridge * np.eye(self.d), b * a

    def solution(self):
        return np.linalg.solve(self.gram, self.moment)


@mistake(en="Is the array that was handed over still the same when the solution is asked for?")
class rows_kept_without_a_copy:
    def __init__(self, d, ridge=1e-3):
        self.d, self.ridge, self.rows, self.right = d, ridge, [], []

    def add(self, a, b):
        self.rows.append(a)
        self.right.append(b)

    def solution(self):
        A, b = np.array(self.rows), np.array(self.right)
        return np.linalg.solve(A.T @ A + self.ridge * np.eye(self.d), A.T @ b)


@mistake(en="What is the product of a with itself: a number, or a matrix?")
class only_the_diagonal:
    def __init__(self, d, ridge=1e-3):
        self.gram, self.moment = ridge * np.ones(d), np.zeros(d)

    def add(self, a, b):
        self.gram = self.gram + a * a
        self.moment = self.moment + b * a

    def solution(self):
        return self.moment / self.gram
