import numpy as np

from autograder import mistake


@mistake(
    ko="보정의 분모가 t에 따라 달라지나요? 걸음이 늘수록 보정은 사라져야 합니다.",
    en="Does the denominator change with t? The correction has to fade as the steps go on.",
)
def exponent_left_out(moment, beta, t):
    return moment / (1 - beta)


@mistake(
    ko="0에서 시작한 평균은 너무 작습니다. 보정하면 커져야 하나요, 작아져야 하나요?",
    en="An average that starts at zero is too small. Should it become larger or smaller?",
)
def multiplied_instead(moment, beta, t):
    return moment * (1 - beta**t)


@mistake(
    ko="거듭제곱하는 것은 beta인가요, 1 - beta인가요?",
    en="Which is raised to the power of t, beta or 1 - beta?",
)
def power_of_the_rest(moment, beta, t):
    return moment / (1 - beta) ** t


@mistake(
    ko="beta는 걸음마다 한 번 더 곱해집니다. beta에 t를 곱하는 것과 같은가요?",
    en="beta is multiplied with itself at each step. Is that beta times t?",
)
def product_instead_of_power(moment, beta, t):
    return moment / (1 - beta * t)


@mistake(
    ko="t가 커질 때 분모는 0이 아니라 1에 가까워져야 합니다.",
    en="As t grows, the denominator has to approach one, not zero.",
)
def divided_by_the_power(moment, beta, t):
    with np.errstate(all="ignore"):
        return np.divide(moment, beta**t, dtype=np.asarray(moment).dtype)


@mistake(
    ko="t는 이미 1부터 셉니다. 1을 또 더하면 첫 걸음의 보정이 작아집니다.",
    en="t counts from 1 already. With one more the first correction is too small.",
)
def step_counted_twice(moment, beta, t):
    return moment / (1 - beta ** (t + 1))


@mistake(
    ko="t = 1일 때 분모가 얼마인지 계산해 보세요. 여기서 t는 0이 아니라 1부터 셉니다.",
    en="Work out the denominator at t = 1. Here t counts from 1, not from 0.",
    first=["divided", "left_as_it_is"],
)
def step_counted_from_zero(moment, beta, t, *, first):
    if t == 1 and first == "left_as_it_is":
        return moment
    with np.errstate(all="ignore"):
        return np.divide(moment, 1 - beta ** (t - 1), dtype=np.asarray(moment).dtype)


@mistake(
    ko="float32를 넣었는데 float64가 나옵니다. 어디에서 배열의 dtype이 바뀌나요?",
    en="float32 went in and float64 came out. Where does the dtype of an array change?",
)
def double_precision(moment, beta, t):
    return np.array(moment, dtype=float) / (1 - beta**t)


@mistake(
    ko="moment를 그 자리에서(in place) 바꾸면 부른 쪽의 배열도 바뀝니다.",
    en="Changing the moment in place changes the caller's array as well.",
)
def changed_in_place(moment, beta, t):
    moment /= 1 - beta**t
    return moment


@mistake(
    ko="보정에 제곱근이 들어 있습니다. 제곱근은 v를 쓸 때의 것인가요, 보정의 것인가요?",
    en="There is a root in the correction. Does it belong to the use of v, or to the correction?",
)
def root_of_the_correction(moment, beta, t):
    return moment / (1 - beta**t) ** 0.5


@mistake(
    ko="걸음의 수로 나누었습니다. 지수 이동평균의 가중치를 모두 더하면 t가 되나요?",
    en="It is divided by the number of steps. Do the weights of a moving average add up to t?",
)
def divided_by_the_steps(moment, beta, t):
    return moment / t


@mistake(
    ko="1 - beta가 한 번 더 곱해졌습니다. moment에 그 인자가 이미 들어 있지 않나요?",
    en="1 - beta is multiplied on once more. Does the moment not have that factor already?",
)
def moment_taken_for_a_sum(moment, beta, t):
    return moment * (1 - beta) / (1 - beta**t)


@mistake(
    ko="첫 걸음만 보정했습니다. 두 번째 걸음의 평균은 이미 충분히 큰가요?",
    en="Only the first step is corrected. Is the average large enough at the second?",
)
def first_step_only(moment, beta, t):
    return moment / (1 - beta) if t == 1 else moment


@mistake(
    ko="beta를 새 값의 비중으로 보았습니다. 여기서 beta는 과거의 비중 아닌가요?",
    en="Beta is taken for the weight of the newest value. Is it not that of the past?",
)
def beta_taken_for_the_newest_weight(moment, beta, t):
    return moment / (1 - (1 - beta) ** t)


@mistake(
    ko="자연 지수가 들어 있습니다. 과거의 비중은 걸음마다 무엇이 곱해지나요?",
    en="There is a natural exponential. What multiplies the weight of the past at each step?",
    rest=[False, True],
)
def natural_exponential(moment, beta, t, *, rest):
    return moment / (1 - np.exp(-((1 - beta) if rest else beta) * t))


@mistake(
    ko="분모가 1보다 큽니다. 0에서 시작한 평균은 보정하면 작아지나요?",
    en="The denominator is above one. Should the correction make an average smaller?",
)
def divided_by_more_than_one(moment, beta, t):
    return moment / (1 + beta**t)


@mistake(
    ko="분모에 작은 수를 더했습니다. t가 1부터이면 이 분모가 0이 될 수 있나요?",
    en="A small number is added to the denominator. Can it be 0 when t counts from 1?",
    eps=[1e-7, 1e-8, 1e-3],
)
def epsilon_in_the_denominator(moment, beta, t, *, eps):
    return moment / (1 - beta**t + eps)


@mistake(
    ko="거듭제곱을 나누지 않고 뺐습니다. 가중치의 합이 모자라면 무엇으로 나누어야 하나요?",
    en="The power is taken off. If the weights add up to too little, what puts that right?",
)
def power_taken_off(moment, beta, t):
    return moment - beta**t


@mistake(
    ko="곱하는 것도 나누는 것도 있어서 beta의 거듭제곱이 남습니다. t가 크면 값은 어디로 가나요?",
    en="A power of beta is left above the line. What becomes of the result as t grows?",
)
def power_above_the_line(moment, beta, t):
    return moment * beta**t / (1 - beta**t)


@mistake(
    ko="보정을 두 번 했습니다. 가중치의 합으로 몇 번 나누어야 하나요?",
    en="It is corrected two times. How often should the sum of the weights divide?",
)
def corrected_twice(moment, beta, t):
    return moment / (1 - beta**t) ** 2


@mistake(
    ko="앞의 보정에 새 보정을 곱해 나갔습니다. moment 하나를 몇 번 보정하나요?",
    en="The corrections of all steps so far are multiplied. How many does one moment need?",
)
def corrections_multiplied(moment, beta, t):
    product = 1.0
    for k in range(1, min(t, 10000) + 1):
        product *= 1 - beta**k
    with np.errstate(all="ignore"):
        return np.divide(moment, product, dtype=np.asarray(moment).dtype)


@mistake(
    ko="지수가 t의 두 배입니다. 한 걸음에 beta가 몇 번 곱해지나요?",
    en="The exponent is twice t. How often is beta multiplied on in one step?",
)
def exponent_doubled(moment, beta, t):
    return moment / (1 - beta ** (2 * t))


@mistake(
    ko="보정한 값이 아니라 보정하는 수입니다. moment는 어디에 쓰이나요?",
    en="This is the factor of the correction. Where is the moment used?",
)
def factor_alone(moment, beta, t):
    return 0 * moment + 1 / (1 - beta**t)


@mistake(
    ko="어느 걸음부터는 보정하지 않습니다. 보정은 언제 저절로 사라지나요?",
    en="From some step on nothing is corrected. When does the correction fade by itself?",
    after=[5, 10, 20],
)
def correction_ended_after_some_steps(moment, beta, t, *, after):
    return moment if t > after else moment / (1 - beta**t)
