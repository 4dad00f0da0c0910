def after_each(submission, A, b, **settings):
    """Take in the equations one by one; the solution after each of them."""
    made = submission(A.shape[1], **settings)
    solutions = []
    for row, right in zip(A, b.tolist()):
        made.add(row.copy(), right)
        solutions.append(made.solution())
    return solutions


def two_at_once(submission, A, b, **settings):
    """Two of them in turn, the second with the opposite right sides; both solutions at the end."""
    first, second = submission(A.shape[1], **settings), submission(A.shape[1], **settings)
    for row, right in zip(A, b.tolist()):
        first.add(row, right)
        second.add(row, -2 * right)
    return [first.solution(), first.solution(), second.solution()]


def reusing_one_row(submission, A, b):
    """Take in equations that all come in the same array, as from a file that is read."""
    made, row = submission(A.shape[1]), A[0].copy()
    for values, right in zip(A, b.tolist()):
        row[:] = values
        made.add(row, right)
    return made.solution()
