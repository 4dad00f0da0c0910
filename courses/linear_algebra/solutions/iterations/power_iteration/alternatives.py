import numpy as np


def normalised_before_the_step(A, start, steps):
    v = -start / np.linalg.norm(start)
    for _ in range(steps - 1):
        v = A @ v
        v /= np.sqrt(v @ v)
    image = A @ v
    v = image / np.linalg.norm(image)
    return float(v @ (A @ v)), v


def counting_down(A, start, steps):
    v = start
    while steps > 0:
        v, steps = np.dot(A, v), steps - 1
        v = v / np.linalg.norm(v)
    return np.sum(v * np.dot(A, v)), v
