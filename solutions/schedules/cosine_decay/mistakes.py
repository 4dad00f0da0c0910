import math

import numpy as np

from autograder import mistake


def _falling(share):
    return (1 + np.cos(np.pi * share)) / 2


def _right(t, lr0, T):
    return lr0 * _falling(np.minimum(t, T) / T)


def _right_in_one_line(t, lr0, T):
    return lr0 / 2 * (1 + np.cos(np.pi * np.minimum(t, T) / T))


@mistake(
    ko="코사인은 π를 지나면 다시 올라갑니다. T가 지난 t에서는 학습률이 얼마여야 할까요?",
    en="Past pi the cosine climbs again. What should the rate be once t has passed T?",
)
def rises_again_after_the_end(t, lr0, T):
    return lr0 * _falling(t / T)


@mistake(
    ko="1 + cos은 0과 2 사이의 값입니다. t = 0일 때 학습률이 lr0과 같은가요?",
    en="1 + cos lies between 0 and 2. Is the rate lr0 at t = 0?",
)
def half_forgotten(t, lr0, T):
    return lr0 * 2 * _falling(np.minimum(t, T) / T)


@mistake(
    ko="학습률이 한 에폭 일찍 0이 됩니다. 0이 되는 것은 t = T일 때입니다.",
    en="The rate is 0 one epoch early. It should be 0 at t = T.",
)
def zero_one_epoch_early(t, lr0, T):
    return lr0 * _falling(np.minimum(t, T - 1) / (T - 1))


@mistake(
    ko="에폭은 0부터 셉니다. t = 0일 때 코사인 안의 값은 얼마인가요?",
    en="Epochs count from 0. What stands inside the cosine at t = 0?",
)
def counts_from_one(t, lr0, T):
    return lr0 * _falling(np.minimum(np.add(t, 1), T) / T)


@mistake(
    ko="코사인 곡선의 4분의 1만 썼습니다. 끝에서도 완만하게 0에 닿으려면 어디까지 가야 할까요?",
    en="This is a quarter of the wave. How far must it go to land on 0 gently as well?",
)
def quarter_wave(t, lr0, T):
    return lr0 * np.cos(np.pi / 2 * np.minimum(t, T) / T)


@mistake(
    ko="코사인의 각도는 라디안입니다. t = T일 때 각도가 얼마가 되나요?",
    en="The cosine takes radians. Which angle does it get at t = T?",
)
def pi_forgotten(t, lr0, T):
    return lr0 / 2 * (1 + np.cos(np.minimum(t, T) / T))


@mistake(
    ko="학습률이 0에서 lr0으로 올라갑니다. 코사인 앞의 부호를 확인하세요.",
    en="The rate climbs from 0 to lr0. Look at the sign before the cosine.",
)
def climbs_instead(t, lr0, T):
    return lr0 / 2 * (1 - np.cos(np.pi * np.minimum(t, T) / T))


@mistake(
    ko="코사인은 −1까지 내려갑니다. 음수인 학습률은 손실을 키웁니다.",
    en="The cosine goes down to -1. A negative rate climbs the loss.",
)
def negative_in_the_second_half(t, lr0, T):
    return lr0 * np.cos(np.pi * np.minimum(t, T) / T)


@mistake(
    ko="t가 T에 이르지 못하고 그 앞에서 멈춥니다. 마지막에 남는 학습률이 0인가요?",
    en="t is held just before T. Is the rate that is left at the end 0?",
)
def held_before_the_end(t, lr0, T):
    return lr0 * _falling(np.minimum(t, T - 1) / T)


@mistake(
    ko="t와 T를 정수로 나누면 마지막까지 몫이 0입니다.",
    en="Whole-number division of t by T gives 0 until the very end.",
)
def whole_number_division(t, lr0, T):
    return lr0 * _falling(np.minimum(t, T) // T)


@mistake(
    ko="받은 배열 t의 값을 잘라서 바꾸었습니다. 부른 쪽의 배열도 함께 바뀝니다.",
    en="The values of the given array t are cut off in place. The caller's array changes with it.",
)
def epochs_changed_in_place(t, lr0, T):
    t = np.asarray(t)
    t[t > T] = T
    return lr0 * _falling(t / T)


@mistake(
    ko="결과 배열이 t의 dtype을 물려받았습니다. t가 정수이면 소수점 아래가 사라집니다.",
    en="The result took its dtype from t. Where t is whole, all decimals are lost.",
)
def rate_in_the_dtype_of_the_epochs(t, lr0, T):
    rate = np.zeros_like(t)
    rate[...] = lr0 * _falling(np.minimum(t, T) / T)
    return rate


@mistake(
    ko="숫자 하나에서만 됩니다. t는 배열일 수도 있습니다.",
    en="This works for one number alone. t may be an array as well.",
)
def one_number_only(t, lr0, T):
    if t >= T:
        return 0.0
    return lr0 / 2 * (1 + math.cos(math.pi * t / T))


@mistake(
    ko="T마다 lr0에서 다시 시작합니다(warm restart). T가 지난 뒤에 학습이 다시 시작되나요?",
    en="It starts again from lr0 after every T epochs, a warm restart. Is one asked for?",
    cycles=["equal", "zero_at_the_end", "doubled"],
)
def restarts_after_the_end(t, lr0, T, *, cycles):
    if cycles == "doubled":
        cycle = np.floor(np.log2(np.divide(t, T) + 1))
        return lr0 * _falling((np.divide(t, T) + 1) / 2**cycle - 1)
    if cycles == "zero_at_the_end":
        return lr0 * _falling((t - T * np.maximum(np.ceil(np.divide(t, T)) - 1, 0)) / T)
    return lr0 * _falling(np.mod(t, T) / T)


@mistake(
    ko="학습률이 lr0의 일부에서 멈춥니다. t = T에서 무엇이 남아야 하나요?",
    en="The rate stops at a share of lr0. How much should be left at t = T?",
    share=[0.1, 0.05, 0.01],
)
def stops_at_a_share(t, lr0, T, *, share):
    return lr0 * (share + (1 - share) * _falling(np.minimum(t, T) / T))


@mistake(
    ko="가장 작은 학습률을 따로 정해 두었습니다. 문제에 그런 수가 있나요?",
    en="A smallest rate of its own is kept. Is there such a number in the task?",
    smallest=[1e-3, 1e-4, 1e-5, 1e-6],
)
def stops_at_a_smallest_rate(t, lr0, T, *, smallest):
    return smallest + (lr0 - smallest) * _falling(np.minimum(t, T) / T)


@mistake(
    ko="코사인에 도(°)를 넣었습니다. np.cos은 각도를 어떤 단위로 받나요?",
    en="The cosine is given degrees. In which unit does np.cos take its angle?",
)
def degrees_instead_of_radians(t, lr0, T):
    return lr0 / 2 * (1 + np.cos(180 * np.minimum(t, T) / T))


@mistake(
    ko="코사인이 아니라 직선이나 거듭제곱으로 내려갑니다. 처음과 끝에서 완만한가요?",
    en="The way down is a line or a power, not a cosine. Is it gentle at both ends?",
    power=[1, 2, 0.9],
)
def power_of_what_is_left(t, lr0, T, *, power):
    return lr0 * (1 - np.minimum(t, T) / T) ** power


@mistake(
    ko="코사인 한 주기(2π)를 다 썼습니다. 절반에서 벌써 0이 되고 다시 올라가지 않나요?",
    en="This is a whole wave, a full period of 2*pi. Is the rate 0 half-way, and then up again?",
)
def whole_wave(t, lr0, T):
    return lr0 * _falling(2 * np.minimum(t, T) / T)


@mistake(
    ko="사인을 썼습니다. 처음과 끝에서 모두 완만하게 움직이는 것은 어느 곡선인가요?",
    en="This is a sine. Which curve is gentle at the beginning and at the end?",
    quarter=[True, False],
)
def sine_instead_of_cosine(t, lr0, T, *, quarter):
    share = np.minimum(t, T) / T
    return lr0 * (1 - np.sin(np.pi / 2 * share) if quarter else (1 + np.sin(np.pi * share)) / 2)


@mistake(
    ko="T가 지나면 학습률이 lr0으로 돌아갑니다. 학습이 끝난 뒤에는 얼마여야 하나요?",
    en="Past T the rate is lr0 again. What should it be when the training is over?",
    from_the_end=[False, True],
)
def full_rate_after_the_end(t, lr0, T, *, from_the_end):
    over = np.greater_equal(t, T) if from_the_end else np.greater(t, T)
    return np.where(over, lr0, lr0 * _falling(np.minimum(t, T) / T))


@mistake(
    ko="학습률이 계단처럼 내려갑니다. 에폭과 에폭 사이에서도 내려가야 하지 않나요?",
    en="The rate comes down in stairs. Should it not fall between whole epochs too?",
)
def stairs_at_whole_epochs(t, lr0, T):
    return lr0 * _falling(np.floor(np.minimum(t, T)) / T)


@mistake(
    ko="정해 둔 값 아래로는 내려가지 않습니다. t = T에서 학습률이 0인가요?",
    en="The rate is kept from falling below some number. Is it 0 at t = T?",
    smallest=[1e-3, 1e-5, 1e-6, 1e-8],
)
def held_above_a_smallest_rate(t, lr0, T, *, smallest):
    return np.maximum(lr0 * _falling(np.minimum(t, T) / T), smallest)


@mistake(
    ko="코사인은 후반에 음수인데, 그것을 잘라 내거나 절댓값으로 가렸습니다. 무엇을 더해야 할까요?",
    en="In the second half the cosine is negative, and that is hidden. What would lift it above 0?",
    how=["cut", "absolute"],
)
def negative_half_hidden(t, lr0, T, *, how):
    wave = np.cos(np.pi * np.minimum(t, T) / T)
    return lr0 * (np.maximum(wave, 0) if how == "cut" else np.abs(wave))


@mistake(
    ko="코사인에 직선이나 지수 감쇠를 또 곱했습니다. 가운데에서 학습률이 lr0의 절반인가요?",
    en="A linear or exponential decay multiplies the cosine. Is half of lr0 left in the middle?",
    other=["line", "exponential"],
)
def another_decay_on_top(t, lr0, T, *, other):
    share = np.minimum(t, T) / T
    return lr0 * _falling(share) * (1 - share if other == "line" else np.exp(-share))


@mistake(
    ko="지수 감쇠입니다. 처음과 끝에서 모두 완만한가요?",
    en="This is exponential decay. Is it gentle at both ends?",
    speed=[1, 5],
)
def exponential_instead(t, lr0, T, *, speed):
    return np.where(np.greater(t, T), 0.0, lr0 * np.exp(-speed * np.divide(t, T)))


@mistake(
    ko="T에서 학습률이 아직 0이 아닙니다. t = T일 때 코사인 안의 값은 얼마인가요?",
    en="The rate is not yet 0 at T. What stands inside the cosine at t = T?",
)
def zero_one_epoch_late(t, lr0, T):
    return lr0 * _falling(np.minimum(t, T + 1) / (T + 1))


@mistake(
    ko="첫 에폭이 지나도 학습률이 그대로입니다. t = 1일 때 코사인 안의 값은 얼마인가요?",
    en="Nothing falls in the first epoch. What stands inside the cosine at t = 1?",
)
def falls_one_epoch_late(t, lr0, T):
    return lr0 * _falling(np.clip(np.subtract(t, 1), 0, T) / T)
