"""A list in a list, a hundred thousand times."""


def double(x):
    answer = []
    for _ in range(100_000):
        answer = [answer]
    return answer
