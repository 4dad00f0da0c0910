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
