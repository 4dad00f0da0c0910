import numpy as np

from autograder import mistake


@mistake(
    ko="첫 걸음의 학습률에는 첫 기울기가 이미 들어 있어야 합니다.",
    en="The rate of the first step already has the first gradient in it.",
)
def current_gradient_left_out(grads, lr=1e-2, eps=1e-8):
    h = np.cumsum(grads * grads, axis=0) - grads * grads
    return lr / (np.sqrt(np.maximum(h, 0)) + eps)


@mistake(
    ko="어느 축을 따라 더하나요? 한 파라미터의 학습률에 다른 파라미터의 기울기가 들어갑니다.",
    en="Along which axis is the sum? A parameter's rate has the gradients of others in it.",
)
def summed_over_everything(grads, lr=1e-2, eps=1e-8):
    h = np.cumsum(grads * grads).reshape(grads.shape)
    return lr / (np.sqrt(h) + eps)


@mistake(
    ko="시간은 첫 번째 축입니다. 마지막 축을 따라 더하지 않았나요?",
    en="Time is the first axis. Is the sum along the last?",
)
def summed_along_the_last_axis(grads, lr=1e-2, eps=1e-8):
    h = np.cumsum(grads * grads, axis=-1)
    return lr / (np.sqrt(h) + eps)


@mistake(
    ko="걸음마다 파라미터들의 학습률이 모두 같습니다. AdaGrad는 파라미터마다 따로 정합니다.",
    en="At each step all parameters have one rate. AdaGrad gives each its own.",
)
def one_rate_for_all(grads, lr=1e-2, eps=1e-8):
    others = tuple(range(1, grads.ndim))
    h = np.cumsum(np.sum(grads * grads, axis=others, keepdims=True), axis=0)
    return lr / (np.sqrt(np.broadcast_to(h, grads.shape)) + eps)


@mistake(
    ko="h가 쌓이지 않습니다. 지난 기울기도 모두 학습률을 줄입니다.",
    en="Nothing adds up. All the past gradients lower the rate as well.",
)
def past_forgotten(grads, lr=1e-2, eps=1e-8):
    return lr / (np.sqrt(grads * grads) + eps)


@mistake(
    ko="더하고 나서 제곱하면 부호가 다른 기울기가 서로 지워집니다. 순서를 다시 보세요.",
    en="Squaring after the sum lets gradients of opposite signs cancel. Look at the order again.",
)
def summed_before_the_square(grads, lr=1e-2, eps=1e-8):
    return lr / (np.abs(np.cumsum(grads, axis=0)) + eps)


@mistake(
    ko="h는 합입니다. 걸음의 수로 나누면 학습률이 계속 줄어들지 않습니다.",
    en="h is a sum. Divided by the number of steps, the rates do not keep falling.",
)
def mean_instead_of_sum(grads, lr=1e-2, eps=1e-8):
    counts = np.arange(1, len(grads) + 1, dtype=grads.dtype)
    h = np.cumsum(grads * grads, axis=0) / counts.reshape(-1, *(1,) * (grads.ndim - 1))
    return lr / (np.sqrt(h) + eps)


@mistake(
    ko="h에는 기울기의 무엇을 더하나요? 절댓값의 합의 제곱근은 기울기와 단위가 다릅니다.",
    en="What of the gradient is added to h? The root of a sum of absolute values has another unit.",
)
def gradient_not_squared(grads, lr=1e-2, eps=1e-8):
    return lr / (np.sqrt(np.cumsum(np.abs(grads), axis=0)) + eps)


@mistake(
    ko="h는 제곱의 합입니다. 기울기와 같은 단위가 되려면 무엇을 더 해야 하나요?",
    en="h is a sum of squares. What brings it back to the unit of a gradient?",
)
def root_left_out(grads, lr=1e-2, eps=1e-8):
    return lr / (np.cumsum(grads * grads, axis=0) + eps)


@mistake(
    ko="eps가 제곱근 안에 있습니다. 여기서는 제곱근을 구한 다음에 더합니다.",
    en="eps stands under the root. Here it is added after the root is taken.",
)
def epsilon_under_the_root(grads, lr=1e-2, eps=1e-8):
    return lr / np.sqrt(np.cumsum(grads * grads, axis=0) + eps)


@mistake(
    ko="묻는 것은 걸음의 크기가 아니라 기울기에 곱하는 학습률입니다.",
    en="Asked for is the rate that the gradient is multiplied with, not the step.",
)
def step_instead_of_rate(grads, lr=1e-2, eps=1e-8):
    return lr * grads / (np.sqrt(np.cumsum(grads * grads, axis=0)) + eps)


@mistake(
    ko="float32를 넣었는데 float64가 나옵니다. 결과를 담을 배열의 dtype이 무엇인가요?",
    en="float32 went in and float64 came out. Of which dtype is the array for the result?",
)
def double_precision(grads, lr=1e-2, eps=1e-8):
    rates = np.zeros(grads.shape)
    rates[...] = lr / (np.sqrt(np.cumsum(grads * grads, axis=0)) + eps)
    return rates


@mistake(
    ko="기울기를 그 자리에서(in place) 제곱하면 부른 쪽의 배열도 바뀝니다.",
    en="Squaring the gradients in place changes the caller's array as well.",
)
def gradients_changed_in_place(grads, lr=1e-2, eps=1e-8):
    grads *= grads
    return lr / (np.sqrt(np.cumsum(grads, axis=0)) + eps)


@mistake(
    ko="h는 0에서 시작합니다. 기울기를 더하기 전에 이미 무엇이 들어 있나요?",
    en="h starts at zero. What is in it before any gradient has been added?",
    start=[0.1, 1.0],
)
def sum_started_above_zero(grads, lr=1e-2, eps=1e-8, *, start):
    return lr / (np.sqrt(start + np.cumsum(grads * grads, axis=0)) + eps)


@mistake(
    ko="이것은 이동평균입니다(RMSprop). 평균을 쓰면 학습률이 다시 커질 수 있지 않나요?",
    en="This is a moving average, as in RMSprop. Could such a rate not rise again?",
    beta=[0.9, 0.99],
)
def average_instead_of_sum(grads, lr=1e-2, eps=1e-8, *, beta):
    rates = np.empty_like(grads)
    h = 0.0
    for t, g in enumerate(grads):
        h = beta * h + (1 - beta) * g * g
        rates[t] = lr / (np.sqrt(h) + eps)
    return rates


def _steps(grads):
    """1, 2, ... along time, in the dtype and with the axes of the gradients."""
    counts = np.arange(1, len(grads) + 1, dtype=grads.dtype)
    return counts.reshape(-1, *(1,) * (grads.ndim - 1))


@mistake(
    ko="걸음 수로 학습률을 한 번 더 줄였습니다. 합이 커지는 것만으로 이미 줄어들지 않나요?",
    en="The count of steps lowers the rate once more. Does the growing sum not do that already?",
)
def lowered_by_the_steps_as_well(grads, lr=1e-2, eps=1e-8):
    return lr / np.sqrt(_steps(grads)) / (np.sqrt(np.cumsum(grads * grads, axis=0)) + eps)


@mistake(
    ko="걸음 수만으로 정한 학습률입니다. 기울기가 다른 두 파라미터의 학습률도 같아야 하나요?",
    en="Only the count of steps sets this rate. Do parameters with other gradients get the same?",
)
def rate_from_the_steps_alone(grads, lr=1e-2, eps=1e-8):
    return lr / (np.sqrt(_steps(grads)) + eps + 0 * grads)


@mistake(
    ko="지금까지의 가장 큰 기울기로 나누었습니다. AdaGrad는 가장 큰 것만 기억하나요?",
    en="It is divided by the largest gradient so far. Is that all that AdaGrad remembers?",
)
def largest_instead_of_sum(grads, lr=1e-2, eps=1e-8):
    return lr / (np.maximum.accumulate(np.abs(grads), axis=0) + eps)


@mistake(
    ko="크기를 그대로 더했습니다. 제곱을 더하고 제곱근을 구하는 것과 같은 수가 나오나요?",
    en="The sizes themselves are summed. Is that the same as the root of a sum of squares?",
)
def sizes_summed(grads, lr=1e-2, eps=1e-8):
    return lr / (np.cumsum(np.abs(grads), axis=0) + eps)


@mistake(
    ko="처음부터 모든 걸음의 기울기를 다 더했습니다. 첫 걸음은 뒤의 기울기를 알 수 있나요?",
    en="Every step has the gradients of all steps in it. Can the first know those to come?",
)
def all_steps_in_every_rate(grads, lr=1e-2, eps=1e-8):
    return lr / (np.sqrt(np.sum(grads * grads, axis=0)) + eps + 0 * grads)


@mistake(
    ko="뒤에서부터 더했습니다. 학습률은 시간이 지나면 줄어드나요, 늘어나나요?",
    en="The sum runs backwards. Do the rates fall or rise as time goes on?",
)
def summed_from_the_end(grads, lr=1e-2, eps=1e-8):
    return lr / (np.sqrt(np.cumsum((grads * grads)[::-1], axis=0)[::-1]) + eps)


@mistake(
    ko="학습률이 아니라 쌓인 합이나 그 제곱근입니다. 학습률은 어디에 들어가나요?",
    en="This is the sum, or its root. Where does the learning rate come in?",
    root=[True, False],
)
def sum_instead_of_rate(grads, lr=1e-2, eps=1e-8, *, root):
    h = np.cumsum(grads * grads, axis=0)
    return np.sqrt(h) if root else h


@mistake(
    ko="앞 걸음의 학습률을 다시 나누었습니다. 나누어지는 것은 언제나 lr 아닌가요?",
    en="The rate of the step before is divided once more. Is it not lr that is divided each time?",
)
def rate_divided_again_and_again(grads, lr=1e-2, eps=1e-8):
    rates = np.empty_like(grads)
    h, rate = 0.0, lr
    for t, g in enumerate(grads):
        h = h + g * g
        rate = rate / (np.sqrt(h) + eps)
        rates[t] = rate
    return rates


@mistake(
    ko="걸음 수로 나눈 학습률(역시간 감쇠)입니다. 기울기는 어디에 쓰이나요?",
    en="The rate is divided by the count of steps. Where are the gradients used?",
)
def inverse_of_the_steps(grads, lr=1e-2, eps=1e-8):
    return lr / (_steps(grads) + 0 * grads)
