import math

import numpy as np

from autograder import mistake


def _sigmoid(x):
    return np.exp(np.minimum(x, 0)) / (1 + np.exp(-np.abs(x)))


@mistake(
    ko="x가 커지면 값이 1에 가까워져야 합니다. 지수의 부호를 살펴보세요.",
    en="The value has to approach 1 as x grows. Look at the sign of the exponent.",
)
def falls_instead_of_rising(x):
    return _sigmoid(np.negative(x))


@mistake(
    ko="x = 1000이면 분자와 분모가 각각 얼마나 커지나요?",
    en="How large do the numerator and the denominator become at x = 1000?",
)
def infinity_over_infinity(x):
    return np.exp(x) / (1 + np.exp(x))


@mistake(
    ko="math.exp는 결과가 너무 크면 inf가 아니라 OverflowError를 냅니다. x = -1000을 넣어 보세요.",
    en="math.exp raises an OverflowError where its result is too large. Try x = -1000.",
)
def exponential_that_raises(x):
    values = np.asarray(x)
    entries = [1 / (1 + math.exp(-entry)) for entry in values.ravel().tolist()]
    return np.array(entries, dtype=values.dtype).reshape(values.shape)


@mistake(
    ko="x의 부호를 배열 전체에 한 번만 물을 수는 없습니다. 원소마다 부호가 다릅니다.",
    en="One question cannot settle the sign of a whole array: each entry has its own.",
)
def one_branch_for_the_whole_array(x):
    if x >= 0:
        return 1 / (1 + np.exp(-x))
    return np.exp(x) / (1 + np.exp(x))


@mistake(
    ko="x가 정확히 0인 원소는 어느 쪽에서 계산되나요?",
    en="Which side takes care of an entry that is exactly 0?",
)
def zero_forgotten(x):
    value = _sigmoid(x)
    return np.where(np.not_equal(x, 0), value, 0 * value)


@mistake(
    ko="입력을 너무 일찍 잘랐습니다. 자른 끝에서 시그모이드는 아직 0이나 1이 아닙니다.",
    en="The input is clipped too soon: at the bound the sigmoid is not yet 0 or 1.",
    bound=[10, 20],
)
def input_clipped_too_soon(x, *, bound):
    return _sigmoid(np.clip(x, -bound, bound))


@mistake(
    ko="결과를 0과 1에서 억지로 떼어 놓았습니다. 여기서는 0과 1도 올바른 값입니다.",
    en="The result is kept away from 0 and 1. Here both are proper values.",
    eps=[1e-4, 1e-7, 1e-10],
)
def result_kept_away_from_the_ends(x, *, eps):
    return np.clip(_sigmoid(x), eps, 1 - eps)


@mistake(
    ko="tanh로도 쓸 수 있지만 기울기가 다릅니다. x = 0에서 시그모이드의 기울기는 1/4입니다.",
    en="tanh can serve, but it is steeper. The slope of the sigmoid at 0 is 1/4.",
)
def tanh_twice_as_steep(x):
    return (1 + np.tanh(x)) / 2


@mistake(
    ko="꺾은선으로 어림한 값(hard sigmoid)입니다. 시그모이드는 매끄러운 곡선입니다.",
    en="These are the straight pieces of the hard sigmoid. The sigmoid is a smooth curve.",
    bend=[2.5, 3],
)
def hard_sigmoid(x, *, bend):
    return np.clip(np.asarray(x) / (2 * bend) + 0.5, 0, 1)


@mistake(
    ko="입력의 dtype을 따라야 합니다. 새 배열을 만들거나 바꿀 때 float64가 되지 않았나요?",
    en="The result follows the dtype of the input. Did it become float64 on the way?",
)
def always_float64(x):
    return _sigmoid(np.asarray(x, dtype=np.float64))


@mistake(
    ko="같은 배열로 두 번 부르면 값이 다릅니다. 부른 쪽의 배열이 바뀌고 있습니다.",
    en="Called twice with one array it answers differently: the caller's array is being changed.",
)
def changed_in_place(x):
    x *= -1
    return _sigmoid(-x)


@mistake(
    ko="값이 -1까지 내려갑니다. 확률로 읽으려면 어느 범위여야 하나요?",
    en="The values go down to -1. In which range must they be to be read as probabilities?",
    steepness=[1, 0.5],
)
def from_minus_one_to_one(x, *, steepness):
    return np.tanh(np.multiply(x, steepness))


@mistake(
    ko="시그모이드의 미분값입니다. 아주 큰 x에서 값은 0과 1 가운데 어느 쪽이어야 하나요?",
    en="This is the derivative of the sigmoid. Is it 0 or 1 that a very large x should give?",
)
def derivative_returned(x):
    value = _sigmoid(x)
    return value * (1 - value)


@mistake(
    ko="0에서 1로 갑자기 뛰는 계단 함수입니다. 시그모이드는 그 사이의 값도 가집니다.",
    en="This step jumps from 0 to 1. The sigmoid takes the values between as well.",
)
def step_function(x):
    return np.where(np.greater_equal(x, 0), np.ones_like(x), np.zeros_like(x))


@mistake(
    ko="모양은 비슷하지만 지수 함수가 없습니다. x = 10에서 1에 얼마나 가까워지나요?",
    en="The shape is similar, but there is no exponential. How close to 1 is it at x = 10?",
)
def no_exponential(x):
    return (1 + x / (1 + np.abs(x))) / 2
