import numpy as np

from autograder import mistake


@mistake(
    ko="밑이 e입니다. 감마가 1에 가까울수록 학습률은 천천히 줄어야 합니다.",
    en="The base is e. The closer gamma is to 1, the slower the rate should fall.",
)
def natural_exponential(t, lr0, gamma):
    return lr0 * np.exp(-gamma * t)


@mistake(
    ko="1/(1 + γt)는 다른 감쇠 방법(inverse time decay)입니다. 매 에폭 같은 비율이 남는지 보세요.",
    en="1/(1 + gamma*t) is inverse time decay. Does the same part remain in every epoch?",
)
def inverse_time(t, lr0, gamma):
    return lr0 / (1 + gamma * t)


@mistake(
    ko="에폭은 0부터 셉니다. t = 0일 때 학습률이 lr0과 같은가요?",
    en="Epochs count from 0. Is the rate lr0 at t = 0?",
)
def counts_from_one(t, lr0, gamma):
    return lr0 * gamma ** (t + 1)


@mistake(
    ko="감마를 t번 곱하는 것은 감마에 t를 곱하는 것과 다릅니다. t = 0에서 얼마가 되나요?",
    en="To multiply by gamma t times is not to multiply by t. What comes out at t = 0?",
)
def times_instead_of_power(t, lr0, gamma):
    return lr0 * gamma * t


@mistake(
    ko="밑과 지수가 서로 바뀌었습니다. t가 커지면 학습률이 어떻게 되나요?",
    en="Base and exponent are swapped. What happens to the rate as t grows?",
)
def base_and_exponent_swapped(t, lr0, gamma):
    return lr0 * np.power(t, gamma)


@mistake(
    ko="lr0까지 거듭제곱이 됩니다. 거듭제곱에는 감마만 들어갑니다.",
    en="lr0 is raised to the power as well. Only gamma should be.",
)
def power_of_the_product(t, lr0, gamma):
    return (lr0 * gamma) ** t


@mistake(
    ko="감마는 줄이는 양이 아니라 남기는 비율입니다. 감마가 0.9이면 한 에폭에 얼마나 줄어드나요?",
    en="Gamma is what remains, not what is taken away. With 0.9, how far does it fall in an epoch?",
)
def takes_gamma_away(t, lr0, gamma):
    return lr0 * (1 - gamma) ** t


@mistake(
    ko="학습률이 계단처럼 줄어듭니다. 지수 감쇠는 에폭 사이에서도 연속적으로 감소합니다.",
    en="The rate falls in stairs. Exponential decay falls between whole epochs too.",
)
def stairs_at_whole_epochs(t, lr0, gamma):
    return lr0 * gamma ** np.floor(t)


@mistake(
    ko="t번 되풀이하는 방법은 t가 정수 하나일 때만 됩니다. 소수와 배열도 생각하세요.",
    en="To repeat t times works for one whole number alone. Think of fractions and arrays.",
)
def repeated_for_one_whole_number(t, lr0, gamma):
    rate = lr0
    for _ in range(t):
        rate *= gamma
    return rate


@mistake(
    ko="결과를 t와 같은 배열에 썼습니다. np.asarray는 이미 float64인 배열을 복사하지 않습니다.",
    en="The result is written over t. np.asarray makes no copy of what is a float64 array already.",
)
def written_over_the_epochs(t, lr0, gamma):
    rate = np.asarray(t, dtype=float)
    np.power(gamma, rate, out=rate)
    rate *= lr0
    return rate


@mistake(
    ko="결과 배열이 t의 dtype을 물려받았습니다. t가 정수이면 소수점 아래가 사라집니다.",
    en="The result took its dtype from t. Where t is whole, all decimals are lost.",
)
def rate_in_the_dtype_of_the_epochs(t, lr0, gamma):
    rate = np.zeros_like(t)
    rate[...] = lr0 * gamma**t
    return rate


@mistake(
    ko="지수의 t를 다른 수로 나누었습니다. 감마를 한 번 곱하는 데 몇 에폭이 걸리나요?",
    en="t is divided by some number in the exponent. In how many epochs is gamma applied once?",
    steps=[10, 100, 1000],
)
def spread_over_more_epochs(t, lr0, gamma, *, steps):
    return lr0 * gamma ** (t / steps)


@mistake(
    ko="e^(−(1−γ)t)는 감마가 1에 가까울 때만 비슷합니다. 한 에폭 뒤에 꼭 감마만큼 남나요?",
    en="exp(-(1 - gamma)*t) is close only for gamma near 1. Is exactly gamma left after one epoch?",
)
def natural_exponential_of_the_rest(t, lr0, gamma):
    return lr0 * np.exp(-(1 - gamma) * t)


@mistake(
    ko="t의 제곱근으로 나누는 것은 다른 감쇠 방법입니다. 매 에폭 같은 비율이 남나요?",
    en="To divide by the root of t is another decay. Does the same part remain in every epoch?",
)
def falls_with_the_root(t, lr0, gamma):
    return lr0 * gamma / np.sqrt(np.add(t, 1))


@mistake(
    ko="매 에폭 같은 양을 뺐습니다. 학습률이 작아지면 줄어드는 양도 작아져야 하지 않나요?",
    en="Every epoch takes the same amount away. Should less be taken where less is left?",
)
def same_amount_in_each_epoch(t, lr0, gamma):
    return lr0 * np.maximum(1 - (1 - gamma) * np.asarray(t), 0)


@mistake(
    ko="감마의 나머지로 만든 1/(1 + kt)입니다(inverse time decay). 매 에폭 같은 비율이 남나요?",
    en="This is 1/(1 + k*t), inverse time decay, with k = 1 - gamma. Is one ratio kept throughout?",
)
def inverse_time_of_the_rest(t, lr0, gamma):
    return lr0 / (1 + (1 - gamma) * t)


@mistake(
    ko="에폭이 지날수록 학습률이 커집니다. 감마로 나누었거나 지수가 음수이지 않나요?",
    en="The rate grows with the epochs. Is it divided by gamma, or has the exponent a minus?",
)
def grows_instead(t, lr0, gamma):
    return lr0 / gamma**t


@mistake(
    ko="지금까지 줄어든 양입니다. 물은 것은 그만큼 줄어든 뒤에 무엇이 남는지입니다.",
    en="This is what the decay has taken away so far. How much is left after that?",
    first=[0, 1],
)
def what_is_lost_instead(t, lr0, gamma, *, first):
    return lr0 * (1 - gamma ** np.add(t, first))


@mistake(
    ko="첫 에폭이 지나도 아직 줄지 않았습니다. 에폭을 1부터 세고 있지 않나요?",
    en="After the first epoch nothing has fallen yet. Are the epochs counted from 1?",
)
def falls_one_epoch_late(t, lr0, gamma):
    return lr0 * gamma ** np.maximum(np.subtract(t, 1), 0)


@mistake(
    ko="이미 줄어든 학습률에 감마의 t제곱을 또 곱해 감소가 쌓입니다. 곱해지는 것은 lr0인가요?",
    en="gamma**t multiplies the rate before, so that decays pile up. Is it lr0 that is multiplied?",
    first=[1, -1],
)
def fallen_rate_falls_again(t, lr0, gamma, *, first):
    return lr0 * gamma ** (np.multiply(t, np.add(t, first)) / 2)


@mistake(
    ko="매 에폭 1 + k로 나누었습니다(역수 꼴의 감쇠). 한 에폭 뒤에 꼭 감마만큼 남나요?",
    en="Each epoch divides by 1 + k, an inverse decay. Is exactly gamma left after one epoch?",
    rate=["gamma", "rest"],
)
def divided_by_one_and_a_rate(t, lr0, gamma, *, rate):
    return lr0 / (1 + {"gamma": gamma, "rest": 1 - gamma}[rate]) ** t


@mistake(
    ko="밑이 에폭이고 지수가 감마입니다(거듭제곱 감쇠). 매 에폭 같은 비율이 남나요?",
    en="The base is the epoch and the exponent gamma, a power law. Does each epoch leave one part?",
)
def power_law_of_the_epoch(t, lr0, gamma):
    return lr0 / np.power(np.add(t, 1.0), gamma)


@mistake(
    ko="e의 지수에서 t를 감마로 나누었습니다. 한 에폭 뒤에 꼭 감마만큼 남나요?",
    en="In the exponent of e, t is divided by gamma. Is exactly gamma left after one epoch?",
)
def gamma_as_a_time_constant(t, lr0, gamma):
    return lr0 * np.exp(np.divide(t, -gamma))


@mistake(
    ko="한 번만 줄어들고 맙니다. 그다음 에폭에서도 감마가 다시 곱해져야 하지 않나요?",
    en="It falls once and never again. Is gamma not applied in the epochs after that too?",
)
def falls_only_once(t, lr0, gamma):
    return lr0 * np.where(np.greater(t, 0), gamma, 1.0)


@mistake(
    ko="학습률이 어느 값 아래로는 내려가지 않습니다. 여기에 하한이 있나요?",
    en="The rate never gets below a certain value. Is there a bound from below here?",
    smallest=[1e-3],
)
def held_above_a_smallest_rate(t, lr0, gamma, *, smallest):
    return np.maximum(lr0 * gamma**t, smallest)


@mistake(
    ko="학습률이 lr0의 일정한 몫 아래로는 내려가지 않습니다. 여기에 하한이 있나요?",
    en="The rate never gets below a certain share of lr0. Is there a bound from below here?",
    share=[0.1, 0.01],
)
def held_above_a_share(t, lr0, gamma, *, share):
    return np.maximum(lr0 * gamma**t, share * lr0)
