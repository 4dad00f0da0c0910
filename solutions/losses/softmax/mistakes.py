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
    eps=[1e-4, 1e-5, 1e-6, 1e-7, 1e-8],
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


@mistake(
    ko="두 축이면 행마다, 아니면 배열 전체의 합이 1입니다. axis는 어디에 쓰이나요?",
    en="A table sums to 1 by rows, everything else as a whole. Where is axis used?",
)
def rows_of_a_table_or_the_whole(z, axis=-1):
    return _softmax(z, 1 if np.ndim(z) == 2 else None)


@mistake(
    ko="분모에 1이 더 있습니다. 확률을 모두 더하면 1이 되나요?",
    en="There is one more 1 in the denominator. Do the probabilities sum to 1?",
)
def one_added_to_the_sum(z, axis=-1):
    powers = np.exp(z - np.max(z, axis=axis, keepdims=True))
    return powers / (1 + np.sum(powers, axis=axis, keepdims=True))


@mistake(
    ko="길이(L2)로 나누었습니다. 1이 되는 것은 합인가요, 제곱의 합인가요?",
    en="It is divided by a length. What sums to 1: the values, or their squares?",
    powers=[True, False],
)
def divided_by_the_length(z, axis=-1, *, powers):
    values = np.exp(z - np.max(z, axis=axis, keepdims=True)) if powers else z
    return values / np.sqrt(np.sum(values * values, axis=axis, keepdims=True))


@mistake(
    ko="가장 작은 점수를 0, 가장 큰 점수를 1로 옮겼습니다. 합은 얼마인가요?",
    en="The least score is moved to 0 and the largest to 1. What do they sum to?",
)
def stretched_from_zero_to_one(z, axis=-1):
    least = np.min(z, axis=axis, keepdims=True)
    return (z - least) / (np.max(z, axis=axis, keepdims=True) - least)


@mistake(
    ko="점수를 먼저 표준화했습니다. 점수의 차이가 두 배가 되면 확률은 그대로인가요?",
    en="The scores are standardised first. Should doubled differences leave all as it was?",
)
def standardised_first(z, axis=-1):
    spread = np.std(z, axis=axis, keepdims=True)
    return _softmax((z - np.mean(z, axis=axis, keepdims=True)) / spread, axis)


@mistake(
    ko="가장 큰 점수를 빼지 않고 나누었습니다. 확률이 그대로인 것은 어느 쪽인가요?",
    en="The scores are divided by the largest. Is that the same as taking it off?",
)
def divided_by_the_largest(z, axis=-1):
    return _softmax(z / np.max(z, axis=axis, keepdims=True), axis)


@mistake(
    ko="점수를 잘랐습니다. 자른 끝보다 큰 두 점수의 차이는 어디로 갔나요?",
    en="The scores are clipped. Where has the difference of two beyond the bound gone?",
    bound=[20, 50, 500],
)
def scores_clipped(z, axis=-1, *, bound):
    powers = np.exp(np.clip(z, -bound, bound))
    return powers / np.sum(powers, axis=axis, keepdims=True)


@mistake(
    ko="크기(절댓값)가 가장 큰 것을 뺐습니다. 점수가 모두 -1000이면 무엇이 남나요?",
    en="The largest absolute value is taken off. What is left where all scores are -1000?",
)
def shifted_by_the_largest_size(z, axis=-1):
    powers = np.exp(z - np.max(np.abs(z), axis=axis, keepdims=True))
    return powers / np.sum(powers, axis=axis, keepdims=True)


@mistake(
    ko="확률을 0과 1에서 억지로 떼어 놓았습니다. 여기서는 0과 1도 올바른 값입니다.",
    en="The probabilities are kept away from 0 and 1. Here both are proper values.",
    eps=[1e-4, 1e-7, 1e-8],
)
def result_kept_away_from_the_ends(z, axis=-1, *, eps):
    return np.clip(_softmax(z, axis), eps, 1 - eps)


@mistake(
    ko="NaN을 0으로 바꾸었습니다. 그 행의 확률을 더하면 1이 되나요?",
    en="NaN is replaced by 0. Do the probabilities of that row still sum to 1?",
)
def nan_replaced(z, axis=-1):
    powers = np.exp(z)
    return np.nan_to_num(powers / np.sum(powers, axis=axis, keepdims=True))


@mistake(
    ko="p(1 - p)는 softmax의 미분입니다. 묻는 것은 확률 자체인가요?",
    en="p(1 - p) is a derivative of the softmax. Are the probabilities themselves asked for?",
)
def derivative_returned(z, axis=-1):
    p = _softmax(z, axis)
    return p * (1 - p)


@mistake(
    ko="지수 함수가 없는 몫입니다. 음수인 점수와 양수인 점수는 어떻게 구별되나요?",
    en="Shares without an exponential. How are negative scores told from positive ones?",
    of=["positive", "size", "square"],
)
def shares_without_an_exponential(z, axis=-1, *, of):
    values = {"positive": np.maximum(z, 0), "size": np.abs(z), "square": z * z}[of]
    return values / np.sum(values, axis=axis, keepdims=True)
