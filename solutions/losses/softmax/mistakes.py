import numpy as np

from autograder import mistake


def _softmax(z, axis):
    powers = np.exp(z - np.max(z, axis=axis, keepdims=True))
    return powers / np.sum(powers, axis=axis, keepdims=True)


@mistake(
    ko="점수가 1000이면 exp가 얼마가 되나요? 모든 점수에서 같은 수를 빼도 확률은 그대로입니다.",
    en="What is exp of a score of 1000? Taking one number off all scores changes no probability.",
)
def no_shift(z, axis=-1):
    powers = np.exp(z)
    return powers / np.sum(powers, axis=axis, keepdims=True)


@mistake(
    ko="배열 전체의 최댓값을 뺐습니다. 점수가 훨씬 낮은 행에는 무엇이 남나요?",
    en="The maximum of the whole array is taken off. What is left of a row with far lower scores?",
)
def shifted_by_the_largest_of_all(z, axis=-1):
    powers = np.exp(z - np.max(z))
    return powers / np.sum(powers, axis=axis, keepdims=True)


@mistake(
    ko="빼는 수가 정말 가장 큰 점수인가요? 평균이나 가장 작은 점수를 빼면 exp가 여전히 넘칩니다.",
    en="Is what is taken off the largest score? With the mean or the least, exp still overflows.",
)
def shifted_by_less_than_the_largest(z, axis=-1):
    powers = np.exp(z - np.mean(z, axis=axis, keepdims=True))
    return powers / np.sum(powers, axis=axis, keepdims=True)


@mistake(
    ko="배열 전체의 합이 1입니다. 합이 1이 되어야 하는 것은 어느 축인가요?",
    en="The whole array sums to 1. Along which axis should it?",
)
def one_sum_for_the_whole_array(z, axis=-1):
    powers = np.exp(z - np.max(z, axis=axis, keepdims=True))
    return powers / np.sum(powers)


@mistake(
    ko="인자 axis를 쓰지 않고 언제나 마지막 축을 따라 계산합니다.",
    en="The argument axis is not used: it is always the last axis that sums to 1.",
)
def always_the_last_axis(z, axis=-1):
    return _softmax(z, -1)


@mistake(
    ko="axis를 주지 않으면 어느 축을 따라야 하나요? 표본은 행에 있습니다.",
    en="Which axis is meant where none is given? The samples are in the rows.",
)
def columns_by_default(z, axis=0):
    return _softmax(z, axis)


@mistake(
    ko="합을 구하면 축이 하나 사라집니다. 나눌 때 그 합이 어느 방향으로 맞춰질까요?",
    en="Summing drops an axis. How is the sum lined up with the array when it divides?",
)
def sum_without_its_axis(z, axis=-1):
    powers = np.exp(z - np.max(z, axis=axis, keepdims=True))
    return powers / np.sum(powers, axis=axis)


@mistake(
    ko="분모에 작은 수를 더해서 합이 1이 되지 않습니다. 이 분모가 0이 될 수 있을까요?",
    en="A small number in the denominator keeps the sum below 1. Could that denominator be 0?",
    eps=[1e-4, 1e-6, 1e-7],
)
def epsilon_in_the_denominator(z, axis=-1, *, eps):
    powers = np.exp(z - np.max(z, axis=axis, keepdims=True))
    return powers / (np.sum(powers, axis=axis, keepdims=True) + eps)


@mistake(
    ko="확률이 아니라 확률의 로그입니다.",
    en="These are the logarithms of the probabilities.",
)
def logarithm_returned(z, axis=-1):
    shifted = z - np.max(z, axis=axis, keepdims=True)
    return shifted - np.log(np.sum(np.exp(shifted), axis=axis, keepdims=True))


@mistake(
    ko="결과는 점수의 dtype을 따라야 합니다. 도중에 float64가 되지 않았나요?",
    en="The result follows the dtype of the scores. Did it become float64 on the way?",
)
def always_float64(z, axis=-1):
    return _softmax(np.array(z, dtype=np.float64), axis)


@mistake(
    ko="최댓값을 부른 쪽의 배열에서 그대로 뺐습니다. 그 배열을 다시 쓸 때 점수가 달라집니다.",
    en="The maximum is taken off the caller's own array, whose scores are others from then on.",
)
def shifted_in_place(z, axis=-1):
    z -= np.max(z, axis=axis, keepdims=True)
    return _softmax(z, axis)


@mistake(
    ko="지수와 나눗셈의 결과를 점수 배열에 덮어썼습니다. 부른 쪽은 점수를 잃습니다.",
    en="The powers are written over the scores, and the caller has lost them.",
)
def scores_overwritten(z, axis=-1):
    z -= np.max(z, axis=axis, keepdims=True)
    np.exp(z, out=z)
    z /= np.sum(z, axis=axis, keepdims=True)
    return z


@mistake(
    ko="최댓값도 합도 배열 전체의 것입니다. 한 행이면 맞지만, 여러 행이면 어떻게 되나요?",
    en="Maximum and sum are those of the whole array: right for one row, but for several?",
)
def all_rows_as_one(z, axis=-1):
    powers = np.exp(z - np.max(z))
    return powers / np.sum(powers)


@mistake(
    ko="axis를 주지 않으면 배열 전체의 합이 1이 됩니다. 그때 합이 1이 되어야 하는 것은 무엇인가요?",
    en="Where no axis is given, the whole array sums to 1. What should sum to 1 then?",
)
def whole_array_by_default(z, axis=None):
    return _softmax(z, axis)


@mistake(
    ko="점수마다 시그모이드를 따로 구했습니다. 한 표본의 확률을 모두 더하면 1이 되나요?",
    en="Each score has a sigmoid of its own. Do the probabilities of one sample sum to 1?",
)
def sigmoid_of_each_score(z, axis=-1):
    return np.exp(np.minimum(z, 0)) / (1 + np.exp(-np.abs(z)))


@mistake(
    ko="점수를 점수의 합으로 나누었습니다. 음수인 점수의 확률은 얼마가 되나요?",
    en="The scores are divided by their sum. What probability does a negative score get?",
)
def shares_of_the_scores(z, axis=-1):
    return z / np.sum(z, axis=axis, keepdims=True)


@mistake(
    ko="가장 큰 점수가 확률을 모두 가져갑니다. 조금 작은 점수에는 아무것도 남지 않나요?",
    en="The largest score takes all. Is nothing left for one that is a little smaller?",
)
def winner_takes_all(z, axis=-1):
    return (z == np.max(z, axis=axis, keepdims=True)).astype(z.dtype)


@mistake(
    ko="점수가 클수록 확률이 작아집니다. 지수의 부호를 살펴보세요.",
    en="The larger the score, the smaller its probability. Look at the sign of the exponent.",
)
def smallest_score_wins(z, axis=-1):
    return _softmax(-z, axis)
