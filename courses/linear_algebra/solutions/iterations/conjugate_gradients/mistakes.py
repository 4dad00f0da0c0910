import numpy as np

from autograder import mistake


@mistake(en="Is the second direction that of the residual, or orthogonal to the first one by A?")
def steepest_descent(product, b, steps):
    x, r = np.zeros(len(b)), b
    for _ in range(steps):
        if not r.any():
            break
        image = product(r)
        alpha = (r @ r) / (r @ image)
        x = x + alpha * r
        r = r - alpha * image
    return x


@mistake(en="What is there to divide by where the residual is zero?")
def goes_on_at_the_solution(product, b, steps):
    x, r, p = np.zeros(len(b)), b, b
    for _ in range(steps):
        image = product(p)
        alpha = (r @ r) / (p @ image)
        x = x + alpha * p
        rest = r - alpha * image
        p = rest + (rest @ rest) / (r @ r) * p
        r = rest
    return x


@mistake(en="Which of the two residuals is above in the fraction, and which below?")
def beta_upside_down(product, b, steps):
    x, r, p = np.zeros(len(b)), b, b
    for _ in range(steps):
        if not r.any():
            break
        image = product(p)
        alpha = (r @ r) / (p @ image)
        x = x + alpha * p
        rest = r - alpha * image
        if not rest.any():
            break
        p = rest + (r @ r) / (rest @ rest) * p
        r = rest
    return x


@mistake(en="How many steps were asked for?")
def one_step_too_many(product, b, steps):
    x, r, p = np.zeros(len(b)), b, b
    for _ in range(steps + 1):
        if not r.any():
            break
        image = product(p)
        alpha = (r @ r) / (p @ image)
        x = x + alpha * p
        rest = r - alpha * image
        p = rest + (rest @ rest) / (r @ r) * p
        r = rest
    return x


def _steps(product, b, steps, *, alpha=None, beta=None, x=None):
    """The steps, with another rule for one of their numbers."""
    x = np.zeros(len(b)) if x is None else x
    r = b - product(x) if x.any() else b
    p = r
    for _ in range(steps):
        if not r.any():
            break
        image = product(p)
        length = (r @ r) / (p @ image) if alpha is None else alpha(r, p, image)
        x = x + length * p
        rest = r - length * image
        kept = (rest @ rest) / (r @ r) if beta is None else beta(rest, r, p, image)
        p, r = rest + kept * p, rest
    return x


@mistake(en="How many steps were asked for?")
def one_step_too_few(product, b, steps):
    return _steps(product, b, steps - 1)


@mistake(en="Are beta's numerator and denominator lengths, or squares of them?")
def lengths_not_squared_in_beta(product, b, steps):
    return _steps(
        product, b, steps, beta=lambda rest, r, p, image: np.sqrt((rest @ rest) / (r @ r))
    )


@mistake(en="With which sign does the old direction go into the new one?")
def old_direction_subtracted(product, b, steps):
    return _steps(product, b, steps, beta=lambda rest, r, p, image: -(rest @ rest) / (r @ r))


@mistake(en="How much of the old direction stays? Does it change from step to step?")
def all_of_the_old_direction_kept(product, b, steps):
    return _steps(product, b, steps, beta=lambda rest, r, p, image: 1.0)


@mistake(
    en="In the denominator of alpha, which vector does A act on: the residual, or the direction?"
)
def alpha_of_the_residual(product, b, steps):
    return _steps(product, b, steps, alpha=lambda r, p, image: (r @ r) / (r @ product(r)))


@mistake(en="Which numerator has alpha: the residual's square, or the direction's?")
def square_of_the_direction_in_alpha(product, b, steps):
    return _steps(product, b, steps, alpha=lambda r, p, image: (p @ p) / (p @ image))


@mistake(en="What makes the length of a step fit the direction?", length=[0.01, 0.1, 1.0])
def steps_of_a_fixed_length(product, b, steps, *, length):
    x = np.zeros(len(b))
    for _ in range(steps):
        x = x + length * (b - product(x))
    return x


@mistake(en="Does the direction change after the first step?")
def direction_never_changes(product, b, steps):
    x, r = np.zeros(len(b)), b
    image = product(b)
    for _ in range(steps):
        if not r.any():
            break
        alpha = (r @ r) / (b @ image)
        x, r = x + alpha * b, r - alpha * image
    return x


@mistake(en="Which residual goes into the new direction: that before the step, or that after it?")
def direction_from_the_old_residual(product, b, steps):
    x, r, p = np.zeros(len(b)), b, b
    for _ in range(steps):
        if not r.any():
            break
        image = product(p)
        alpha = (r @ r) / (p @ image)
        x = x + alpha * p
        rest = r - alpha * image
        p = r + (rest @ rest) / (r @ r) * p
        r = rest
    return x


@mistake(en="Where does x begin?")
def begins_at_b(product, b, steps):
    return _steps(product, b, steps, x=b)


@mistake(en="Where does x begin?")
def begins_at_ones(product, b, steps):
    return _steps(product, b, steps, x=np.ones(len(b)))


@mistake(en="A small residual is not a zero one. What if b itself is small?")
def ends_where_the_residual_is_small(product, b, steps):
    return np.zeros(len(b)) if np.linalg.norm(b) < 1e-8 else _steps(product, b, steps)


@mistake(en="So many steps were asked for. Is the exact solution there by then?")
def solved_to_the_end(product, b, steps):
    A = np.array([product(each) for each in np.eye(len(b))])
    return np.linalg.solve(A, b)


@mistake(en="Is x returned, or what is left over?")
def residual_returned(product, b, steps):
    return b - product(_steps(product, b, steps))
