"""A list that holds itself."""


def double(x):
    answer = [x.tolist()]
    answer.append(answer)
    return answer
