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
    ko="패널티는 모든 가중치에 대한 숫자 하나입니다. 아직 성분마다 하나씩 남아 있습니다.",
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
