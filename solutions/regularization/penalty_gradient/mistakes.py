import numpy as np

from autograder import mistake


@mistake(
    ko="제곱을 미분할 때 나오는 수가 빠졌습니다. 이 패널티에는 그것을 지워 줄 1/2이 없습니다.",
    en="The number that a square's derivative brings is missing. "
    "There is no 1/2 in this penalty to cancel it.",
)
def factor_two_missing(w, lam, ratio):
    return lam * (ratio * np.sign(w) + (1 - ratio) * w)


@mistake(
    ko="이미 0인 가중치가 밀려납니다. 0의 부호는 무엇으로 정했나요?",
    en="A weight that is zero already is pushed away. What is the sign of zero here?",
)
def zero_counted_as_positive(w, lam, ratio):
    sign = np.where(np.less(w, 0), -np.ones_like(w), np.ones_like(w))
    return lam * (ratio * sign + 2 * (1 - ratio) * w)


@mistake(
    ko="w를 자기 크기로 나누었습니다. w가 0이면 어떻게 되나요?",
    en="It divides w by its own size. What if w is zero?",
)
def zero_divided_by_zero(w, lam, ratio):
    return lam * (ratio * np.divide(w, np.abs(w)) + 2 * (1 - ratio) * w)


@mistake(
    ko="절댓값의 기울기는 크기와 상관없습니다. 음수 가중치는 어느 쪽으로 밀어야 하나요?",
    en="The slope of the absolute value does not depend on the size. "
    "Which way must a negative weight be pushed?",
)
def absolute_value_not_differentiated(w, lam, ratio):
    return lam * (ratio * np.abs(w) + 2 * (1 - ratio) * w)


@mistake(
    ko="L1의 기울기가 빠졌습니다. ratio가 1이면 아무 일도 일어나지 않습니다.",
    en="The slope of L1 is missing: with a ratio of 1 nothing happens.",
)
def l1_part_missing(w, lam, ratio):
    return lam * 2 * (1 - ratio) * w


@mistake(
    ko="ratio가 1이면 L1의 기울기만 남아야 합니다. 지금은 무엇이 남나요?",
    en="With a ratio of 1 only the slope of L1 should be left. What is left now?",
)
def shares_swapped(w, lam, ratio):
    return lam * ((1 - ratio) * np.sign(w) + 2 * ratio * w)


@mistake(
    ko="lam이 한쪽에만 곱해집니다. lam이 0이면 기울기도 0이어야 합니다.",
    en="lam reaches one part only. With lam at 0 the whole gradient should be 0.",
)
def strength_on_l1_only(w, lam, ratio):
    return lam * ratio * np.sign(w) + 2 * (1 - ratio) * w


@mistake(
    ko="이것은 원소마다의 패널티이고, 아직 미분하지 않았습니다.",
    en="This is the penalty of each entry, not yet its derivative.",
)
def penalty_instead_of_gradient(w, lam, ratio):
    return lam * (ratio * np.abs(w) + (1 - ratio) * np.square(w))


@mistake(
    ko="기울기는 가중치마다 하나씩입니다. 더하면 w에서 뺄 것이 남지 않습니다.",
    en="A gradient has one entry for each weight; its sum cannot be subtracted from w.",
)
def entries_summed(w, lam, ratio):
    return np.sum(lam * (ratio * np.sign(w) + 2 * (1 - ratio) * w))


@mistake(
    ko="float32인 가중치의 기울기가 float64로 나옵니다. 부호는 어떤 형으로 만들어졌나요?",
    en="float32 weights get a gradient in float64. Of what type are the signs?",
)
def single_precision_becomes_double(w, lam, ratio):
    sign = np.where(np.greater(w, 0), 1.0, np.where(np.less(w, 0), -1.0, 0.0))
    return lam * (ratio * sign + 2 * (1 - ratio) * w)


@mistake(
    ko="w에 그대로(in place) 곱하면 기울기를 구하는 것만으로 가중치가 바뀝니다.",
    en="Multiplied in place, the weights change by merely asking for their gradient.",
)
def changed_in_place(w, lam, ratio):
    w = np.asarray(w)
    sign = np.sign(w)
    w *= 2 * (1 - ratio)
    return lam * (ratio * sign + w)


@mistake(
    ko="L2의 기울기가 빠졌습니다. 큰 가중치를 더 세게 당기는 것은 어느 쪽인가요?",
    en="The gradient of the L2 part is missing. Which part pulls large weights harder?",
)
def l2_part_missing(w, lam, ratio):
    return lam * ratio * np.sign(w)


@mistake(
    ko="이미 0인 가중치가 음수처럼 밀려납니다. 0의 부호는 무엇으로 정했나요?",
    en="A weight at zero is pushed as if it were negative. What is the sign of zero here?",
)
def zero_counted_as_negative(w, lam, ratio):
    sign = np.where(np.greater(w, 0), np.ones_like(w), -np.ones_like(w))
    return lam * (ratio * sign + 2 * (1 - ratio) * w)


@mistake(
    ko="노름의 기울기입니다. L2 패널티는 노름인가요, 노름의 제곱인가요?",
    en="This is the gradient of the norm. Is the L2 penalty the norm, or its square?",
)
def gradient_of_the_norm(w, lam, ratio):
    with np.errstate(all="ignore"):
        direction = np.divide(w, np.linalg.norm(w))
        return lam * (ratio * np.sign(w) + (1 - ratio) * direction)


@mistake(
    ko="가중치에서 이미 뺐습니다. 물은 것은 걸음을 내디딘 다음의 가중치가 아니라 기울기입니다.",
    en="It is taken from the weights already. Is the gradient asked for, or where a step leads?",
)
def step_taken_already(w, lam, ratio):
    return w - lam * (ratio * np.sign(w) + 2 * (1 - ratio) * w)


@mistake(
    ko="가중치의 수로 나누었습니다. 이 패널티는 합인가요, 평균인가요?",
    en="It is divided by the number of weights. Is this penalty a sum, or a mean?",
)
def gradient_of_the_mean(w, lam, ratio):
    return lam * (ratio * np.sign(w) + 2 * (1 - ratio) * w) / np.size(w)


@mistake(
    ko="크기에 작은 수를 더해 w를 나눈 것이 부호입니다. 작은 가중치의 부호는 얼마가 되나요?",
    en="The sign is w divided by its size and a small number. What is it for a small weight?",
    eps=[1e-4, 1e-5, 1e-6, 1e-7],
    squared=[False, True],
)
def sign_by_a_division(w, lam, ratio, *, eps, squared):
    size = np.sqrt(np.square(w) + eps) if squared else np.abs(w) + eps
    return lam * (ratio * w / size + 2 * (1 - ratio) * w)


@mistake(
    ko="L1과 L2의 기울기가 모두 온전히 더해집니다. 섞는 비율 ratio는 어디에 쓰이나요?",
    en="The slopes of L1 and L2 are both added in full. Where is the ratio that mixes them?",
    factor=[2, 1],
)
def both_in_full(w, lam, ratio, *, factor):
    return lam * (np.sign(w) + factor * w)


@mistake(
    ko="lam이 L2에만 곱해집니다. lam이 0이면 기울기도 0이어야 합니다.",
    en="lam reaches the L2 part only. With lam at 0 the whole gradient should be 0.",
)
def strength_on_l2_only(w, lam, ratio):
    return ratio * np.sign(w) + 2 * lam * (1 - ratio) * w


@mistake(
    ko="두 수를 L1과 L2의 세기로 썼습니다. 여기서는 세기 하나와 섞는 비율 하나입니다.",
    en="The two numbers are used as two strengths. Here one is a strength, one a share.",
    factor=[2, 1],
)
def two_strengths(w, lam, ratio, *, factor):
    return lam * np.sign(w) + factor * ratio * w


@mistake(
    ko="부호를 매끄러운 tanh로 바꾸었습니다. 작은 가중치에서 L1의 기울기는 얼마인가요?",
    en="A smooth tanh stands for the sign. What is the slope of L1 at a small weight?",
)
def smooth_sign(w, lam, ratio):
    return lam * (ratio * np.tanh(w) + 2 * (1 - ratio) * w)


@mistake(
    ko="L1의 기울기가 늘 1입니다. 음수 가중치는 어느 쪽으로 밀어야 하나요?",
    en="The slope of L1 is always 1. Which way must a negative weight be pushed?",
    at_zero=[True, False],
)
def l1_slope_always_one(w, lam, ratio, *, at_zero):
    slope = np.ones_like(w) if at_zero else np.abs(np.sign(w))
    return lam * (ratio * slope + 2 * (1 - ratio) * w)


@mistake(
    ko="L2 쪽이 아직 제곱 그대로입니다. 제곱을 미분하면 지수는 어떻게 되나요?",
    en="The L2 part is still a square. What becomes of the exponent in the derivative?",
    factor=[1, 2],
)
def square_not_differentiated(w, lam, ratio, *, factor):
    return lam * (ratio * np.sign(w) + factor * (1 - ratio) * np.square(w))


@mistake(
    ko="2가 L1에도 곱해졌습니다. 2는 어느 쪽을 미분할 때 나오나요?",
    en="The 2 multiplies the L1 part as well. The derivative of which part brings it?",
)
def two_on_both_parts(w, lam, ratio):
    return 2 * lam * (ratio * np.sign(w) + (1 - ratio) * w)


@mistake(
    ko="첫 가중치의 기울기가 0입니다. 여기의 w에는 절편(bias)이 없습니다.",
    en="The first weight gets no gradient. There is no intercept in w here.",
)
def first_weight_left_out(w, lam, ratio):
    gradient = np.array(lam * (ratio * np.sign(w) + 2 * (1 - ratio) * w))
    if gradient.ndim:
        gradient[0] = 0
    return gradient


@mistake(
    ko="패널티의 값, 숫자 하나입니다. 기울기는 가중치마다 하나씩입니다.",
    en="This is the penalty itself, one number. A gradient has one entry for each weight.",
)
def penalty_itself(w, lam, ratio):
    return lam * (ratio * np.sum(np.abs(w)) + (1 - ratio) * np.sum(np.square(w)))


@mistake(
    ko="L1과 L2의 몫이 바뀌었고 미분할 때 나오는 2도 없습니다. ratio가 1이면 무엇이 남나요?",
    en="The shares are swapped, and the 2 of the derivative is missing. What is left at ratio 1?",
)
def shares_swapped_without_the_two(w, lam, ratio):
    return lam * ((1 - ratio) * np.sign(w) + ratio * w)
