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


def _is_singular(s, n):
    return s[-1] <= n * np.finfo(float).eps * s[0]


@mistake(
    en="In which norm are the matrix and its inverse measured?",
    norm=["one", "infinity", "frobenius"],
)
def another_norm(A, *, norm):
    if _is_singular(np.linalg.svd(A, compute_uv=False), len(A)):
        return np.inf
    order = {"one": 1, "infinity": np.inf, "frobenius": "fro"}[norm]
    return np.linalg.norm(A, order) * np.linalg.norm(np.linalg.inv(A), order)


@mistake(
    en="Rounding leaves something of what is zero, the more the larger the matrix. Which size still"
    " counts as zero?"
)
def rounding_taken_for_a_number(A):
    s = np.linalg.svd(A, compute_uv=False)
    return np.inf if np.linalg.det(A) == 0 else s[0] / s[-1]


@mistake(en="How small does a singular value have to be to count as zero? Is this bound too wide?")
def bound_too_wide(A):
    s = np.linalg.svd(A, compute_uv=False)
    return np.inf if s[-1] <= 1e-8 * s[0] else s[0] / s[-1]


@mistake(en="Is the condition asked for, or how many digits it takes away?")
def logarithm_returned(A):
    s = np.linalg.svd(A, compute_uv=False)
    return np.inf if _is_singular(s, len(A)) else np.log10(s[0] / s[-1])


@mistake(en="Which singular value is the denominator: the second, or the smallest?")
def divided_by_the_second(A):
    s = np.linalg.svd(A, compute_uv=False)
    return np.inf if _is_singular(s, len(A)) else s[0] / s[min(1, len(s) - 1)]


@mistake(en="Are the two singular values divided, or subtracted?")
def difference_returned(A):
    s = np.linalg.svd(A, compute_uv=False)
    return np.inf if _is_singular(s, len(A)) else s[0] - s[-1]


@mistake(en="Which number is said of a singular matrix?", value=[0.0, -1.0, 1e16])
def another_number_for_singular_ones(A, *, value):
    s = np.linalg.svd(A, compute_uv=False)
    return value if _is_singular(s, len(A)) else s[0] / s[-1]


@mistake(en="What is the condition where a singular value is zero? May it be passed over?")
def zeros_passed_over(A):
    s = np.linalg.svd(A, compute_uv=False)
    kept = s[s > len(A) * np.finfo(float).eps * s[0]]
    return kept[0] / kept[-1] if len(kept) else np.inf


@mistake(en="Does the condition come from the entries of a matrix, or from its singular values?")
def entries_compared(A):
    sizes = np.abs(A)
    return np.inf if sizes.min() == 0 else sizes.max() / sizes.min()


@mistake(en="Is the largest singular value divided by the smallest, or multiplied by it?")
def multiplied_by_the_smallest(A):
    s = np.linalg.svd(A, compute_uv=False)
    return np.inf if _is_singular(s, len(A)) else s[0] * s[-1]


@mistake(en="How often is the quotient taken, and is there a root?", power=[2, 0.5])
def power_of_the_quotient(A, *, power):
    s = np.linalg.svd(A, compute_uv=False)
    return np.inf if _is_singular(s, len(A)) else (s[0] / s[-1]) ** power
