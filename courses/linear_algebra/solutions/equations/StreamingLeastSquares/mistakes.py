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


class _Sums:
    def __init__(self, d, ridge=1e-3):
        self.d, self.ridge = d, ridge
        self.gram, self.moment, self.count = ridge * np.eye(d), np.zeros(d), 0

    def add(self, a, b):
        self.gram = self.gram + np.outer(a, a)
        self.moment = self.moment + b * a
        self.count += 1

    def solution(self):
        return np.linalg.solve(self.gram, self.moment)


@mistake(
    en="Equations that do not decide all unknowns have a solution here. Which matrix sees to it?"
)
class ridge_not_added(_Sums):
    def __init__(self, d, ridge=1e-3):
        super().__init__(d, 0.0)

    def solution(self):
        return np.linalg.lstsq(self.gram, self.moment, rcond=None)[0]


@mistake(en="Is it the ridge that stands on the diagonal, or a power of it?", power=[2, 0.5, -1])
class power_of_the_ridge(_Sums):
    def __init__(self, d, ridge=1e-3, *, power=2):
        super().__init__(d, ridge**power)


@mistake(en="At how many places is the ridge added? Count what the matrix has before any equation.")
class ridge_counted_twice(_Sums):
    def solution(self):
        return np.linalg.solve(self.gram + self.ridge * np.eye(self.d), self.moment)


@mistake(en="Does asking for the solution change what the object knows?")
class ridge_added_with_each_solution(_Sums):
    def __init__(self, d, ridge=1e-3):
        super().__init__(d, ridge)
        self.gram = np.zeros((d, d))

    def solution(self):
        self.gram = self.gram + self.ridge * np.eye(self.d)
        return np.linalg.solve(self.gram, self.moment)


@mistake(en="Which sign does the ridge have? Which one keeps the matrix away from a singular one?")
class ridge_subtracted(_Sums):
    def __init__(self, d, ridge=1e-3):
        super().__init__(d, -ridge)


@mistake(en="Of which equations is the right side gathered: of all, or of the last one?")
class right_side_of_the_last_equation(_Sums):
    def add(self, a, b):
        super().add(a, b)
        self.moment = b * a


@mistake(en="Of which equations is the matrix gathered: of all, or of the last one?")
class matrix_of_the_last_equation(_Sums):
    def add(self, a, b):
        super().add(a, b)
        self.gram = np.outer(a, a) + self.ridge * np.eye(self.d)


@mistake(en="Do old equations count less than new ones here?", kept=[0.9, 0.95, 0.99])
class old_equations_fade(_Sums):
    def __init__(self, d, ridge=1e-3, *, kept=0.9):
        super().__init__(d, ridge)
        self.kept = kept

    def add(self, a, b):
        self.gram = self.kept * self.gram + np.outer(a, a)
        self.moment = self.kept * self.moment + b * a


@mistake(
    en="Is a step towards each equation the same as the solution of all of them?",
    rate=[0.01, 0.1, 1.0],
)
class one_step_for_each_equation:
    def __init__(self, d, ridge=1e-3, *, rate=0.1):
        self.x, self.rate = np.zeros(d), rate

    def add(self, a, b):
        self.x = self.x + self.rate * (b - a @ self.x) * a

    def solution(self):
        return self.x


@mistake(en="Does a second solution still know of the equations before the first one?")
class forgets_when_it_is_solved(_Sums):
    def solution(self):
        found = super().solution()
        self.gram, self.moment = self.ridge * np.eye(self.d), np.zeros(self.d)
        return found


@mistake(en="Does the ridge stand at every place of the diagonal, at the first one too?")
class first_unknown_without_ridge(_Sums):
    def __init__(self, d, ridge=1e-3):
        super().__init__(d, ridge)
        self.gram[0, 0] = 0.0


@mistake(en="What has the right side to be multiplied by before it is added up?")
class right_side_without_the_row(_Sums):
    def add(self, a, b):
        super().add(a, b)
        self.moment = self.moment - b * a + b


@mistake(en="Is the ridge added on the diagonal, or to every entry?")
class ridge_added_to_every_entry(_Sums):
    def __init__(self, d, ridge=1e-3):
        super().__init__(d, ridge)
        self.gram = ridge * np.ones((d, d))

    def solution(self):
        return np.linalg.lstsq(self.gram, self.moment, rcond=None)[0]


@mistake(en="Whose are the sums: those of one object, or those of all of them?")
class sums_shared_by_all_objects:
    gram = moment = np.zeros(0)

    def __init__(self, d, ridge=1e-3):
        type(self).gram, type(self).moment = ridge * np.eye(d), np.zeros(d)

    def add(self, a, b):
        type(self).gram = self.gram + np.outer(a, a)
        type(self).moment = self.moment + b * a

    def solution(self):
        return np.linalg.solve(self.gram, self.moment)
