import numpy as np

from autograder import mistake


def _averages(values, beta, rest):
    averages = np.zeros_like(values)
    m = 0.0
    for t, x in enumerate(values):
        m = beta * m + rest * x
        averages[t] = m
    return averages


@mistake(
    ko="이동평균은 0에서 시작합니다. 첫 값에서 시작하지 않았나요?",
    en="The average starts at zero. Does this one start at the first value?",
)
def starts_at_the_first_value(values, beta):
    averages = np.array(values)
    for t in range(1, len(values)):
        averages[t] = beta * averages[t - 1] + (1 - beta) * values[t]
    return averages


@mistake(
    ko="누적된 것과 최신 값 가운데 β는 어느 쪽에 곱하나요?",
    en="The past and the newest value: which of the two does beta belong to?",
)
def weights_swapped(values, beta):
    return _averages(values, 1 - beta, beta)


@mistake(
    ko="가중치의 합이 1이 아니면 평균이 아니라 누적합입니다.",
    en="Where the weights do not add up to one, it is a sum and no average.",
)
def newest_value_at_full_weight(values, beta):
    return _averages(values, beta, 1)


@mistake(
    ko="편향 보정(bias correction)은 나중에 배웁니다. 여기서는 보정하지 않습니다.",
    en="Bias correction comes later. Here nothing is corrected.",
)
def bias_corrected(values, beta):
    averages = _averages(values, beta, 1 - beta)
    for t in range(len(values)):
        averages[t] /= 1 - beta ** (t + 1)
    return averages


@mistake(
    ko="모든 값에 같은 가중치를 준 산술평균입니다. 최근 값의 비중이 더 커야 합니다.",
    en="This is the plain mean, all values alike. Recent values have to count more.",
)
def plain_mean_so_far(values, beta):
    averages = np.zeros_like(values)
    for t in range(len(values)):
        averages[t] = values[: t + 1].mean(axis=0)
    return averages


@mistake(
    ko="각 시각의 평균에는 그 시각의 값도 들어갑니다. 한 걸음 늦지 않았나요?",
    en="The average at a time includes the value of that time. Is this one step late?",
)
def recorded_before_the_update(values, beta):
    averages = np.zeros_like(values)
    averages[1:] = _averages(values, beta, 1 - beta)[:-1]
    return averages


@mistake(
    ko="시작값 0은 결과에 넣지 않습니다. 값마다 평균이 하나씩 있습니다.",
    en="The zero at the start is no result. There is one average for each value.",
)
def start_included(values, beta):
    averages = _averages(values, beta, 1 - beta)
    return np.concatenate([np.zeros_like(averages, shape=(1, *values.shape[1:])), averages])


@mistake(
    ko="마지막 평균 하나가 아니라, 값마다 그때의 평균이 필요합니다.",
    en="Not the last average alone: one for each value is asked for.",
)
def only_the_last(values, beta):
    m = np.zeros_like(values, shape=values.shape[1:])
    for x in values:
        m = beta * m + (1 - beta) * x
    return m


@mistake(
    ko="시간은 첫 번째 축입니다. 어느 축을 따라 평균하고 있나요?",
    en="Time is the first axis. Along which one does this go?",
)
def time_on_the_last_axis(values, beta):
    turned = np.moveaxis(values, -1, 0)
    return np.moveaxis(_averages(turned, beta, 1 - beta), 0, -1)


@mistake(
    ko="나란히 놓인 수열들이 하나로 이어졌습니다. 각 수열의 평균은 따로 구합니다.",
    en="Sequences side by side have been strung together. Each has an average of its own.",
)
def run_together(values, beta):
    return _averages(values.ravel(), beta, 1 - beta).reshape(values.shape)


@mistake(
    ko="평균을 values에 덮어쓰면 부른 쪽의 배열도 바뀝니다.",
    en="Writing the averages over the values changes the caller's array as well.",
)
def changed_in_place(values, beta):
    m = 0.0
    for t in range(len(values)):
        m = beta * m + (1 - beta) * values[t]
        values[t] = m
    return values


@mistake(
    ko="float32로 받은 것이 float64가 되어 나갑니다. 결과 배열의 dtype은 어디에서 정해지나요?",
    en="What came in as float32 leaves as float64. What decides the dtype of the result?",
)
def becomes_float64(values, beta):
    return _averages(np.array(values, dtype=float), beta, 1 - beta)


@mistake(
    ko="리스트가 아니라 values와 모양이 같은 배열 하나를 돌려줍니다.",
    en="One array of the shape of values is asked for, not a list.",
)
def list_for_an_array(values, beta):
    return list(_averages(values, beta, 1 - beta))


@mistake(
    ko="새 값을 지금까지의 평균이 아니라 바로 앞의 값과 섞었습니다. 더 오래된 값은 어디에 남나요?",
    en="Each value is mixed with the one before it. Where do still older values live on?",
)
def value_before_instead_of_the_average(values, beta):
    before = np.concatenate([np.zeros_like(values[:1]), values[:-1]])
    return (beta * before + (1 - beta) * values).astype(values.dtype)


@mistake(
    ko="최근 몇 개만 똑같은 비중으로 평균했습니다. 오래된 값의 비중은 어떻게 줄어드나요?",
    en="The last few values count alike, older ones not at all. How should they fade?",
)
def mean_of_a_window(values, beta):
    length = max(round(1 / (1 - beta)), 1)
    averages = np.zeros_like(values)
    for t in range(len(values)):
        averages[t] = values[max(t + 1 - length, 0) : t + 1].mean(axis=0)
    return averages


@mistake(
    ko="값이 아니라 값의 제곱을 평균했습니다(RMSprop). 여기서는 값 자체의 평균입니다.",
    en="The squares are averaged, as in RMSprop. Of what is the average here?",
)
def average_of_the_squares(values, beta):
    return _averages(values * values, beta, 1 - beta)


@mistake(
    ko="평균을 한 번 더 평균했습니다. 몇 번 고르게 하나요?",
    en="The average is averaged once more. How many times is the sequence smoothed?",
)
def smoothed_twice(values, beta):
    return _averages(_averages(values, beta, 1 - beta), beta, 1 - beta)


@mistake(
    ko="첫 값에만 다른 비중을 주었습니다. 0에서 시작하면 첫 값에는 무엇이 곱해지나요?",
    en="The first value has another weight than all others. From 0, what is it multiplied by?",
)
def first_value_weighted_by_beta(values, beta):
    averages = np.zeros_like(values)
    for t in range(len(values)):
        if t == 0:
            averages[t] = beta * values[t]
        else:
            averages[t] = beta * averages[t - 1] + (1 - beta) * values[t]
    return averages


@mistake(
    ko="뒤에서부터 평균했습니다. 각 시각의 평균에는 아직 오지 않은 값이 들어 있지 않나요?",
    en="The average runs backwards. Are values in it that are still to come at that time?",
)
def from_the_end(values, beta):
    return _averages(values[::-1], beta, 1 - beta)[::-1].copy()


@mistake(
    ko="β가 처음에는 작다가 커집니다. 여기서 β는 처음부터 끝까지 같습니다.",
    en="Beta is small at first and grows, as in TensorFlow's averages. Is it constant here?",
)
def beta_warms_up(values, beta):
    averages = np.zeros_like(values)
    m = 0.0
    for t, x in enumerate(values):
        kept = min(beta, (1 + t) / (10 + t))
        m = kept * m + (1 - kept) * x
        averages[t] = m
    return averages


@mistake(
    ko="이중 지수 이동평균(DEMA)입니다. 여기서는 값을 몇 번 고르게 하나요?",
    en="Twice the average less its own average: the double one. How many averages are asked for?",
)
def double_average(values, beta):
    once = _averages(values, beta, 1 - beta)
    return 2 * once - _averages(once, beta, 1 - beta)


@mistake(
    ko="시작이 값들의 평균입니다. 이동평균은 0에서 시작합니다.",
    en="It starts at the mean of all values. Where should an average start that knows none yet?",
)
def starts_at_the_mean(values, beta):
    averages = np.zeros_like(values)
    m = values.mean(axis=0) if len(values) else 0.0
    for t, x in enumerate(values):
        m = beta * m + (1 - beta) * x
        averages[t] = m
    return averages


@mistake(
    ko="값을 그냥 더해 나갔습니다. 오래된 값은 언제 옅어지나요?",
    en="The values are simply added up. When do old ones fade?",
)
def running_sum(values, beta):
    return np.cumsum(values, axis=0)


@mistake(
    ko="이동평균이 아니라 값에서 이동평균을 뺀 나머지입니다.",
    en="This is what is left of the values once the average is taken off. Which is asked for?",
)
def average_taken_off(values, beta):
    return values - _averages(values, beta, 1 - beta)


@mistake(
    ko="창 안의 값은 똑같이 세고 앞쪽은 0으로 채웠습니다. 오래된 값은 어떻게 옅어지나요?",
    en="A window counts its values alike, with zeros before the first. How should old ones fade?",
)
def window_filled_with_zeros(values, beta):
    length = max(round(1 / (1 - beta)), 1)
    sums = np.cumsum(np.concatenate([np.zeros_like(values[:1]), values]), axis=0)
    starts = np.maximum(np.arange(1, len(values) + 1) - length, 0)
    return ((sums[1:] - sums[starts]) / length).astype(values.dtype)


@mistake(
    ko="새 값 대신 바로 앞의 값을 넣었습니다. 지금의 값은 언제 들어가나요?",
    en="It takes up the value before, not the newest. When does the present value come in?",
)
def fed_with_the_value_before(values, beta):
    before = np.concatenate([values[:1], values[:-1]])
    return _averages(before, beta, 1 - beta)


@mistake(
    ko="보정한 평균을 다음 걸음에 넘겼습니다. 여기서는 보정하지 않고, 넘기는 것은 무엇인가요?",
    en="A corrected average is carried on. Is anything to be corrected, and what is carried on?",
)
def corrected_average_carried_on(values, beta):
    averages = np.zeros_like(values)
    m = 0.0
    for t, x in enumerate(values):
        m = (beta * m + (1 - beta) * x) / (1 - beta ** (t + 1))
        averages[t] = m
    return averages


@mistake(
    ko="평균을 보정했고, 그 지수도 하나 어긋나 있습니다. 보정을 하라고 했나요?",
    en="The average is corrected, and by a power that is one off. Is a correction asked for?",
    power=[0, 2],
)
def bias_corrected_by_another_power(values, beta, *, power):
    averages = _averages(values, beta, 1 - beta)
    for t in range(len(averages)):
        if t + power:
            averages[t] = averages[t] / (1 - beta ** (t + power))
    return averages
