import numpy as np

from autograder import mistake


@mistake(
    ko="많은 책에 있는 1/2이 들어 있습니다. 여기의 규칙을 다시 보세요.",
    en="The factor 1/2 of many books is in it. Which convention is asked for here?",
)
def halved(w, lam):
    return lam / 2 * np.sum(np.square(w))


@mistake(
    ko="패널티가 노름 자체가 되었습니다. 이름이 L2라도 노름과 패널티는 다릅니다.",
    en="This is the norm itself. Norm and penalty are both called L2, and differ.",
)
def root_taken(w, lam):
    return lam * np.sqrt(np.sum(np.square(w)))


@mistake(
    ko="세기까지 제곱되었습니다. 무엇의 제곱을 더하나요?",
    en="The strength is squared as well. The squares of what are summed?",
)
def strength_squared_too(w, lam):
    return np.sum(np.square(lam * w))


@mistake(
    ko="더한 다음에 제곱하면 음수와 양수가 먼저 서로를 지웁니다.",
    en="Squared after the sum, negative and positive weights have cancelled already.",
)
def squared_after_the_sum(w, lam):
    return lam * np.sum(w) ** 2


@mistake(
    ko="큰 가중치의 패널티가 너무 작습니다. 절댓값을 더하는 쪽은 L1입니다.",
    en="Large weights are penalised too little: the one with absolute values is L1.",
)
def absolute_values_instead(w, lam):
    return lam * np.sum(np.abs(w))


@mistake(
    ko="lam이 커져도 값이 달라지지 않습니다.",
    en="A larger lam changes nothing.",
)
def strength_forgotten(w, lam):
    return np.sum(np.square(w))


@mistake(
    ko="패널티는 모든 가중치에 대한 숫자 하나입니다. 아직 원소마다 하나씩 남아 있습니다.",
    en="A penalty is one number for all weights; this is still one for each entry.",
)
def not_summed(w, lam):
    return lam * np.square(w)


@mistake(
    ko="패널티는 가중치의 수로 나누지 않습니다.",
    en="The penalty is not divided by the number of weights.",
)
def mean_instead_of_sum(w, lam):
    return lam * np.mean(np.square(w))


@mistake(
    ko="첫 가중치가 빠져 있습니다. 여기의 w에는 절편(bias)이 없습니다.",
    en="The first weight is left out. There is no intercept in w here.",
)
def first_weight_left_out(w, lam):
    return lam * np.sum(np.square(np.ravel(w)[1:]))


@mistake(
    ko="벡터에서는 맞지만, 행렬에서 이 곱은 행렬의 곱셈입니다.",
    en="Right for a vector, but for a matrix this product is that of matrices.",
)
def product_of_matrices(w, lam):
    return lam * np.dot(w, w)


@mistake(
    ko="제곱을 w 안에 그대로(in place) 적으면 부른 쪽의 가중치가 사라집니다.",
    en="Writing the squares into w destroys the caller's weights.",
)
def changed_in_place(w, lam):
    w = np.asarray(w)
    w *= w
    return lam * np.sum(w)


@mistake(
    ko="이것은 가중치마다의 기울기입니다(weight decay). 패널티 자체는 숫자 하나입니다.",
    en="This is what pulls at each weight, as in weight decay. What is the penalty itself?",
    factor=[1, 2],
)
def pull_on_each_weight(w, lam, *, factor):
    return factor * lam * w


@mistake(
    ko="NumPy에서 행렬의 2-노름은 다른 것(가장 큰 특잇값)입니다. 여기서는 모든 원소를 씁니다.",
    en="To NumPy the 2-norm of a matrix is something else: its largest singular value.",
)
def norm_of_the_matrix(w, lam):
    return lam * np.linalg.norm(w, 2) ** 2


@mistake(
    ko="lam이 커질수록 패널티가 작아집니다. 세기를 곱해야 하나요, 나누어야 하나요?",
    en="The larger lam is, the smaller the penalty. Does a strength multiply or divide?",
)
def strength_upside_down(w, lam):
    with np.errstate(all="ignore"):
        return np.divide(np.sum(np.square(w)), lam)


@mistake(
    ko="많은 강의의 λ/2m 꼴입니다. 여기의 식에서 합은 무엇으로 나누나요?",
    en="This is the form with lambda/2m of many courses. What divides the sum in the formula here?",
)
def halved_and_averaged(w, lam):
    return lam / (2 * np.size(w)) * np.sum(np.square(w))


@mistake(
    ko="가장 큰 가중치만 패널티를 받습니다. 나머지는 마음대로 커져도 되나요?",
    en="Only the largest weight is penalised. May the others grow as they like below it?",
)
def largest_weight_only(w, lam):
    return lam * np.max(np.square(w))


@mistake(
    ko="WᵀW의 모든 칸을 더했습니다. 행렬에서 제곱의 합은 그 가운데 어느 칸에 있나요?",
    en="All entries of W^T W are summed. In which of them are the squares of a matrix's entries?",
)
def sum_of_all_products(w, lam):
    return lam * np.sum(np.dot(np.transpose(w), w))


@mistake(
    ko="패널티를 행의 수로 나누었습니다. 여기의 식에서 합은 무엇으로 나누나요?",
    en="The penalty is divided by the number of rows. What divides the sum in the formula?",
    halved=[False, True],
)
def divided_by_the_rows(w, lam, *, halved):
    return lam * np.sum(np.square(w)) / (len(np.atleast_1d(w)) * (2 if halved else 1))


@mistake(
    ko="기울기를 모두 더한 것입니다. 가중치의 제곱은 어디로 갔나요?",
    en="This is the gradient, summed up. Where are the squares of the weights?",
)
def slope_of_the_penalty(w, lam):
    return 2 * lam * np.sum(w)


@mistake(
    ko="줄어든 가중치입니다(weight decay). 물은 것은 가중치인가요, 패널티인가요?",
    en="These are weights after their decay. Are weights asked for, or their penalty?",
    factor=[1, 2],
)
def weights_decayed(w, lam, *, factor):
    return w - factor * lam * w


@mistake(
    ko="가중치 일부를 절편(bias)처럼 빼놓았습니다. 여기의 w에 절편이 있나요?",
    en="The last weight, or the first row, is left out like a bias. Is there an intercept in w?",
    part=["last", "first_row"],
)
def some_weights_left_out(w, lam, *, part):
    left = np.ravel(w)[:-1] if part == "last" else np.atleast_1d(w)[1:]
    return lam * np.sum(np.square(left))


@mistake(
    ko="절댓값의 합까지 더했습니다. L2 패널티에 L1이 들어가나요?",
    en="Absolute values are added as well, as in an elastic net. Is there an L1 part in L2?",
)
def absolute_values_added(w, lam):
    return lam * (np.sum(np.abs(w)) + np.sum(np.square(w)))


@mistake(
    ko="가중치의 분산입니다. 제곱하기 전에 평균을 빼나요, 원소의 수로 나누나요?",
    en="This has the mean taken off, as a variance has. From where are the weights measured?",
    averaged=[True, False],
)
def measured_from_the_mean(w, lam, *, averaged):
    squares = np.square(w - np.mean(w))
    return lam * (np.mean(squares) if averaged else np.sum(squares))


@mistake(
    ko="L1 노름을 제곱했습니다. 제곱하는 것은 합인가요, 가중치 하나하나인가요?",
    en="The sum of absolute values is squared. Is it the sum, or each weight, that is squared?",
)
def l1_norm_squared(w, lam):
    return lam * np.sum(np.abs(w)) ** 2


@mistake(
    ko="제곱이 아닌 다른 지수입니다. L2의 2는 무엇의 지수인가요?",
    en="The exponent is another one. Of what is the 2 in L2 the exponent?",
    power=[3, 4],
)
def another_power(w, lam, *, power):
    return lam * np.sum(np.power(w, power))
