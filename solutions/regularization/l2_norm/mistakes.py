import numpy as np

from autograder import mistake


@mistake(
    ko="아직 노름의 제곱입니다. 거리와 같은 단위가 되려면 한 단계가 더 필요합니다.",
    en="This is the square of the norm still: one step is missing until it is a distance.",
)
def root_not_taken(w):
    return np.sum(np.square(w))


@mistake(
    ko="원소의 크기를 더했습니다(L1). 원소마다 제곱근을 구해도 그렇습니다. 언제 구해야 하나요?",
    en="The sizes of the entries add up, as in L1: so they do with a root of each entry. "
    "When is the root due?",
)
def root_of_each_entry(w):
    return np.sum(np.sqrt(np.square(w)))


@mistake(
    ko="더한 다음에 제곱하면 음수와 양수가 먼저 서로를 지웁니다.",
    en="Squared after the sum, negative and positive weights have cancelled already.",
)
def squared_after_the_sum(w):
    return np.sqrt(np.sum(w) ** 2)


@mistake(
    ko="NumPy에서 행렬의 2-노름은 다른 것(가장 큰 특잇값)입니다. 여기서는 모든 원소를 씁니다.",
    en="To NumPy the 2-norm of a matrix is something else: its largest singular value.",
    guarded=[False, True],
)
def norm_of_the_matrix(w, *, guarded):
    return np.linalg.norm(w, 2 if np.ndim(w) == 2 or not guarded else None)


@mistake(
    ko="노름은 숫자 하나입니다. 한 축만 더하면 행마다 하나씩 남습니다.",
    en="A norm is one number; summing along one axis leaves one for each row.",
)
def one_number_for_each_row(w):
    return np.sqrt(np.sum(np.square(w), axis=-1))


@mistake(
    ko="노름은 원소의 수로 나누지 않습니다. 가중치가 늘면 노름도 커집니다.",
    en="A norm is not divided by the number of entries: with more weights it grows.",
)
def mean_instead_of_sum(w):
    return np.sqrt(np.sum(np.square(w)) / max(np.size(w), 1))


@mistake(
    ko="제곱근 안에 작은 수가 더해져 있습니다. 원점의 노름은 정확히 0이어야 합니다.",
    en="A small number stands under the root. The norm of the origin is exactly 0.",
    eps=[1e-4, 1e-6, 1e-7],
)
def epsilon_under_the_root(w, *, eps):
    return np.sqrt(np.sum(np.square(w)) + eps)


@mistake(
    ko="가장 큰 원소 하나만 남았습니다. 나머지도 거리에 들어갑니다.",
    en="Only the largest entry is left. The others are a part of the distance too.",
)
def largest_entry_only(w):
    return np.max(np.abs(w), initial=0)


@mistake(
    ko="제곱을 w 안에 그대로(in place) 적으면 부른 쪽의 가중치가 사라집니다.",
    en="Writing the squares into w destroys the caller's weights.",
)
def changed_in_place(w):
    w = np.asarray(w)
    w *= w
    return np.sqrt(np.sum(w))


@mistake(
    ko="제곱합의 절반입니다. 라이브러리의 L2 손실과 L2 노름은 어떻게 다른가요?",
    en="This is half the sum of squares. How does a library's L2 loss differ from the L2 norm?",
)
def half_of_the_squares(w):
    return np.sum(np.square(w)) / 2


@mistake(
    ko="행마다 제곱근을 구한 다음에 더했습니다. 제곱근은 몇 번 구해야 하나요?",
    en="A root is taken of each row before they are added up. How many roots are due?",
)
def norms_of_the_rows_summed(w):
    return np.sum(np.sqrt(np.sum(np.square(np.atleast_2d(w)), axis=-1)))


@mistake(
    ko="평균에서 얼마나 흩어졌는지를 쟀습니다. 노름은 어디에서부터 재나요?",
    en="This is how far the weights scatter about their mean. From where does a norm measure?",
)
def measured_from_the_mean(w):
    return np.sqrt(np.sum(np.square(w - np.mean(w))))


@mistake(
    ko="벡터에서는 맞지만, 행렬에서 이 곱은 행렬의 곱셈입니다.",
    en="Right for a vector, but for a matrix this product is that of matrices.",
    summed=[False, True],
)
def product_of_matrices(w, *, summed):
    if summed:
        return np.sqrt(np.sum(np.dot(np.transpose(w), w)))
    return np.sqrt(np.dot(w, w))


@mistake(
    ko="w를 길이 1로 맞춘 벡터입니다. 물은 것은 방향인가요, 길이인가요?",
    en="This is w brought to length 1. Is its direction asked for, or its length?",
)
def direction_instead_of_length(w):
    with np.errstate(all="ignore"):
        return np.divide(w, np.sqrt(np.sum(np.square(w))))


@mistake(
    ko="제곱근 다음에 원소의 수로 나누었습니다. 노름은 무엇으로도 나누지 않습니다.",
    en="After the root it is divided by the number of entries. Is a norm divided by anything?",
)
def divided_after_the_root(w):
    return np.sqrt(np.sum(np.square(w))) / max(np.size(w), 1)


@mistake(
    ko="절댓값의 합에 제곱근을 구했습니다. 제곱근 안에는 무엇의 합이 있어야 하나요?",
    en="This is the root of a sum of absolute values. The sum of what should be under it?",
)
def root_of_absolute_values(w):
    return np.sqrt(np.sum(np.abs(w)))


@mistake(
    ko="행마다 구한 노름 가운데 가장 큰 것입니다. 나머지 행의 원소는 어디로 갔나요?",
    en="This is the largest norm of a row. Where are the entries of the other rows?",
)
def largest_norm_of_a_row(w):
    return np.max(np.sqrt(np.sum(np.square(np.atleast_2d(w)), axis=-1)), initial=0)


@mistake(
    ko="표준편차입니다. 노름은 어디에서부터 재고, 원소의 수로 나누나요?",
    en="This is a standard deviation. Does a norm take off the mean, or divide by a number?",
)
def standard_deviation(w):
    return np.std(w) if np.size(w) else 0.0


@mistake(
    ko="제곱과 제곱근이 아니라 다른 지수입니다. 피타고라스 정리의 지수는 얼마인가요?",
    en="The power is another one than 2. Which exponent has Pythagoras?",
    power=[3, 4],
)
def another_power(w, *, power):
    return np.sum(np.abs(w) ** power) ** (1 / power)
