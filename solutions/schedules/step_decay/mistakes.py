import math

import numpy as np

from autograder import mistake


@mistake(
    ko="학습률이 매 에폭 조금씩 줄어듭니다. 스텝 감쇠는 계단 모양이어야 합니다.",
    en="The rate falls a little at every epoch. Step decay has to look like stairs.",
)
def no_stairs(t, lr0, gamma, d):
    return lr0 * gamma ** (t / d)


@mistake(
    ko="에폭은 0부터 셉니다. 첫 감소가 한 에폭 일찍 일어나지 않나요?",
    en="Epochs count from 0. Does the first drop come one epoch early?",
)
def counts_from_one(t, lr0, gamma, d):
    return lr0 * gamma ** np.floor((1 + t) / d)


@mistake(
    ko="t/d를 반올림하면 주기의 절반에서 이미 감소합니다.",
    en="With t/d rounded to the nearest, the drop comes halfway through each period.",
)
def rounds_to_the_nearest(t, lr0, gamma, d):
    return lr0 * gamma ** np.round(t / d)


@mistake(
    ko="0이 지나자마자 첫 감소가 일어납니다. t/d를 어느 쪽으로 맞추었나요?",
    en="The first drop comes right after 0. Which way is t/d rounded?",
)
def rounds_up(t, lr0, gamma, d):
    return lr0 * gamma ** np.ceil(t / d)


@mistake(
    ko="t = 0에서는 아직 줄어들지 않습니다. 첫 감소는 t = d일 때입니다.",
    en="Nothing has dropped yet at t = 0. The first drop is at t = d.",
)
def drops_at_zero_too(t, lr0, gamma, d):
    return lr0 * gamma ** (np.floor(t / d) + 1)


@mistake(
    ko="t/d가 정수가 아닌 에폭에서 학습률이 lr0으로 되돌아갑니다. 한 번 줄면 줄어든 채로 남습니다.",
    en="Where t/d is not whole the rate jumps back to lr0. What has dropped stays down.",
)
def jumps_back_between_drops(t, lr0, gamma, d):
    return np.where(np.mod(t, d) == 0, lr0 * gamma ** np.floor(t / d), lr0)


@mistake(
    ko="한 번만 줄어듭니다. d 에폭이 다시 지나면 어떻게 되어야 할까요?",
    en="It drops once and never again. What happens after another d epochs?",
)
def drops_only_once(t, lr0, gamma, d):
    return lr0 * gamma ** np.minimum(np.floor(t / d), 1)


@mistake(
    ko="감마를 n번 곱하는 것은 감마에 n을 곱하는 것과 다릅니다. t = 0에서 얼마가 되나요?",
    en="To multiply by gamma n times is not to multiply by n. What comes out at t = 0?",
)
def times_instead_of_power(t, lr0, gamma, d):
    return lr0 * gamma * np.floor(t / d)


@mistake(
    ko="감마는 줄이는 양이 아니라 남기는 비율입니다. 감마가 0.9이면 한 번에 얼마나 줄어드나요?",
    en="Gamma is what remains, not what is taken away. With 0.9, how far does one drop go?",
)
def takes_gamma_away(t, lr0, gamma, d):
    return lr0 * (1 - gamma) ** np.floor(t / d)


@mistake(
    ko="배열 t를 그 자리에서(in place) 나누었습니다. 부른 쪽의 배열도 함께 바뀝니다.",
    en="The array t is divided in place. The caller's array changes with it.",
)
def epochs_changed_in_place(t, lr0, gamma, d):
    t //= d
    return lr0 * gamma**t


@mistake(
    ko="결과 배열이 t의 dtype을 물려받았습니다. t가 정수이면 소수점 아래가 사라집니다.",
    en="The result took its dtype from t. Where t is whole, all decimals are lost.",
)
def rate_in_the_dtype_of_the_epochs(t, lr0, gamma, d):
    rate = np.zeros_like(t)
    rate[...] = lr0 * gamma ** np.floor(t / d)
    return rate


@mistake(
    ko="숫자 하나에서만 됩니다. t는 배열일 수도 있습니다.",
    en="This works for one number alone. t may be an array as well.",
)
def one_number_only(t, lr0, gamma, d):
    return lr0 * gamma ** math.floor(t / d)


@mistake(
    ko="1/(1 + γk)는 다른 감쇠 방법(inverse time decay)입니다. 한 번 줄 때마다 같은 비율이 남나요?",
    en="1/(1 + gamma*k) is inverse time decay. Does each drop leave the same part?",
    rate=["gamma", "rest"],
)
def inverse_time_in_stairs(t, lr0, gamma, d, *, rate):
    return lr0 / (1 + {"gamma": gamma, "rest": 1 - gamma}[rate] * np.floor(t / d))


@mistake(
    ko="밑이 e인 계단입니다. 감마가 1에 가까울수록 조금씩 줄어야 하지 않나요?",
    en="These are stairs with the base e. The closer gamma is to 1, should a drop not be smaller?",
)
def natural_exponential_in_stairs(t, lr0, gamma, d):
    return lr0 * np.exp(-gamma * np.floor(t / d))


@mistake(
    ko="줄어들 때마다 같은 양을 뺐습니다. 남는 것은 무엇에 대한 비율인가요?",
    en="Every drop takes the same amount away. Of which rate does gamma leave a part?",
    amount=["rest", "gamma", "alone"],
)
def same_amount_at_each_drop(t, lr0, gamma, d, *, amount):
    of_each = {"rest": lr0 * (1 - gamma), "gamma": lr0 * gamma, "alone": gamma}[amount]
    return lr0 - of_each * np.floor(t / d)


@mistake(
    ko="줄어들 때마다 같은 양을 빼다가 0에서 멈췄습니다. 남는 것은 무엇에 대한 비율인가요?",
    en="Every drop takes the same amount, until 0 is left. Of which rate does gamma leave a part?",
)
def same_amount_down_to_zero(t, lr0, gamma, d):
    return lr0 * np.maximum(1 - (1 - gamma) * np.floor(t / d), 0)


@mistake(
    ko="t = d가 아직 앞 계단에 있습니다. 경계의 에폭은 어느 쪽에 들어가나요?",
    en="t = d is still on the stair before. To which side does the epoch at the edge belong?",
)
def edge_on_the_stair_before(t, lr0, gamma, d):
    return lr0 * gamma ** np.maximum(np.ceil(t / d) - 1, 0)


@mistake(
    ko="d 에폭마다 lr0에서 다시 시작합니다. 지수는 나머지인가요, 몫인가요?",
    en="It starts again from lr0 every d epochs. Is the exponent a remainder or a quotient?",
)
def remainder_instead_of_quotient(t, lr0, gamma, d):
    return lr0 * gamma ** np.mod(t, d)


@mistake(
    ko="몇 번 줄어든 뒤로는 더 줄어들지 않습니다. 감소하는 횟수가 정해져 있나요?",
    en="After a few drops the rate stays. Is the number of drops fixed anywhere?",
    drops=[2, 3],
)
def a_few_drops_only(t, lr0, gamma, d, *, drops):
    return lr0 * gamma ** np.minimum(np.floor(t / d), drops)


@mistake(
    ko="t/d가 정수인 에폭에서만, 그것도 늘 감마 한 번만큼만 낮습니다. 그 사이에는 무엇이 남나요?",
    en="Only where t/d is whole is the rate lower, always by one gamma. What is left between?",
    zero_too=[False, True],
)
def one_drop_at_whole_quotients(t, lr0, gamma, d, *, zero_too):
    dropped = (np.mod(t, d) == 0) & (np.greater(t, 0) | zero_too)
    return np.where(dropped, lr0 * gamma, lr0)


@mistake(
    ko="한 번 감소할 때마다 학습률이 오히려 커집니다. 감마로 나누었거나 지수가 음수이지 않나요?",
    en="The rate grows at every drop. Is it divided by gamma, or has the exponent a minus?",
)
def grows_at_each_drop(t, lr0, gamma, d):
    return lr0 / gamma ** np.floor(t / d)


@mistake(
    ko="d 에폭이 지난 다음부터는 매 에폭 줄어듭니다. 다음 감소까지는 몇 에폭을 기다려야 하나요?",
    en="Once d epochs are over, the rate falls in each epoch. How long should it wait again?",
    counted=["quotient", "since", "at_once"],
)
def falls_in_each_epoch_after_the_first_drop(t, lr0, gamma, d, *, counted):
    late = np.maximum(np.subtract(t, d), 0)
    exponents = {"quotient": np.divide(t, d), "since": late, "at_once": late + 1}
    return lr0 * np.where(np.less(t, d), 1.0, gamma ** exponents[counted])


@mistake(
    ko="학습률을 감소한 횟수로 나누었습니다. 감마가 거듭제곱이 되어 있나요?",
    en="The rate is divided by a count of the drops. Is gamma raised to a power?",
    gamma_too=[False, True],
)
def divided_by_the_number_of_drops(t, lr0, gamma, d, *, gamma_too):
    return (lr0 * gamma if gamma_too else lr0) / (np.floor(t / d) + 1)


@mistake(
    ko="한 단의 길이가 d가 아닙니다. 첫 번째로 떨어지는 것은 어느 에폭인가요?",
    en="A stair is not d epochs long. In which epoch is the first drop?",
    more=[1, -1],
)
def stairs_of_another_length(t, lr0, gamma, d, *, more):
    return lr0 * gamma ** np.floor(np.asarray(t) / max(d + more, 1))


@mistake(
    ko="한 에폭 늦게 떨어집니다. t = d일 때 이미 떨어져 있어야 하나요?",
    en="It drops one epoch late. Has it dropped at t = d already?",
)
def drops_one_epoch_late(t, lr0, gamma, d):
    return lr0 * gamma ** np.floor(np.maximum(np.subtract(t, 1), 0) / d)


@mistake(
    ko="학습률이 lr0의 일정한 몫 아래로는 내려가지 않습니다. 그런 바닥이 있나요?",
    en="The rate never falls below a share of lr0. Is there such a floor?",
    share=[0.1],
)
def held_above_a_share(t, lr0, gamma, d, *, share):
    return lr0 * np.maximum(gamma ** np.floor(np.asarray(t) / d), share)
