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
    bound=[5, 6, 8, 10, 15, 20],
)
def input_clipped_too_soon(x, *, bound):
    return _sigmoid(np.clip(x, -bound, bound))


@mistake(
    ko="결과를 0과 1에서 억지로 떼어 놓았습니다. 여기서는 0과 1도 올바른 값입니다.",
    en="The result is kept away from 0 and 1. Here both are proper values.",
    eps=[1e-3, 1e-4, 1e-6, 1e-7, 1e-8, 1e-10],
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
    bend=[2, 2.5, 3],
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
    of_a_result=[False, True],
)
def derivative_returned(x, *, of_a_result):
    value = x if of_a_result else _sigmoid(x)
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
    least=[0, -1],
)
def no_exponential(x, *, least):
    return (1 - least) / 2 * x / (1 + np.abs(x)) + (1 + least) / 2


@mistake(
    ko="분모에 작은 수가 더해져 있습니다. 이 분모는 0이 될 수 있나요?",
    en="A small number is added to the denominator. Could this denominator ever be 0?",
    eps=[1e-5, 1e-7, 1e-8],
)
def epsilon_in_the_denominator(x, *, eps):
    return 1 / (1 / _sigmoid(x) + eps)


@mistake(
    ko="어느 크기부터는 그냥 0이나 1로 정했습니다. 그 바로 앞의 값은 이미 0이나 1인가요?",
    en="From some size on the answer is set to 0 or 1. Is it that just before?",
)
def set_to_the_ends_too_soon(x):
    value = _sigmoid(x)
    return np.where(np.abs(x) > 5, np.round(value), value)


@mistake(
    ko="거듭제곱의 밑이 e가 아닙니다. x = ln 3에서 값은 얼마여야 하나요?",
    en="The base of the power is not e. What should the value at x = ln 3 be?",
    base=[2, 10],
)
def another_base(x, *, base):
    return _sigmoid(x * math.log(base))


@mistake(
    ko="1보다 큰 값이 나옵니다(ReLU). 확률로 읽으려면 어느 범위여야 하나요?",
    en="Values above 1 come out, as of a ReLU. In which range is a probability?",
    slope=[0, 0.01],
)
def rectified(x, *, slope):
    return np.where(np.greater(x, 0), x, slope * np.asarray(x))


@mistake(
    ko="1보다 큰 값이 나옵니다(softplus). 시그모이드는 이 함수의 기울기 아닌가요?",
    en="Values above 1 come out: the softplus. Is the sigmoid not the slope of it?",
)
def softplus_instead(x):
    return np.maximum(x, 0) - np.log(_sigmoid(np.abs(x)))


@mistake(
    ko="시그모이드의 로그입니다. 확률이 음수일 수 있나요?",
    en="This is the logarithm of the sigmoid. Can a probability be negative?",
)
def logarithm_returned(x):
    return np.minimum(x, 0) + np.log(_sigmoid(np.abs(x)))


@mistake(
    ko="아크탄젠트 곡선입니다. x가 커질 때 1에 얼마나 빨리 가까워지나요?",
    en="This is the curve of the arc tangent. How fast does it come close to 1 as x grows?",
)
def arc_tangent(x):
    return np.arctan(x) / math.pi + 0.5


@mistake(
    ko="정규분포의 누적분포함수입니다. 모양이 비슷하지만 x = 3에서는 얼마나 다른가요?",
    en="This is the normal distribution's function. The shapes are alike, but what at x = 3?",
)
def normal_distribution(x):
    values = np.asarray(x)
    entries = [math.erfc(-entry / math.sqrt(2)) / 2 for entry in values.ravel().tolist()]
    return np.array(entries, dtype=values.dtype).reshape(values.shape)


@mistake(
    ko="x에 상수를 곱했습니다. 정규분포를 어림할 때 쓰는 수인데, 여기에도 있나요?",
    en="x is multiplied by a constant that imitates the normal distribution. Is it in the formula?",
)
def scaled_like_the_normal_distribution(x):
    return _sigmoid(np.multiply(x, 1.702))


@mistake(
    ko="배열의 값을 모두 더하면 1이 됩니다(softmax). 원소마다 따로 구하는 함수가 아닌가요?",
    en="All entries together sum to 1: a softmax. Does each entry not have an answer of its own?",
)
def softmax_over_the_array(x):
    powers = np.exp(x - np.max(x))
    return powers / np.sum(powers)


@mistake(
    ko="마지막에 x를 한 번 더 곱했습니다(swish). 큰 x에서 값은 얼마가 되나요?",
    en="It is multiplied by x at the end: the swish. What becomes of a large x?",
)
def multiplied_by_the_input(x):
    return x * _sigmoid(x)


@mistake(
    ko="NaN을 다른 수로 바꾸었습니다. x = 1000에서 값은 어디에 가까워야 하나요?",
    en="NaN is replaced by another number. What should the value at x = 1000 be close to?",
    value=[0, 0.5],
)
def nan_replaced(x, *, value):
    return np.nan_to_num(np.exp(x) / (1 + np.exp(x)), nan=value)


@mistake(
    ko="S자 모양이지만 지수 함수가 아닙니다. 이 곡선은 얼마나 빨리 1에 다가가나요?",
    en="It has the shape of an S, and no exponential. How fast does this curve come close to 1?",
    curve=["arc_tangent", "root", "square"],
)
def another_curve(x, *, curve):
    if curve == "arc_tangent":
        share = 2 / np.pi * np.arctan(np.pi / 2 * np.asarray(x))
    elif curve == "root":
        share = x / np.sqrt(1 + np.square(x))
    else:
        share = np.sign(x) * (1 - 1 / (1 + np.square(x)))
    return ((1 + share) / 2).astype(np.asarray(x).dtype)[()]
