import numpy as np


def with_kept_squares(product, b, steps):
    x, r, p = np.zeros(len(b)), b.copy(), b.copy()
    square = float(r @ r)
    while steps > 0 and square > 0:
        image = product(p)
        alpha = square / float(p @ image)
        x += alpha * p
        r -= alpha * image
        before, square = square, float(r @ r)
        p = r + square / before * p
        steps -= 1
    return x


def orthogonal_by_all_directions(product, b, steps):
    x, r, seen = np.zeros(len(b)), b, []
    for _ in range(steps):
        p = r
        for q, image in seen:
            p = p - (image @ r) / (q @ image) * q
        if np.linalg.norm(p) == 0:
            return x
        image = product(p)
        alpha = (p @ r) / (p @ image)
        x, r = x + alpha * p, r - alpha * image
        seen.append((p, image))
    return x
