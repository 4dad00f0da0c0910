import numpy as np

from autograder import mistake


@mistake(en="Are the eigenvalues of a matrix that is not symmetric its singular values?")
def of_the_eigenvalues(A):
    sizes = np.sort(np.abs(np.linalg.eigvals(A)))
    if sizes[0] <= len(A) * np.finfo(float).eps * sizes[-1]:
        return np.inf
    return sizes[-1] / sizes[0]


@mistake(en="Which matrix has the squares of the singular values?")
def of_the_normal_equations(A):
    values = np.linalg.svd(A.T @ A, compute_uv=False)
    if values[-1] <= len(A) * np.finfo(float).eps * values[0]:
        return np.inf
    return values[0] / values[-1]


@mistake(en="Is a small matrix a singular one?")
def small_entries_taken_for_zero(A):
    s = np.linalg.svd(A, compute_uv=False)
    return np.inf if s[-1] < 1e-10 else s[0] / s[-1]


@mistake(en="What does rounding leave of a singular value that is zero?")
def infinite_for_exact_zeros_only(A):
    s = np.linalg.svd(A, compute_uv=False)
    return np.inf if s[-1] == 0 else s[0] / s[-1]


@mistake(en="Which of the two is larger, and which number is never below 1?")
def upside_down(A):
    s = np.linalg.svd(A, compute_uv=False)
    if s[0] == 0:
        return np.inf
    return s[-1] / s[0]
