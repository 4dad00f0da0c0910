import math

import numpy as np

from autograder import mistake


def _rising(t, warmup):
    return np.minimum(t / warmup, 1)


def _falling(share):
    return (1 + np.cos(np.pi * np.clip(share, 0, 1))) / 2


@mistake(
    ko="워밍업이 끝나는 곳에서 학습률이 뚝 떨어집니다. 코사인은 어느 에폭부터 세기 시작하나요?",
    en="The rate jumps where the warmup ends. From which epoch on does the cosine count?",
)
def cosine_counted_from_zero(t, lr0, warmup, T):
    return lr0 * np.where(np.less(t, warmup), _rising(t, warmup), _falling(t / T))


@mistake(
    ko="t = T에서 학습률이 0이 되지 않습니다. 코사인에 남은 에폭은 몇 개인가요?",
    en="The rate is not 0 at t = T. How many epochs are left for the cosine?",
)
def total_counted_after_the_warmup(t, lr0, warmup, T):
    return lr0 * _rising(t, warmup) * _falling((t - warmup) / T)


@mistake(
    ko="워밍업 동안에도 코사인이 학습률을 줄입니다. 꼭대기에서 lr0이 되나요?",
    en="The cosine pulls the rate down during the warmup as well. Is it lr0 at the peak?",
)
def product_of_both(t, lr0, warmup, T):
    return lr0 * _rising(t, warmup) * _falling(t / T)


@mistake(
    ko="T가 지나면 코사인이 다시 올라갑니다. 그때 학습률은 얼마여야 할까요?",
    en="Past T the cosine climbs again. What should the rate be there?",
)
def rises_again_after_the_end(t, lr0, warmup, T):
    share = np.maximum((t - warmup) / (T - warmup), 0)
    return lr0 * _rising(t, warmup) * (1 + np.cos(np.pi * share)) / 2


@mistake(
    ko="에폭은 0부터 셉니다. t = 0일 때 학습률이 0인가요?",
    en="Epochs count from 0. Is the rate 0 at t = 0?",
)
def warmup_counts_from_one(t, lr0, warmup, T):
    return lr0 * _rising(np.add(t, 1), warmup) * _falling((t - warmup) / (T - warmup))


@mistake(
    ko="워밍업 다음이 직선입니다. 처음과 끝에서 완만하게 내려가야 합니다.",
    en="After the warmup comes a straight line. The way down should be gentle at both ends.",
)
def straight_line_down(t, lr0, warmup, T):
    share = np.clip((t - warmup) / (T - warmup), 0, 1)
    return lr0 * _rising(t, warmup) * (1 - share)


@mistake(
    ko="1 + cos은 0과 2 사이의 값입니다. 워밍업이 끝난 곳에서 두 조각이 이어지나요?",
    en="1 + cos lies between 0 and 2. Do the two pieces meet where the warmup ends?",
)
def half_forgotten(t, lr0, warmup, T):
    falling = 2 * _falling((t - warmup) / (T - warmup))
    return lr0 * np.where(np.less(t, warmup), _rising(t, warmup), falling)


@mistake(
    ko="t = warmup인 에폭이 어느 쪽 조건에도 들어가지 않습니다.",
    en="The epoch t = warmup belongs to neither of the two conditions.",
)
def peak_left_out(t, lr0, warmup, T):
    rate = np.zeros(np.shape(t))
    early = np.less(t, warmup)
    late = np.greater(t, warmup)
    rate[early] = lr0 * _rising(np.asarray(t)[early], warmup)
    rate[late] = lr0 * _falling((np.asarray(t)[late] - warmup) / (T - warmup))
    return rate


@mistake(
    ko="워밍업이 없습니다. 처음부터 lr0으로 시작하면 초기 학습이 불안정해집니다.",
    en="There is no warmup. To begin with lr0 makes the start unstable.",
)
def no_warmup(t, lr0, warmup, T):
    return lr0 * _falling((t - warmup) / (T - warmup))


@mistake(
    ko="배열 t에서 warmup을 그 자리에서(in place) 뺐습니다. 부른 쪽의 배열도 함께 바뀝니다.",
    en="warmup is taken from the array t in place. The caller's array changes with it.",
)
def epochs_changed_in_place(t, lr0, warmup, T):
    rising = _rising(t, warmup)
    t -= warmup
    return lr0 * rising * _falling(t / (T - warmup))


@mistake(
    ko="결과 배열이 t의 dtype을 물려받았습니다. t가 정수이면 소수점 아래가 사라집니다.",
    en="The result took its dtype from t. Where t is whole, all decimals are lost.",
)
def rate_in_the_dtype_of_the_epochs(t, lr0, warmup, T):
    rate = np.zeros_like(t)
    rate[...] = lr0 * _rising(t, warmup) * _falling((t - warmup) / (T - warmup))
    return rate


@mistake(
    ko="숫자 하나에서만 됩니다. t는 배열일 수도 있습니다.",
    en="This works for one number alone. t may be an array as well.",
)
def one_number_only(t, lr0, warmup, T):
    if t < warmup:
        return lr0 * t / warmup
    if t > T:
        return 0.0
    return lr0 / 2 * (1 + math.cos(math.pi * (t - warmup) / (T - warmup)))


@mistake(
    ko="T가 지나면 lr0에서 다시 내려옵니다(warm restart). 그때 학습률은 얼마여야 하나요?",
    en="Past T it comes down from lr0 again, a warm restart. What should the rate be there?",
)
def restarts_after_the_end(t, lr0, warmup, T):
    since = np.maximum(np.subtract(t, warmup), 0)
    return lr0 * _rising(t, warmup) * _falling(np.mod(since, T - warmup) / (T - warmup))


@mistake(
    ko="학습률이 lr0의 일부에서 멈춥니다. t = T에서 무엇이 남아야 하나요?",
    en="The rate stops at a share of lr0. How much should be left at t = T?",
    share=[0.1, 0.01],
)
def stops_at_a_share(t, lr0, warmup, T, *, share):
    falling = share + (1 - share) * _falling((t - warmup) / (T - warmup))
    return lr0 * np.where(np.less(t, warmup), _rising(t, warmup), falling)


@mistake(
    ko="가장 작은 학습률을 따로 정해 두었습니다. 문제에 그런 수가 있나요?",
    en="A smallest rate of its own is kept. Is there such a number in the task?",
    smallest=[1e-3, 1e-4, 1e-5, 1e-6],
)
def stops_at_a_smallest_rate(t, lr0, warmup, T, *, smallest):
    falling = smallest + (lr0 - smallest) * _falling((t - warmup) / (T - warmup))
    return np.where(np.less(t, warmup), lr0 * _rising(t, warmup), falling)


@mistake(
    ko="t와 warmup에 모두 1을 더했습니다. t = 0과 t = warmup에서 학습률이 얼마인지 보세요.",
    en="One is added to t and to warmup. Look at the rate at t = 0 and at t = warmup.",
)
def one_added_to_both(t, lr0, warmup, T):
    rising = _rising(np.add(t, 1), warmup + 1)
    return lr0 * rising * _falling((t - warmup) / (T - warmup))


@mistake(
    ko="코사인 곡선의 4분의 1만 썼습니다. 끝에서도 완만하게 0에 닿으려면 어디까지 가야 할까요?",
    en="This is a quarter of the wave. How far must it go to land on 0 gently as well?",
)
def quarter_wave(t, lr0, warmup, T):
    share = np.clip((t - warmup) / (T - warmup), 0, 1)
    return lr0 * _rising(t, warmup) * np.cos(np.pi / 2 * share)


@mistake(
    ko="워밍업이 0이 아니라 lr0의 일부에서 출발합니다. t = 0에서 학습률은 얼마인가요?",
    en="The warmup sets out from a share of lr0 and not from 0. What is the rate at t = 0?",
    share=[1 / 3, 0.1, 0.01],
)
def warmup_starts_at_a_share(t, lr0, warmup, T, *, share):
    rising = share + (1 - share) * _rising(t, warmup)
    return lr0 * rising * _falling((t - warmup) / (T - warmup))


@mistake(
    ko="코사인 한 주기(2π)를 다 썼습니다. 남은 에폭의 절반에서 벌써 0이 되지 않나요?",
    en="This is a whole wave, a full period of 2*pi. Is the rate 0 half-way, and then up again?",
)
def whole_wave(t, lr0, warmup, T):
    share = np.clip((t - warmup) / (T - warmup), 0, 1)
    return lr0 * _rising(t, warmup) * (1 + np.cos(2 * np.pi * share)) / 2


@mistake(
    ko="T가 지나면 학습률이 다시 lr0입니다. 학습이 끝난 뒤에는 얼마여야 하나요?",
    en="Past T the rate is lr0 again. What should it be when the training is over?",
)
def full_rate_after_the_end(t, lr0, warmup, T):
    falling = _falling((t - warmup) / (T - warmup))
    return lr0 * np.where(np.greater(t, T), 1.0, _rising(t, warmup) * falling)


@mistake(
    ko="워밍업이 0이 아니라 따로 정해 둔 작은 학습률에서 출발합니다. 문제에 그런 수가 있나요?",
    en="The warmup sets out from a small rate of its own. Is there such a number in the task?",
    smallest=[1e-3, 1e-5, 1e-6],
)
def warmup_starts_at_a_smallest_rate(t, lr0, warmup, T, *, smallest):
    rising = smallest + (lr0 - smallest) * _rising(t, warmup)
    return rising * _falling((t - warmup) / (T - warmup))


@mistake(
    ko="정해 둔 값 아래로는 내려가지 않습니다. t = 0과 t = T에서 학습률이 0인가요?",
    en="The rate is kept from falling below some number. Is it 0 at t = 0 and at t = T?",
    smallest=[1e-3, 1e-5, 1e-6],
)
def held_above_a_smallest_rate(t, lr0, warmup, T, *, smallest):
    falling = _falling((t - warmup) / (T - warmup))
    return np.maximum(lr0 * _rising(t, warmup) * falling, smallest)


@mistake(
    ko="워밍업도 코사인 곡선을 따라 올라갑니다. 워밍업에서는 매 에폭 같은 양만큼 커지나요?",
    en="The warmup rises along a cosine, too. Does each epoch of the warmup add the same amount?",
)
def warmup_along_a_cosine(t, lr0, warmup, T):
    rising = (1 - np.cos(np.pi * _rising(t, warmup))) / 2
    return lr0 * rising * _falling((t - warmup) / (T - warmup))


@mistake(
    ko="워밍업 동안 낮은 학습률 하나만 씁니다. 에폭마다 조금씩 올라가야 하지 않나요?",
    en="One low rate lasts all through the warmup. Should it not rise from epoch to epoch?",
    share=[0.1, 0.01],
)
def one_low_rate_in_the_warmup(t, lr0, warmup, T, *, share):
    rising = np.where(np.less(t, warmup), share, 1.0)
    return lr0 * rising * _falling((t - warmup) / (T - warmup))


@mistake(
    ko="워밍업이 끝나면 0으로 뚝 떨어졌다가 다시 올라갑니다. 코사인 앞의 부호를 확인하세요.",
    en="After the warmup the rate starts at 0 and climbs. Look at the sign before the cosine.",
)
def climbs_after_the_warmup(t, lr0, warmup, T):
    share = np.clip((t - warmup) / (T - warmup), 0, 1)
    return lr0 * np.where(np.less(t, warmup), _rising(t, warmup), _falling(1 - share))


@mistake(
    ko="워밍업 뒤로 학습률이 lr0 그대로입니다. 끝에서는 얼마가 되어야 하나요?",
    en="After the warmup the rate stays at lr0, without a cosine. Where should it be at the end?",
)
def no_decay(t, lr0, warmup, T):
    return lr0 * _rising(t, warmup)


@mistake(
    ko="코사인은 −1까지 내려갑니다. 음수인 학습률은 손실을 키웁니다.",
    en="The cosine goes down to -1. A negative rate climbs the loss.",
)
def negative_in_the_second_half(t, lr0, warmup, T):
    share = np.clip((t - warmup) / (T - warmup), 0, 1)
    return lr0 * _rising(t, warmup) * np.cos(np.pi * share)


@mistake(
    ko="학습률이 계단처럼 움직입니다. 에폭과 에폭 사이에서도 달라져야 하지 않나요?",
    en="The rate moves in stairs. Should it not change between whole epochs too?",
)
def stairs_at_whole_epochs(t, lr0, warmup, T):
    t = np.floor(t)
    return lr0 * _rising(t, warmup) * _falling((t - warmup) / (T - warmup))


@mistake(
    ko="워밍업 다음이 코사인이 아니라 지수나 제곱근 곡선입니다. 처음과 끝에서 완만하게 내려가나요?",
    en="The way down is exponential or a root, and no cosine. Is it gentle at both ends?",
    curve=["exponential", "root"],
)
def another_curve_down(t, lr0, warmup, T, *, curve):
    since = np.maximum(t, warmup)
    if curve == "root":
        return lr0 * _rising(t, warmup) * np.sqrt(warmup / since)
    falling = np.exp((warmup - since) / (T - warmup))
    return lr0 * _rising(t, warmup) * np.where(np.greater(t, T), 0.0, falling)


@mistake(
    ko="스케줄 전체가 한 에폭 앞서 갑니다. 에폭은 0부터 셉니다. t = 0과 t = warmup을 보세요.",
    en="The whole schedule is one epoch ahead. Epochs count from 0: look at t = 0 and t = warmup.",
)
def counts_from_one(t, lr0, warmup, T):
    t = np.add(t, 1)
    return lr0 * _rising(t, warmup) * _falling((t - warmup) / (T - warmup))


@mistake(
    ko="학습률이 lr0의 일부 아래로는 내려가지 않습니다. t = T에서 무엇이 남아야 하나요?",
    en="The rate does not fall below a share of lr0. How much should be left at t = T?",
    share=[0.1, 0.01],
)
def held_above_a_share(t, lr0, warmup, T, *, share):
    falling = np.maximum(_falling((t - warmup) / (T - warmup)), share)
    return lr0 * np.where(np.less(t, warmup), _rising(t, warmup), falling)


@mistake(
    ko="T가 지나면 준비 구간부터 처음부터 다시 시작합니다. T 다음의 학습률은 얼마여야 할까요?",
    en="Past T everything starts over, the warmup too. What should the rate be there?",
)
def starts_all_over_after_the_end(t, lr0, warmup, T):
    t = np.where(np.greater(t, T), np.mod(t, T), t)
    return lr0 * _rising(t, warmup) * _falling((t - warmup) / (T - warmup))


@mistake(
    ko="학습률이 한 에폭 일찍 0이 됩니다. 코사인이 끝나는 것은 어느 t인가요?",
    en="The rate is 0 one epoch early. At which t does the cosine end?",
)
def zero_one_epoch_early(t, lr0, warmup, T):
    length = max(T - warmup - 1, 1)
    return lr0 * _rising(t, warmup) * _falling((t - warmup) / length)


@mistake(
    ko="T에서 학습률이 아직 0이 아닙니다. 코사인 구간의 에폭은 몇 개인가요?",
    en="The rate is not yet 0 at T. How many epochs does the cosine have?",
)
def zero_one_epoch_late(t, lr0, warmup, T):
    return lr0 * _rising(t, warmup) * _falling((t - warmup) / (T - warmup + 1))


@mistake(
    ko="코사인을 T개의 에폭에 걸쳐 늘렸습니다. 준비 구간이 지나면 몇 에폭이 남나요?",
    en="The cosine is stretched over all T epochs. How many are left after the warmup?",
)
def cosine_over_all_epochs(t, lr0, warmup, T):
    rate = lr0 * _rising(t, warmup) * _falling((t - warmup) / T)
    return np.where(np.greater_equal(t, T), 0.0, rate)


@mistake(
    ko="준비 구간의 마지막 에폭에서 벌써 lr0이 됩니다. lr0에 닿는 것은 어느 t인가요?",
    en="The last epoch of the warmup is at lr0 already. At which t is the full rate reached?",
)
def full_one_epoch_early(t, lr0, warmup, T):
    rising = np.minimum(t / max(warmup - 1, 1), 1)
    return lr0 * rising * _falling((t - warmup) / (T - warmup))
