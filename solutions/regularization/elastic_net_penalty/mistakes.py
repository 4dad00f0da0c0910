import numpy as np

from autograder import mistake


def _norms(w):
    return np.sum(np.abs(w)), np.sum(np.square(w))


@mistake(
    ko="ratio가 1이면 L1만 남아야 합니다. 지금은 무엇이 남나요?",
    en="With a ratio of 1 only L1 should be left. What is left now?",
)
def shares_swapped(w, lam, ratio):
    l1, l2 = _norms(w)
    return lam * ((1 - ratio) * l1 + ratio * l2)


@mistake(
    ko="L2 쪽에 scikit-learn의 1/2이 들어 있습니다. 여기의 규칙을 다시 보세요.",
    en="The 1/2 of scikit-learn stands before L2. Which convention is asked for here?",
)
def l2_halved(w, lam, ratio):
    l1, l2 = _norms(w)
    return lam * (ratio * l1 + (1 - ratio) * l2 / 2)


@mistake(
    ko="L2 쪽이 노름 자체입니다. 패널티에는 노름의 무엇이 들어가나요?",
    en="The L2 part is the norm itself. What of the norm goes into the penalty?",
)
def root_of_l2_taken(w, lam, ratio):
    l1, l2 = _norms(w)
    return lam * (ratio * l1 + (1 - ratio) * np.sqrt(l2))


@mistake(
    ko="lam이 한쪽에만 곱해집니다. lam이 0이면 패널티도 0이어야 합니다.",
    en="lam reaches one part only. With lam at 0 the whole penalty should be 0.",
)
def strength_on_l1_only(w, lam, ratio):
    l1, l2 = _norms(w)
    return lam * ratio * l1 + (1 - ratio) * l2


@mistake(
    ko="L1의 몫이 커지면 L2의 몫은 줄어야 합니다. 지금은 둘이 섞이지 않고 더해집니다.",
    en="As the share of L1 grows, that of L2 has to fall. Nothing is mixed here.",
)
def l2_without_its_share(w, lam, ratio):
    l1, l2 = _norms(w)
    return lam * (ratio * l1 + l2)


@mistake(
    ko="두 수를 L1과 L2의 세기로 썼습니다. 여기서는 세기 하나와 섞는 비율 하나입니다.",
    en="The two numbers are used as two strengths. Here one is a strength, one a share.",
)
def two_strengths(w, lam, ratio):
    l1, l2 = _norms(w)
    return lam * l1 + ratio * l2


@mistake(
    ko="lam이 커져도 값이 달라지지 않습니다.",
    en="A larger lam changes nothing.",
)
def strength_forgotten(w, lam, ratio):
    l1, l2 = _norms(w)
    return ratio * l1 + (1 - ratio) * l2


@mistake(
    ko="L1 쪽에서 음수 가중치가 패널티를 줄여 줍니다.",
    en="In the L1 part negative weights lower the penalty.",
)
def l1_with_signs(w, lam, ratio):
    return lam * (ratio * np.sum(w) + (1 - ratio) * np.sum(np.square(w)))


@mistake(
    ko="w에 제곱을 그대로(in place) 적으면 부른 쪽의 가중치가 사라집니다.",
    en="Writing the squares into w destroys the caller's weights.",
)
def changed_in_place(w, lam, ratio):
    w = np.asarray(w)
    l1 = np.sum(np.abs(w))
    w *= w
    return lam * (ratio * l1 + (1 - ratio) * np.sum(w))


@mistake(
    ko="두 패널티 모두 가중치의 수로 나누지 않습니다.",
    en="Neither of the two is divided by the number of weights.",
)
def means_instead_of_sums(w, lam, ratio):
    return lam * (ratio * np.mean(np.abs(w)) + (1 - ratio) * np.mean(np.square(w)))


@mistake(
    ko="패널티는 모든 가중치에 대한 숫자 하나입니다. 아직 원소마다 하나씩 남아 있습니다.",
    en="A penalty is one number for all weights; this is still one for each entry.",
)
def not_summed(w, lam, ratio):
    return lam * (ratio * np.abs(w) + (1 - ratio) * np.square(w))


@mistake(
    ko="lam이 L2에만 곱해집니다. lam이 0이면 패널티도 0이어야 합니다.",
    en="lam reaches the L2 part only. With lam at 0 the whole penalty should be 0.",
)
def strength_on_l2_only(w, lam, ratio):
    l1, l2 = _norms(w)
    return ratio * l1 + lam * (1 - ratio) * l2


@mistake(
    ko="첫 가중치가 빠져 있습니다. 여기의 w에는 절편(bias)이 없습니다.",
    en="The first weight is left out. There is no intercept in w here.",
)
def first_weight_left_out(w, lam, ratio):
    l1, l2 = _norms(np.ravel(w)[1:])
    return lam * (ratio * l1 + (1 - ratio) * l2)


@mistake(
    ko="L2 쪽에서 더한 다음에 제곱했습니다. 음수와 양수가 먼저 서로를 지웁니다.",
    en="In the L2 part the sum is squared, when negative and positive weights have cancelled.",
)
def l2_squared_after_the_sum(w, lam, ratio):
    return lam * (ratio * np.sum(np.abs(w)) + (1 - ratio) * np.sum(w) ** 2)


@mistake(
    ko="L1 쪽에서 원점까지의 직선 거리를 썼습니다. L1은 원점까지 어떻게 걷나요?",
    en="The L1 part has the straight line from the origin. How does L1 walk there?",
)
def straight_line_for_l1(w, lam, ratio):
    _, l2 = _norms(w)
    return lam * (ratio * np.sqrt(l2) + (1 - ratio) * l2)


@mistake(
    ko="많은 강의의 λ/2m 꼴입니다. 여기의 식에서 합은 무엇으로 나누나요?",
    en="This is the form with lambda/2m of many courses. What divides the sums here?",
)
def halved_and_averaged(w, lam, ratio):
    l1, l2 = _norms(w)
    return lam / (2 * np.size(w)) * (ratio * l1 + (1 - ratio) * l2)


@mistake(
    ko="이것은 가중치마다의 기울기입니다. 패널티 자체는 숫자 하나입니다.",
    en="This is the gradient, one pull on each weight. What is the penalty itself?",
    factor=[2, 1],
)
def pull_on_each_weight(w, lam, ratio, *, factor):
    return lam * (ratio * np.sign(w) + factor * (1 - ratio) * w)


@mistake(
    ko="L1과 L2가 모두 온전히 더해집니다. 섞는 비율 ratio는 어디에 쓰이나요?",
    en="L1 and L2 are both added in full. Where is the ratio that mixes them?",
)
def both_in_full(w, lam, ratio):
    l1, l2 = _norms(w)
    return lam * (l1 + l2)


@mistake(
    ko="L1 쪽까지 제곱했습니다. 제곱이 들어가는 쪽은 어디인가요?",
    en="The L1 part is squared as well. Which of the two parts has squares?",
)
def l1_squared_too(w, lam, ratio):
    l1, l2 = _norms(w)
    return lam * (ratio * l1**2 + (1 - ratio) * l2)


@mistake(
    ko="세기와 비율이 함께 제곱되었습니다. L2 쪽에서 제곱할 것은 무엇뿐인가요?",
    en="Strength and share are squared with the weights. What alone is squared in the L2 part?",
)
def strength_squared_too(w, lam, ratio):
    l1, l2 = _norms(w)
    return lam * ratio * l1 + (lam * (1 - ratio)) ** 2 * l2
