import numpy as np

from autograder import mistake


def _until(t, warmup, rate, lr0):
    """The rate during the warmup, and lr0 after it."""
    return np.where(np.less(t, warmup), rate, lr0)


@mistake(
    ko="1 − e^(−t/τ) 꼴은 갈수록 느려져 lr0에 닿지 못합니다. 매 에폭 같은 비율로 커지나요?",
    en="The form 1 - e^(-t/tau) slows down and never reaches lr0. Does it grow by one ratio?",
    speed=[1, 5],
    after=["on", "full"],
)
def saturating_curve(t, lr0, warmup, start, *, speed, after):
    rate = start + (lr0 - start) * (1 - np.exp(-speed * np.divide(t, warmup)))
    return rate if after == "on" else _until(t, warmup, rate, lr0)


@mistake(
    ko="start와 lr0을 직선으로 이었습니다. 지수적 증가에서는 매 에폭 같은 비율로 커집니다.",
    en="start and lr0 are joined by a straight line. Here each epoch should add the same ratio.",
)
def straight_line(t, lr0, warmup, start):
    return start + (lr0 - start) * np.minimum(t / warmup, 1)


@mistake(
    ko="학습률이 lr0을 넘어 계속 커집니다. 워밍업이 끝난 다음에는 얼마여야 할까요?",
    en="The rate grows on beyond lr0. What should it be once the warmup is over?",
)
def grows_without_end(t, lr0, warmup, start):
    return start * (lr0 / start) ** (t / warmup)


@mistake(
    ko="에폭은 0부터 셉니다. t = 0일 때 학습률이 start와 같은가요?",
    en="Epochs count from 0. Is the rate equal to start at t = 0?",
)
def counts_from_one(t, lr0, warmup, start):
    return start * (lr0 / start) ** np.minimum(np.add(t, 1) / warmup, 1)


@mistake(
    ko="lr0에 한 에폭 일찍 도달합니다. 도달하는 것은 t = warmup일 때입니다.",
    en="lr0 is reached one epoch early. It should be reached at t = warmup.",
)
def full_one_epoch_early(t, lr0, warmup, start):
    return start * (lr0 / start) ** np.minimum(np.divide(t, max(warmup - 1, 1)), 1)


@mistake(
    ko="e배가 되는 곡선은 lr0을 모릅니다. t = warmup에서 lr0에 이어지나요?",
    en="A curve that grows by the factor e knows nothing of lr0. Does it meet lr0 at t = warmup?",
)
def grows_by_e(t, lr0, warmup, start):
    return _until(t, warmup, start * np.exp(np.minimum(t / warmup, 1)), lr0)


@mistake(
    ko="비율이 거꾸로입니다. 워밍업 동안 학습률이 커지나요, 작아지나요?",
    en="The ratio is upside down. Does the rate rise or fall during the warmup?",
)
def ratio_upside_down(t, lr0, warmup, start):
    return _until(t, warmup, start * (start / lr0) ** np.minimum(t / warmup, 1), lr0)


@mistake(
    ko="전체 비율을 매 에폭 곱하고 있습니다. 그 비율은 warmup 에폭에 걸쳐 나누어야 합니다.",
    en="The whole ratio is applied in every epoch. It has to be spread over all of the warmup.",
)
def whole_ratio_in_each_epoch(t, lr0, warmup, start):
    return start * (lr0 / start) ** np.minimum(t, 1.0)


@mistake(
    ko="start가 지수에만 쓰이고 출발점이 아닙니다. t = 0일 때 학습률은 얼마인가요?",
    en="start is in the ratio but not where the curve begins. What is the rate at t = 0?",
)
def start_not_multiplied(t, lr0, warmup, start):
    return _until(t, warmup, (lr0 / start) ** np.minimum(t / warmup, 1), lr0)


@mistake(
    ko="t를 warmup으로 정수 나눗셈하면 워밍업이 끝날 때까지 몫이 0입니다.",
    en="Whole-number division of t by warmup gives 0 until the warmup is over.",
)
def whole_number_division(t, lr0, warmup, start):
    return start * (lr0 / start) ** np.minimum(t // warmup, 1)


@mistake(
    ko="받은 배열 t의 값을 잘라서 바꾸었습니다. 부른 쪽의 배열도 함께 바뀝니다.",
    en="The values of the given array t are cut off in place. The caller's array changes with it.",
)
def epochs_changed_in_place(t, lr0, warmup, start):
    t = np.asarray(t)
    t[t > warmup] = warmup
    return start * (lr0 / start) ** (t / warmup)


@mistake(
    ko="결과 배열이 t의 dtype을 물려받았습니다. t가 정수이면 소수점 아래가 사라집니다.",
    en="The result took its dtype from t. Where t is whole, all decimals are lost.",
)
def rate_in_the_dtype_of_the_epochs(t, lr0, warmup, start):
    rate = np.full_like(t, lr0)
    early = np.less(t, warmup)
    rate[early] = start * (lr0 / start) ** (np.asarray(t)[early] / warmup)
    return rate


@mistake(
    ko="숫자 하나에서만 됩니다. t는 배열일 수도 있습니다.",
    en="This works for one number alone. t may be an array as well.",
)
def one_number_only(t, lr0, warmup, start):
    if t < warmup:
        return start * (lr0 / start) ** (t / warmup)
    return lr0


@mistake(
    ko="e^(−5(1−t/T)²)는 다른 논문의 워밍업입니다. t = 0에서 start가 나오나요?",
    en="exp(-5(1 - t/T)^2) is the ramp of another paper. Does it give start at t = 0?",
    lifted=[False, True],
)
def gaussian_ramp(t, lr0, warmup, start, *, lifted):
    ramp = np.exp(-5 * (1 - np.minimum(t / warmup, 1)) ** 2)
    return start + (lr0 - start) * ramp if lifted else lr0 * ramp


@mistake(
    ko="1 − e^(−t/τ) 꼴이고 start를 쓰지 않습니다. 처음과 끝이 start와 lr0인가요?",
    en="This is 1 - e^(-t/tau), without start. Are its two ends start and lr0?",
)
def saturating_curve_without_start(t, lr0, warmup, start):
    return lr0 * (1 - np.exp(-(np.add(t, 1)) / warmup))


@mistake(
    ko="로그 곡선으로 올라갑니다. 처음에 빠른가요, 끝에 빠른가요?",
    en="It rises along a logarithm. Should it be fast at the beginning or at the end?",
    top=[0, 1],
)
def logarithmic_ramp(t, lr0, warmup, start, *, top):
    share = np.log(np.add(t, 1)) / np.log(max(warmup + top, 2))
    return start + (lr0 - start) * np.where(np.less(t, warmup), share, 1.0)


@mistake(
    ko="지수 곡선을 늘이고 옮겨 두 끝에 맞추었습니다. 이웃한 에폭의 비율이 늘 같은가요?",
    en="An exponential is stretched and shifted to fit both ends. Is the ratio of neighbours one?",
    steepness=[1, 5, -5],
)
def exponential_fitted_to_both_ends(t, lr0, warmup, start, *, steepness):
    share = np.minimum(t / warmup, 1)
    return start + (lr0 - start) * np.expm1(steepness * share) / np.expm1(steepness)


@mistake(
    ko="에폭마다 정해진 배수로 커집니다. 그 배수는 start, lr0, warmup으로 정해지지 않나요?",
    en="A fixed factor is applied in each epoch. Do start, lr0 and warmup not determine it?",
    factor=[2, 10],
)
def factor_of_its_own(t, lr0, warmup, start, *, factor):
    return np.minimum(start * np.power(float(factor), np.minimum(t, warmup)), lr0)


@mistake(
    ko="lr0에서 거꾸로 정해진 비율로 줄였습니다. t = 0에서 start가 나오나요?",
    en="A ratio of its own leads back from lr0. Does it give start at t = 0?",
    ratio=[0.9, 0.5],
)
def back_from_the_full_rate(t, lr0, warmup, start, *, ratio):
    return lr0 * ratio ** np.maximum(np.subtract(warmup, t), 0)


@mistake(
    ko="start와 lr0 사이를 제곱으로 이었습니다. 이웃한 에폭의 비율이 늘 같은가요?",
    en="start and lr0 are joined by a power of t. Is the ratio of neighbouring epochs always one?",
    power=[2, 3, 0.5],
)
def power_of_the_share(t, lr0, warmup, start, *, power):
    return start + (lr0 - start) * np.minimum(t / warmup, 1) ** power


@mistake(
    ko="lr0을 그대로 거듭제곱했습니다. t = 0에서 start가 나오나요?",
    en="lr0 itself is raised to a power. Does start come out at t = 0?",
)
def power_of_the_full_rate(t, lr0, warmup, start):
    return lr0 ** np.minimum(t / warmup, 1)


@mistake(
    ko="e의 거듭제곱만큼 작은 값에서 lr0까지 올라갑니다. t = 0에서 start가 나오나요?",
    en="It rises to lr0 from a power of e below it. Does start come out at t = 0?",
    steepness=[1, 5],
)
def powers_of_e_up_to_the_full_rate(t, lr0, warmup, start, *, steepness):
    return lr0 * np.exp(steepness * (np.minimum(t / warmup, 1) - 1))


@mistake(
    ko="로그와 지수의 밑이 서로 다릅니다. t = warmup에서 lr0이 나오나요?",
    en="The logarithm and the power have different bases. Does lr0 come out at t = warmup?",
    bases=["ten", "e"],
    jumps=[False, True],
)
def bases_mixed_up(t, lr0, warmup, start, *, bases, jumps):
    other = np.log(10) if bases == "e" else 1 / np.log(10)
    rate = start * (lr0 / start) ** (other * np.minimum(t / warmup, 1))
    return _until(t, warmup, rate, lr0) if jumps else rate


@mistake(
    ko="학습률이 계단처럼 올라갑니다. 에폭과 에폭 사이에서도 올라가야 하지 않나요?",
    en="The rate rises in stairs. Should it not rise between whole epochs too?",
)
def stairs_at_whole_epochs(t, lr0, warmup, start):
    return start * (lr0 / start) ** np.minimum(np.floor(t) / warmup, 1)


@mistake(
    ko="0에서 lr0까지 직선으로 올라갑니다(선형 워밍업). 매 에폭 같은 비율로 커지나요?",
    en="It rises from 0 to lr0 in a line, a linear warmup. Does each epoch multiply by one ratio?",
)
def straight_line_from_zero(t, lr0, warmup, start):
    return lr0 * np.minimum(t / warmup, 1)


@mistake(
    ko="lr0과 start의 차이를 거듭제곱했습니다. 처음과 끝이 start와 lr0인가요?",
    en="The difference of lr0 and start is raised to a power. Are the two ends start and lr0?",
)
def power_of_the_difference(t, lr0, warmup, start):
    with np.errstate(invalid="ignore"):
        return start + np.power(lr0 - start, np.minimum(t / warmup, 1))


@mistake(
    ko="코사인 곡선을 따라 올라갑니다. 이웃한 에폭의 비율이 늘 같은가요?",
    en="It rises along a cosine. Is the ratio of neighbouring epochs always one?",
)
def rises_along_a_cosine(t, lr0, warmup, start):
    return start + (lr0 - start) * (1 - np.cos(np.pi * np.minimum(t / warmup, 1))) / 2


@mistake(
    ko="워밍업이 끝나면 학습률이 0이 됩니다. 학습은 그때부터 본격적으로 시작됩니다.",
    en="The rate is 0 once the warmup is over. That is when the training really begins.",
    peak_too=[False, True],
)
def nothing_after_the_warmup(t, lr0, warmup, start, *, peak_too):
    rising = np.less(t, warmup) if peak_too else np.less_equal(t, warmup)
    return start * (lr0 / start) ** np.minimum(t / warmup, 1) * rising


@mistake(
    ko="lr0의 정해진 일부에서 출발합니다. 출발하는 학습률은 입력으로 받지 않나요?",
    en="It sets out from a fixed share of lr0. Is the rate to set out from not given?",
    share=[0.1, 0.01, 0.001],
)
def share_of_its_own(t, lr0, warmup, start, *, share):
    return lr0 * share ** (1 - np.minimum(t / warmup, 1))


@mistake(
    ko="준비 구간의 마지막 에폭에서 벌써 lr0이 됩니다. lr0에 닿는 것은 어느 t부터인가요?",
    en="The last epoch of the warmup is at lr0 already. From which t on is it the full rate?",
    included=[True, False],
)
def full_in_the_last_epoch(t, lr0, warmup, start, *, included):
    rate = start * (lr0 / start) ** (np.minimum(t, warmup) / warmup)
    late = np.greater_equal(t, warmup - 1) if included else np.greater(t, warmup - 1)
    return np.where(late, lr0, rate)


@mistake(
    ko="lr0에 한 에폭 늦게 닿습니다. t = warmup일 때 지수는 얼마인가요?",
    en="lr0 is reached one epoch late. What is the exponent at t = warmup?",
)
def full_one_epoch_late(t, lr0, warmup, start):
    return start * (lr0 / start) ** (np.minimum(t, warmup + 1) / (warmup + 1))


@mistake(
    ko="첫 에폭이 지나도 학습률이 그대로입니다. t = 1일 때 지수는 얼마인가요?",
    en="Nothing grows in the first epoch. What is the exponent at t = 1?",
)
def grows_one_epoch_late(t, lr0, warmup, start):
    return start * (lr0 / start) ** (np.clip(np.subtract(t, 1), 0, warmup) / warmup)
