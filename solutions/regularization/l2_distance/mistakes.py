import numpy as np

from autograder import mistake


@mistake(
    ko="아직 거리의 제곱입니다. 피타고라스 정리의 마지막 단계가 남아 있습니다.",
    en="This is the square of the distance still: the last step of Pythagoras is missing.",
)
def root_not_taken(a, b):
    return np.sum((a - b) ** 2, axis=-1)


@mistake(
    ko="크기를 축마다 더했습니다(L1). 축마다 제곱근을 구해도 그렇습니다. 언제 구해야 하나요?",
    en="The sizes along the axes add up, as in L1: so they do with a root for each axis. "
    "When is the root due?",
)
def root_of_each_axis(a, b):
    return np.sum(np.sqrt((a - b) ** 2), axis=-1)


@mistake(
    ko="거리는 축마다의 제곱을 더한 것에서 나옵니다. 차원의 수로 나누지 않습니다.",
    en="The squares add up; the number of dimensions does not divide them.",
)
def mean_over_the_axes(a, b):
    return np.sqrt(np.mean((a - b) ** 2, axis=-1))


@mistake(
    ko="같은 원 위의 두 점을 생각해 보세요. 원점까지의 거리끼리 빼면 무엇이 남나요?",
    en="All points of a circle around the origin are equally far from it. Are they all one point?",
)
def distances_from_the_origin_compared(a, b):
    return np.abs(np.linalg.norm(a, axis=-1) - np.linalg.norm(b, axis=-1))


@mistake(
    ko="원점의 양쪽에 있는 두 점을 생각해 보세요. 좌표의 절댓값끼리 빼면 거리가 0이 됩니다.",
    en="On opposite sides of the origin coordinates have one size. Is the distance 0 then?",
)
def sizes_of_the_coordinates_compared(a, b):
    return np.sqrt(np.sum((np.abs(a) - np.abs(b)) ** 2, axis=-1))


@mistake(
    ko="큰 수의 제곱끼리 빼면 가까운 두 점의 자릿수가 모두 사라집니다. 먼저 무엇을 빼야 하나요?",
    en="Large squares subtracted from each other leave no digits for close points. "
    "What should be subtracted first?",
)
def square_multiplied_out(a, b):
    squares = np.sum(a * a, axis=-1) + np.sum(b * b, axis=-1)
    return np.sqrt(np.maximum(squares - 2 * np.sum(a * b, axis=-1), 0))


@mistake(
    ko="차이에 작은 수가 더해져 있습니다. 같은 점까지의 거리는 정확히 0이어야 합니다.",
    en="A small number is added to the difference. From a point to itself it is exactly 0.",
)
def epsilon_added(a, b):
    return np.sqrt(np.sum((a - b + 1e-6) ** 2, axis=-1))


@mistake(
    ko="점이 여러 쌍이면 거리도 여러 개입니다. 무엇까지 더해졌나요?",
    en="Several pairs of points have several distances. What has been summed as well?",
)
def all_pairs_summed(a, b):
    return np.sqrt(np.sum((a - b) ** 2))


@mistake(
    ko="좌표는 어느 축에 있나요? 첫 축을 따라 더하면 서로 다른 점이 섞입니다.",
    en="Along which axis are the coordinates? The first one mixes different points.",
)
def summed_over_the_first_axis(a, b):
    return np.sqrt(np.sum((a - b) ** 2, axis=0))


@mistake(
    ko="float32로 들어온 점의 거리가 float64로 나옵니다. 어디에서 형이 바뀌었나요?",
    en="Points in float32 get a distance in float64. Where does the type change?",
)
def single_precision_becomes_double(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    return np.sqrt(np.sum((a - b) ** 2, axis=-1))


@mistake(
    ko="차이를 a 안에 그대로(in place) 적으면 부른 쪽의 점이 사라집니다.",
    en="Writing the difference into a destroys the caller's points.",
)
def changed_in_place(a, b):
    a -= b
    return np.sqrt(np.sum(a * a, axis=-1))


@mistake(
    ko="가장 긴 축 하나만 남았습니다. 피타고라스 정리에는 몇 개의 축이 들어가나요?",
    en="Only the longest axis is left. How many axes does Pythagoras take?",
)
def longest_axis_only(a, b):
    return np.max(np.abs(a - b), axis=-1)


@mistake(
    ko="a의 모든 점과 b의 모든 점을 짝지었습니다. 어느 점끼리 짝인지는 모양이 정합니다.",
    en="Each point of a is paired with each of b. What do the shapes say about who is a pair?",
)
def every_point_with_every_other(a, b):
    a, b = np.atleast_2d(a), np.atleast_2d(b)
    return np.sqrt(np.sum((a[..., :, None, :] - b[..., None, :, :]) ** 2, axis=-1))


@mistake(
    ko="제곱근 안에 작은 수가 더해져 있습니다. 같은 점까지의 거리는 정확히 0이어야 합니다.",
    en="A small number stands under the root. From a point to itself it is exactly 0.",
    eps=[1e-4, 1e-6, 1e-7, 1e-8],
)
def epsilon_under_the_root(a, b, *, eps):
    return np.sqrt(np.sum((a - b) ** 2, axis=-1) + a.dtype.type(eps))


@mistake(
    ko="두 점의 방향만 비교했습니다. 같은 방향으로 멀리 떨어진 두 점은 어떤가요?",
    en="Only the directions are compared. What of points in one direction that are far apart?",
)
def cosine_distance(a, b):
    lengths = np.linalg.norm(a, axis=-1) * np.linalg.norm(b, axis=-1)
    return 1 - np.sum(a * b, axis=-1) / lengths


@mistake(
    ko="NumPy에서 행렬의 2-노름은 다른 것(가장 큰 특잇값)입니다.",
    en="To NumPy the 2-norm of a matrix is something else: its largest singular value.",
)
def norm_of_the_matrix(a, b):
    return np.linalg.norm(a - b, 2)


@mistake(
    ko="처음 두 좌표만 썼습니다. 점의 좌표는 몇 개일 수 있나요?",
    en="Only the first two coordinates count. How many may a point have?",
)
def first_two_coordinates_only(a, b):
    return np.hypot(a[..., 0] - b[..., 0], a[..., 1] - b[..., 1])


@mistake(
    ko="거리가 멀수록 값이 작아집니다. 물은 것은 유사도인가요, 거리인가요?",
    en="It falls with the distance. Is a similarity asked for, or the distance itself?",
)
def similarity_instead(a, b):
    return 1 / (1 + np.sqrt(np.sum((a - b) ** 2, axis=-1)))


@mistake(
    ko="더한 다음에 제곱하면 축마다의 차이가 먼저 서로를 지웁니다.",
    en="Squared after the sum, the differences along the axes have cancelled already.",
)
def squared_after_the_sum(a, b):
    return np.sqrt(np.sum(a - b, axis=-1) ** 2)


@mistake(
    ko="좌표의 제곱끼리 뺐습니다. 먼저 빼고 나서 제곱해야 하지 않나요?",
    en="Squares of coordinates are subtracted. Should the difference not come before the square?",
)
def squares_subtracted(a, b):
    return np.sqrt(np.abs(np.sum(a**2 - b**2, axis=-1)))


@mistake(
    ko="제곱합의 절반입니다(제곱 손실의 꼴). 거리에는 무엇이 더 필요하고, 무엇이 없어야 하나요?",
    en="This is half the sum of squares, as in a squared loss. Where is the root, and why a half?",
)
def half_of_the_squares(a, b):
    return np.sum((a - b) ** 2, axis=-1) / 2


@mistake(
    ko="차이의 제곱의 평균입니다(MSE). 거리는 평균인가요, 그리고 제곱인 채로인가요?",
    en="This is the mean of the squares, an MSE. Is a distance a mean, and does it stay squared?",
)
def mean_of_the_squares(a, b):
    return np.mean((a - b) ** 2, axis=-1)


@mistake(
    ko="두 점의 방향만 비교했습니다. 같은 방향으로 멀리 떨어진 두 점은 어떤가요?",
    en="Only directions are compared, by a cosine or unit vectors. What if one point is far out?",
    form=["similarity", "chord"],
)
def directions_compared(a, b, *, form):
    a = a / np.linalg.norm(a, axis=-1, keepdims=True)
    b = b / np.linalg.norm(b, axis=-1, keepdims=True)
    if form == "similarity":
        return np.sum(a * b, axis=-1)
    return np.sqrt(np.sum((a - b) ** 2, axis=-1))


@mistake(
    ko="제곱과 제곱근이 아니라 다른 지수입니다. 피타고라스 정리의 지수는 얼마인가요?",
    en="The power is another one than 2. Which exponent has Pythagoras?",
    power=[3, 4],
)
def another_power(a, b, *, power):
    return np.sum(np.abs(a - b) ** power, axis=-1) ** (1 / power)
