import numpy as np

from autograder import mistake


@mistake(
    ko="한 축에서 늘고 다른 축에서 줄면 차이가 서로 지워집니다. 거리가 음수일 수 있을까요?",
    en="A gain along one axis cancels a loss along another. Can a distance be negative?",
)
def differences_with_their_signs(a, b):
    return np.sum(a - b, axis=-1)


@mistake(
    ko="절댓값을 합한 다음에 구했습니다. 축마다의 차이는 그 전에 이미 지워집니다.",
    en="The absolute value is taken of the sum, when the axes have cancelled already.",
)
def absolute_value_of_the_sum(a, b):
    return np.abs(np.sum(a - b, axis=-1))


@mistake(
    ko="원점의 양쪽에 있는 두 점을 생각해 보세요. 좌표의 절댓값끼리 빼면 거리가 0이 됩니다.",
    en="On opposite sides of the origin coordinates have one size. Is the distance 0 then?",
)
def sizes_of_the_coordinates_compared(a, b):
    return np.sum(np.abs(np.abs(a) - np.abs(b)), axis=-1)


@mistake(
    ko="대각선으로 질러가지 않고 축을 따라 걷는 거리입니다.",
    en="This distance walks along the axes and takes no short cut.",
)
def straight_line_distance(a, b):
    return np.sqrt(np.sum((a - b) ** 2, axis=-1))


@mistake(
    ko="가장 긴 축 하나만 남았습니다. 다른 축으로 걸은 길은 어디로 갔나요?",
    en="Only the longest axis is left. Where is the way along the others?",
)
def longest_axis_only(a, b):
    return np.max(np.abs(a - b), axis=-1)


@mistake(
    ko="거리는 축마다의 차이를 더한 것입니다. 차원의 수로 나누지 않습니다.",
    en="The axes add up; the number of dimensions does not divide them.",
)
def mean_over_the_axes(a, b):
    return np.mean(np.abs(a - b), axis=-1)


@mistake(
    ko="점이 여러 쌍이면 거리도 여러 개입니다. 무엇까지 더해졌나요?",
    en="Several pairs of points have several distances. What has been summed as well?",
)
def all_pairs_summed(a, b):
    return np.sum(np.abs(a - b))


@mistake(
    ko="좌표는 어느 축에 있나요? 첫 축을 따라 더하면 서로 다른 점이 섞입니다.",
    en="Along which axis are the coordinates? The first one mixes different points.",
)
def summed_over_the_first_axis(a, b):
    return np.sum(np.abs(a - b), axis=0)


@mistake(
    ko="float32로 들어온 점의 거리가 float64로 나옵니다. 어디에서 형이 바뀌었나요?",
    en="Points in float32 get a distance in float64. Where does the type change?",
)
def single_precision_becomes_double(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    return np.sum(np.abs(a - b), axis=-1)


@mistake(
    ko="차이를 a 안에 그대로(in place) 적으면 부른 쪽의 점이 사라집니다.",
    en="Writing the difference into a destroys the caller's points.",
)
def changed_in_place(a, b):
    a -= b
    return np.sum(np.abs(a), axis=-1)


@mistake(
    ko="축마다의 차이를 제곱해서 더했습니다. 두 배 먼 점까지의 거리는 몇 배인가요?",
    en="The differences are squared and summed. Twice as far, how many times the distance is it?",
)
def squares_summed(a, b):
    return np.sum((a - b) ** 2, axis=-1)


@mistake(
    ko="a의 모든 점과 b의 모든 점을 짝지었습니다. 어느 점끼리 짝인지는 모양이 정합니다.",
    en="Each point of a is paired with each of b. What do the shapes say about who is a pair?",
)
def every_point_with_every_other(a, b):
    a, b = np.atleast_2d(a), np.atleast_2d(b)
    return np.sum(np.abs(a[..., :, None, :] - b[..., None, :, :]), axis=-1)


@mistake(
    ko="차이를 좌표의 크기로 나누었습니다. 원점에서 멀어지면 같은 차이가 가까워지나요?",
    en="Each difference is divided by the coordinates. Are points closer for being far out?",
)
def relative_differences(a, b):
    return np.sum(np.abs(a - b) / (np.abs(a) + np.abs(b)), axis=-1)


@mistake(
    ko="서로 다른 좌표의 개수를 셌습니다. 얼마나 다른지도 거리에 들어갑니다.",
    en="This counts the coordinates that differ. By how much they do matters too.",
)
def coordinates_counted(a, b):
    return np.sum(a != b, axis=-1).astype(a.dtype)


@mistake(
    ko="차이의 합을 좌표의 합으로 나누었습니다(브레이-커티스). 거리 자체는 나누지 않습니다.",
    en="The sum is divided by both points' size, as by Bray and Curtis. Is a distance a share?",
)
def share_of_both_points(a, b):
    return np.sum(np.abs(a - b), axis=-1) / np.sum(np.abs(a + b), axis=-1)


@mistake(
    ko="NumPy에서 행렬의 1-노름은 다른 것(열의 합 가운데 가장 큰 것)입니다.",
    en="To NumPy the 1-norm of a matrix is something else: the largest sum of a column.",
)
def norm_of_the_matrix(a, b):
    return np.linalg.norm(a - b, 1)


@mistake(
    ko="처음 두 좌표만 썼습니다. 점의 좌표는 몇 개일 수 있나요?",
    en="Only the first two coordinates count. How many may a point have?",
)
def first_two_coordinates_only(a, b):
    return np.abs(a[..., 0] - b[..., 0]) + np.abs(a[..., 1] - b[..., 1])


@mistake(
    ko="거리가 멀수록 값이 작아집니다. 물은 것은 유사도인가요, 거리인가요?",
    en="It falls with the distance. Is a similarity asked for, or the distance itself?",
)
def similarity_instead(a, b):
    return 1 / (1 + np.sum(np.abs(a - b), axis=-1))


@mistake(
    ko="a가 b보다 큰 축만 셌습니다. 반대쪽으로 걷는 길도 거리에 들어갑니다.",
    en="Only axes where a is larger count. Is the way in the other direction free?",
)
def one_direction_only(a, b):
    return np.sum(np.maximum(a - b, 0), axis=-1)


@mistake(
    ko="원점까지의 거리끼리 뺐습니다. 원점에서 같은 거리에 있는 두 점은 모두 같은 점인가요?",
    en="Distances from the origin are compared. Are all points equally far from it one point?",
)
def distances_from_the_origin_compared(a, b):
    return np.abs(np.sum(np.abs(a), axis=-1) - np.sum(np.abs(b), axis=-1))


@mistake(
    ko="축마다의 차이가 더해지지 않고 그대로 남아 있습니다. 거리는 점의 쌍마다 하나입니다.",
    en="The differences are not summed: one is left for each axis. How many distances has a pair?",
)
def one_number_for_each_axis(a, b):
    return np.abs(a - b)


@mistake(
    ko="제곱근을 구했습니다. 제곱하지 않은 차이에 제곱근이 필요한가요?",
    en="A root is taken. Does it belong where nothing was squared?",
    each=[False, True],
)
def root_taken_too(a, b, *, each):
    sizes = np.abs(a - b)
    return np.sum(np.sqrt(sizes), axis=-1) if each else np.sqrt(np.sum(sizes, axis=-1))


@mistake(
    ko="두 점의 방향만 비교했습니다(코사인). 같은 방향으로 멀리 떨어진 두 점은 어떤가요?",
    en="Only directions are compared, by a cosine. What of points far apart in one direction?",
)
def cosine_distance(a, b):
    lengths = np.linalg.norm(a, axis=-1) * np.linalg.norm(b, axis=-1)
    return 1 - np.sum(a * b, axis=-1) / lengths
