import numpy as np

from autograder import mistake


@mistake(
    ko="학습률이 끝없이 올라갑니다. 워밍업이 끝난 다음에는 얼마여야 할까요?",
    en="The rate climbs without an end. What should it be once the warmup is over?",
    first=[0, 1],
)
def climbs_without_end(t, lr0, warmup, *, first):
    return lr0 * np.add(t, first) / warmup


@mistake(
    ko="에폭은 0부터 셉니다. t = 0일 때 학습률이 0인가요?",
    en="Epochs count from 0. Is the rate 0 at t = 0?",
)
def counts_from_one(t, lr0, warmup):
    return lr0 * np.minimum(np.add(t, 1) / warmup, 1)


@mistake(
    ko="t와 warmup에 모두 1을 더했습니다. t = 0과 t = warmup에서 학습률이 얼마인지 보세요.",
    en="One is added to t and to warmup. Look at the rate at t = 0 and at t = warmup.",
)
def one_added_to_both(t, lr0, warmup):
    return lr0 * np.minimum(np.add(t, 1) / (warmup + 1), 1)


@mistake(
    ko="lr0에 한 에폭 일찍 도달합니다. 도달하는 것은 t = warmup일 때입니다.",
    en="lr0 is reached one epoch early. It should be reached at t = warmup.",
)
def full_one_epoch_early(t, lr0, warmup):
    return lr0 * np.minimum(np.divide(t, max(warmup - 1, 1)), 1)


@mistake(
    ko="0이 아니라 lr0의 3분의 1에서 출발합니다. 여기서는 어디에서 출발하나요?",
    en="It sets out from a third of lr0. Where does the warmup start here?",
)
def starts_at_a_third(t, lr0, warmup):
    return lr0 * (1 / 3 + 2 / 3 * np.minimum(t / warmup, 1))


@mistake(
    ko="워밍업이 끝나면 학습률이 0이 됩니다. 학습은 그때부터 본격적으로 시작됩니다.",
    en="The rate is 0 once the warmup is over. That is when the training really begins.",
    peak_too=[False, True],
)
def nothing_after_the_warmup(t, lr0, warmup, *, peak_too):
    rising = np.less(t, warmup) if peak_too else np.less_equal(t, warmup)
    return lr0 * (t / warmup) * rising


@mistake(
    ko="워밍업이 끝난 뒤에 다시 내려갑니다. 워밍업만으로는 학습률이 줄어들지 않습니다.",
    en="After the warmup it goes down again. A warmup alone lowers nothing.",
)
def falls_after_the_warmup(t, lr0, warmup):
    return lr0 * np.maximum(1 - np.abs(np.divide(t, warmup) - 1), 0)


@mistake(
    ko="t를 warmup으로 정수 나눗셈하면 워밍업이 끝날 때까지 몫이 0입니다.",
    en="Whole-number division of t by warmup gives 0 until the warmup is over.",
)
def whole_number_division(t, lr0, warmup):
    return lr0 * np.minimum(t // warmup, 1)


@mistake(
    ko="받은 배열 t의 값을 잘라서 바꾸었습니다. 부른 쪽의 배열도 함께 바뀝니다.",
    en="The values of the given array t are cut off in place. The caller's array changes with it.",
)
def epochs_changed_in_place(t, lr0, warmup):
    t = np.asarray(t)
    t[t > warmup] = warmup
    return lr0 * t / warmup


@mistake(
    ko="결과 배열이 t의 dtype을 물려받았습니다. t가 정수이면 소수점 아래가 사라집니다.",
    en="The result took its dtype from t. Where t is whole, all decimals are lost.",
)
def rate_in_the_dtype_of_the_epochs(t, lr0, warmup):
    rate = np.full_like(t, lr0)
    early = np.less(t, warmup)
    rate[early] = lr0 * np.asarray(t)[early] / warmup
    return rate


@mistake(
    ko="숫자 하나에서만 됩니다. t는 배열일 수도 있습니다.",
    en="This works for one number alone. t may be an array as well.",
)
def one_number_only(t, lr0, warmup):
    if t < warmup:
        return lr0 * t / warmup
    return lr0


@mistake(
    ko="0이 아니라 lr0의 일부에서 출발합니다. t = 0에서 학습률은 얼마인가요?",
    en="It sets out from a share of lr0 and not from 0. What is the rate at t = 0?",
    share=[0.5, 0.1, 0.01, 0.001],
)
def starts_at_a_share(t, lr0, warmup, *, share):
    return lr0 * (share + (1 - share) * np.minimum(t / warmup, 1))


@mistake(
    ko="워밍업 동안 낮은 학습률 하나만 씁니다. 에폭마다 조금씩 올라가야 하지 않나요?",
    en="One low rate lasts all through the warmup. Should it not rise from epoch to epoch?",
    share=[0.1, 0.01],
)
def one_low_rate(t, lr0, warmup, *, share):
    return lr0 * np.where(np.less(t, warmup), share, 1.0)


@mistake(
    ko="워밍업 다음에 t의 제곱근으로 내려갑니다(트랜스포머의 스케줄). 여기서도 내려가나요?",
    en="After the warmup it falls with the root of t, as for transformers. Does it fall here?",
)
def falls_with_the_root_after_it(t, lr0, warmup):
    late = np.sqrt(warmup / np.maximum(t, warmup))
    return lr0 * np.minimum(t / warmup, 1) * late


@mistake(
    ko="학습률이 직선으로 올라가지 않습니다. 절반이 지났을 때 얼마나 와 있어야 하나요?",
    en="The rate does not rise in a straight line. How far should it be half-way through?",
    power=[2, 0.5],
)
def power_of_the_share(t, lr0, warmup, *, power):
    return lr0 * np.minimum(t / warmup, 1) ** power


@mistake(
    ko="1 − e^(−t/τ) 꼴은 갈수록 느려져 lr0에 닿지 못합니다. 매 에폭 같은 양만큼 커지나요?",
    en="The form 1 - e^(-t/tau) slows down and never reaches lr0. Does each epoch add the same?",
)
def saturating_curve(t, lr0, warmup):
    return lr0 * (1 - np.exp(-np.divide(t, warmup)))


@mistake(
    ko="워밍업이 되풀이됩니다. 한 번 lr0에 닿은 다음에 다시 0으로 돌아가나요?",
    en="The warmup comes again and again. Does the rate go back to 0 once it has reached lr0?",
)
def begins_again_after_the_warmup(t, lr0, warmup):
    return lr0 * np.mod(t, warmup) / warmup


@mistake(
    ko="학습률이 계단처럼 올라갑니다. 에폭과 에폭 사이에서도 올라가야 하지 않나요?",
    en="The rate rises in stairs. Should it not rise between whole epochs too?",
)
def stairs_at_whole_epochs(t, lr0, warmup):
    return lr0 * np.minimum(np.floor(t) / warmup, 1)


@mistake(
    ko="0이 아니라 따로 정해 둔 작은 학습률에서 출발합니다. 문제에 그런 수가 있나요?",
    en="It sets out from a small rate of its own and not from 0. Is there such a number here?",
    smallest=[1e-4, 1e-6, 1e-8],
    held=[False, True],
)
def starts_at_a_smallest_rate(t, lr0, warmup, *, smallest, held):
    share = np.minimum(t / warmup, 1)
    if held:
        return np.maximum(lr0 * share, smallest)
    return smallest + (lr0 - smallest) * share


@mistake(
    ko="학습률이 lr0에서 0으로 내려갑니다. 워밍업은 어느 쪽으로 가나요?",
    en="The rate comes down from lr0 to 0. Which way does a warmup go?",
)
def falls_instead(t, lr0, warmup):
    return lr0 * (1 - np.minimum(t / warmup, 1))


@mistake(
    ko="코사인 곡선을 따라 올라갑니다. 매 에폭 같은 양만큼 커지나요?",
    en="It rises along a cosine. Does each epoch add the same amount?",
)
def rises_along_a_cosine(t, lr0, warmup):
    return lr0 * (1 - np.cos(np.pi * np.minimum(t / warmup, 1))) / 2


@mistake(
    ko="t의 제곱근으로 나누는 트랜스포머 논문의 스케줄입니다. t = warmup에서 학습률이 lr0인가요?",
    en="This is the transformers' schedule, with an inverse root of t. Is it lr0 at t = warmup?",
    first=[0, 1],
)
def transformer_schedule(t, lr0, warmup, *, first):
    t = np.maximum(t, first or np.finfo(float).tiny)
    return lr0 * np.minimum(t**-0.5, t * warmup**-1.5)


@mistake(
    ko="지수 곡선으로 올라갑니다. 매 에폭 같은 양만큼 커지나요?",
    en="It rises along an exponential. Does each epoch add the same amount?",
    start=[None, 0.01, 0.001],
)
def exponential_instead(t, lr0, warmup, *, start):
    share = np.minimum(t / warmup, 1)
    return lr0 * ((np.exp(share) - 1) / (np.e - 1) if start is None else start ** (1 - share))


@mistake(
    ko="에폭마다 정해진 양만큼 커집니다. 그 양은 lr0과 warmup으로 정해지지 않나요?",
    en="A fixed amount is added in each epoch. Do lr0 and warmup not determine it?",
    amount=[0.01, 0.001],
)
def fixed_amount_in_each_epoch(t, lr0, warmup, *, amount):
    return np.minimum(np.multiply(t, amount), lr0)


@mistake(
    ko="워밍업이 끝나면 학습률이 1입니다. 1은 lr0의 몇 배인지를 나타내는 수가 아닌가요?",
    en="After the warmup the rate is 1. Is 1 not the share of lr0 that is reached there?",
)
def one_after_the_warmup(t, lr0, warmup):
    return np.where(np.less(t, warmup), lr0 * (t / warmup), 1.0)


@mistake(
    ko="준비 구간의 마지막 에폭에서 벌써 lr0이 됩니다. lr0에 닿는 것은 어느 t부터인가요?",
    en="The last epoch of the warmup is at lr0 already. From which t on is it the full rate?",
    included=[True, False],
)
def full_in_the_last_epoch(t, lr0, warmup, *, included):
    late = np.greater_equal(t, warmup - 1) if included else np.greater(t, warmup - 1)
    return np.where(late, lr0, lr0 * np.minimum(t, warmup) / warmup)


@mistake(
    ko="lr0에 한 에폭 늦게 닿습니다. t = warmup일 때 학습률은 얼마인가요?",
    en="lr0 is reached one epoch late. What is the rate at t = warmup?",
)
def full_one_epoch_late(t, lr0, warmup):
    return lr0 * np.minimum(t, warmup + 1) / (warmup + 1)


@mistake(
    ko="첫 에폭이 지나도 학습률이 그대로 0입니다. t = 1일 때는 얼마여야 할까요?",
    en="The rate is still 0 after the first epoch. What should it be at t = 1?",
)
def climbs_one_epoch_late(t, lr0, warmup):
    return lr0 * np.clip(np.subtract(t, 1), 0, warmup) / warmup


@mistake(
    ko="첫 에폭의 학습률이 0이 아닙니다. t = 0일 때 식의 값은 얼마인가요?",
    en="The first epoch has the rate of the second one. What is the rate at t = 0?",
)
def first_epoch_like_the_second(t, lr0, warmup):
    return lr0 * np.clip(np.where(np.equal(t, 0), 1, t), 0, warmup) / warmup
