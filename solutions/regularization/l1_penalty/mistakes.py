import numpy as np

from autograder import mistake


@mistake(
    ko="음수 가중치가 패널티를 줄여 줍니다. 그러면 가중치는 어디까지 작아지려고 할까요?",
    en="Negative weights lower the penalty. How far would they go?",
)
def entries_with_their_signs(w, lam):
    return lam * np.sum(w)


@mistake(
    ko="절댓값을 합한 다음에 구했습니다. 그때는 부호가 이미 서로 지운 뒤입니다.",
    en="The absolute value is taken of the sum, when the signs have cancelled already.",
)
def absolute_value_of_the_sum(w, lam):
    return lam * np.abs(np.sum(w))


@mistake(
    ko="lam이 커져도 값이 달라지지 않습니다.",
    en="A larger lam changes nothing.",
)
def strength_forgotten(w, lam):
    return np.sum(np.abs(w))


@mistake(
    ko="패널티는 모든 가중치에 대한 숫자 하나입니다. 아직 원소마다 하나씩 남아 있습니다.",
    en="A penalty is one number for all weights; this is still one for each entry.",
)
def not_summed(w, lam):
    return lam * np.abs(w)


@mistake(
    ko="패널티는 가중치의 수로 나누지 않습니다.",
    en="The penalty is not divided by the number of weights.",
)
def mean_instead_of_sum(w, lam):
    return lam * np.mean(np.abs(w))


@mistake(
    ko="첫 가중치가 빠져 있습니다. 여기의 w에는 절편(bias)이 없습니다.",
    en="The first weight is left out. There is no intercept in w here.",
)
def first_weight_left_out(w, lam):
    return lam * np.sum(np.abs(np.ravel(w)[1:]))


@mistake(
    ko="작은 가중치의 패널티가 너무 작습니다. 제곱하는 쪽은 L2입니다.",
    en="Small weights are penalised too little: the one with squares is L2.",
)
def squares_instead(w, lam):
    return lam * np.sum(np.square(w))


@mistake(
    ko="NumPy에서 행렬의 1-노름은 다른 것(열의 합 가운데 가장 큰 것)입니다.",
    en="To NumPy the 1-norm of a matrix is something else: the largest sum of a column.",
)
def norm_of_the_matrix(w, lam):
    return lam * np.linalg.norm(w, 1)


@mistake(
    ko="w에 lam을 그대로(in place) 곱하면 패널티를 구할 때마다 가중치가 작아집니다.",
    en="Multiplied into w itself, lam changes the weights each time the penalty is asked for.",
)
def changed_in_place(w, lam):
    w = np.asarray(w)
    w *= lam
    return np.sum(np.abs(w))


@mistake(
    ko="원점까지의 직선 거리에 벌을 주었습니다. L1은 원점까지 어떻게 걷나요?",
    en="The straight line from the origin is penalised. How does L1 walk there?",
)
def straight_line_penalised(w, lam):
    return lam * np.sqrt(np.sum(np.square(w)))


@mistake(
    ko="가장 큰 가중치만 패널티를 받습니다. 나머지는 마음대로 커져도 되나요?",
    en="Only the largest weight is penalised. May the others grow as they like below it?",
)
def largest_weight_only(w, lam):
    return lam * np.max(np.abs(w))


@mistake(
    ko="부호를 더하면 기울기를 합한 것이 됩니다. 가중치의 크기는 어디로 갔나요?",
    en="Signs are summed: that is the slope of the penalty. Where is the size of the weights?",
)
def slope_of_the_penalty(w, lam):
    return lam * np.sum(np.sign(w))


@mistake(
    ko="lam보다 작은 가중치는 벌을 받지 않습니다. 이 값은 lam을 뺀 뒤에 남은 크기가 아닌가요?",
    en="Weights below lam go free. Is this not the size that is left once lam is taken off?",
)
def sizes_beyond_the_strength(w, lam):
    return np.sum(np.maximum(np.abs(w) - lam, 0))


@mistake(
    ko="lam이 커질수록 패널티가 작아집니다. 세기를 곱해야 하나요, 나누어야 하나요?",
    en="The larger lam is, the smaller the penalty. Does a strength multiply or divide?",
)
def strength_upside_down(w, lam):
    with np.errstate(all="ignore"):
        return np.divide(np.sum(np.abs(w)), lam)


@mistake(
    ko="절댓값의 모서리를 매끄럽게 만들었습니다. 작은 수를 더하지 않은 크기는 얼마인가요?",
    en="The corner of the absolute value is smoothed. What is a size with no small number added?",
    eps=[1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8],
)
def smoothed_absolute_values(w, lam, *, eps):
    return lam * np.sum(np.sqrt(np.square(w) + eps))


@mistake(
    ko="많은 강의의 λ/2m 꼴입니다. 여기의 식에서 합은 무엇으로 나누나요?",
    en="This is the form with lambda/2m of many courses. What divides the sum in the formula here?",
)
def halved_and_averaged(w, lam):
    return lam / (2 * np.size(w)) * np.sum(np.abs(w))


@mistake(
    ko="패널티를 행의 수로 나누었습니다. 여기의 식에서 합은 무엇으로 나누나요?",
    en="The penalty is divided by the number of rows. What divides the sum in the formula?",
)
def divided_by_the_rows(w, lam):
    return lam * np.sum(np.abs(w)) / len(np.atleast_1d(w))


@mistake(
    ko="이것은 가중치마다의 기울기입니다. 패널티 자체는 숫자 하나입니다.",
    en="This is the gradient, one pull on each weight. What is the penalty itself?",
)
def pull_on_each_weight(w, lam):
    return lam * np.sign(w)


@mistake(
    ko="줄어든 가중치입니다(soft thresholding). 물은 것은 가중치인가요, 패널티인가요?",
    en="These are shrunken weights, a soft threshold. Are weights asked for, or their penalty?",
)
def weights_shrunk(w, lam):
    return np.sign(w) * np.maximum(np.abs(w) - lam, 0)


@mistake(
    ko="가중치 일부를 절편(bias)처럼 빼놓았습니다. 여기의 w에 절편이 있나요?",
    en="The last weight, or the first row, is left out like a bias. Is there an intercept in w?",
    part=["last", "first_row"],
)
def some_weights_left_out(w, lam, *, part):
    left = np.ravel(w)[:-1] if part == "last" else np.atleast_1d(w)[1:]
    return lam * np.sum(np.abs(left))


@mistake(
    ko="제곱의 합까지 더했습니다. L1 패널티에 L2가 들어가나요?",
    en="The squares are added as well, as in an elastic net. Is there an L2 part in L1?",
)
def squares_added(w, lam):
    return lam * (np.sum(np.abs(w)) + np.sum(np.square(w)))


@mistake(
    ko="절댓값의 모서리를 둥글게 만들었습니다(Huber). 작은 가중치의 크기는 얼마인가요?",
    en="The corner is rounded off, as by Huber's loss. What is the size of a small weight?",
)
def corner_rounded_off(w, lam):
    sizes = np.abs(w)
    return lam * np.sum(np.where(sizes < 1, sizes * sizes / 2, sizes - 0.5))


@mistake(
    ko="음수 가중치는 벌을 받지 않습니다. −2의 크기는 얼마인가요?",
    en="Negative weights go free. What is the size of -2?",
)
def negative_weights_dropped(w, lam):
    return lam * np.sum(np.maximum(w, 0))
