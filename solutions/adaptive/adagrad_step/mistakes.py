import numpy as np

from autograder import mistake


@mistake(
    ko="eps가 제곱근 안에 있습니다. 여기서는 제곱근을 구한 다음에 더합니다.",
    en="eps stands under the root. Here it is added after the root is taken.",
)
def epsilon_under_the_root(w, h, grad, lr=1e-2, eps=1e-8):
    h = h + grad * grad
    return w - lr * grad / np.sqrt(h + eps), h


@mistake(
    ko="eps가 h에 쌓이고 있습니다. h에는 기울기의 제곱만 더합니다.",
    en="eps piles up in h. Only squared gradients are added to h.",
)
def epsilon_kept_in_the_sum(w, h, grad, lr=1e-2, eps=1e-8):
    h = h + grad * grad + eps
    return w - lr * grad / np.sqrt(h), h


@mistake(
    ko="기울기가 계속 0이었던 파라미터에서는 무엇을 무엇으로 나누게 되나요?",
    en="For a parameter whose gradient has always been zero, what is divided by what?",
)
def epsilon_left_out(w, h, grad, lr=1e-2, eps=1e-8):
    h = h + grad * grad
    with np.errstate(all="ignore"):
        return w - np.divide(lr * grad, np.sqrt(h)), h


@mistake(
    ko="h에는 기울기의 무엇을 더하나요? 절댓값의 합의 제곱근은 기울기와 단위가 다릅니다.",
    en="What of the gradient is added to h? The root of a sum of absolute values has another unit.",
)
def gradient_not_squared(w, h, grad, lr=1e-2, eps=1e-8):
    h = h + np.abs(grad)
    return w - lr * grad / (np.sqrt(h) + eps), h


@mistake(
    ko="h는 제곱의 합입니다. 기울기와 같은 단위가 되려면 무엇을 더 해야 하나요?",
    en="h is a sum of squares. What brings it back to the unit of a gradient?",
)
def root_left_out(w, h, grad, lr=1e-2, eps=1e-8):
    h = h + grad * grad
    return w - lr * grad / (h + eps), h


@mistake(
    ko="h에 지난 기울기가 남아 있지 않습니다. AdaGrad는 처음부터 지금까지를 모두 더합니다.",
    en="Nothing of the past is left in h. AdaGrad adds up everything since the start.",
)
def past_forgotten(w, h, grad, lr=1e-2, eps=1e-8):
    h = 0 * h + grad * grad
    return w - lr * grad / (np.sqrt(h) + eps), h


@mistake(
    ko="이것은 이동평균입니다(RMSprop). AdaGrad의 h는 줄어들지 않고 쌓이기만 합니다.",
    en="This is a moving average, as in RMSprop. AdaGrad's h only ever grows.",
    beta=[0.9, 0.99, 0.5],
)
def average_instead_of_sum(w, h, grad, lr=1e-2, eps=1e-8, *, beta):
    h = beta * h + (1 - beta) * grad * grad
    return w - lr * grad / (np.sqrt(h) + eps), h


@mistake(
    ko="w를 갱신하기 전에 h에 이번 기울기가 들어가 있어야 합니다.",
    en="This step's gradient has to be in h before w is updated.",
)
def old_sum_used(w, h, grad, lr=1e-2, eps=1e-8):
    return w - lr * grad / (np.sqrt(h) + eps), h + grad * grad


@mistake(
    ko="모든 파라미터의 학습률이 같아졌습니다. AdaGrad는 파라미터마다 따로 정합니다.",
    en="All parameters get one rate. AdaGrad gives each its own.",
)
def one_rate_for_all(w, h, grad, lr=1e-2, eps=1e-8):
    h = h + np.sum(np.square(grad))
    return w - lr * grad / (np.sqrt(h) + eps), h


@mistake(
    ko="손실이 줄어들려면 기울기와 같은 쪽으로 가야 할까요, 반대쪽으로 가야 할까요?",
    en="For the loss to fall, is the step with the gradient or against it?",
)
def climbs_instead(w, h, grad, lr=1e-2, eps=1e-8):
    h = h + grad * grad
    return w + lr * grad / (np.sqrt(h) + eps), h


@mistake(
    ko="float32를 넣었는데 float64가 나옵니다. 어디에서 배열의 dtype이 바뀌나요?",
    en="float32 went in and float64 came out. Where does the dtype of an array change?",
)
def double_precision(w, h, grad, lr=1e-2, eps=1e-8):
    w, h, grad = (np.array(each, dtype=float) for each in (w, h, grad))
    h = h + grad * grad
    return w - lr * grad / (np.sqrt(h) + eps), h


@mistake(
    ko="h를 그 자리에서(in place) 바꾸면 부른 쪽의 배열도 바뀝니다.",
    en="Changing h in place changes the caller's array as well.",
)
def sum_changed_in_place(w, h, grad, lr=1e-2, eps=1e-8):
    h += grad * grad
    return w - lr * grad / (np.sqrt(h) + eps), h


@mistake(
    ko="w를 그 자리에서(in place) 바꾸면 부른 쪽의 w도 바뀝니다.",
    en="Changing w in place changes the caller's w as well.",
)
def parameters_changed_in_place(w, h, grad, lr=1e-2, eps=1e-8):
    h = h + grad * grad
    w -= lr * grad / (np.sqrt(h) + eps)
    return w, h


@mistake(
    ko="기울기에 w의 일부를 더했습니다(weight decay). 손실에 패널티가 없으면 무엇만 쓰나요?",
    en="A share of w joins the gradient, as in weight decay. Does this loss have a penalty?",
    decay=[1e-4, 1e-2, 0.1],
)
def weight_decay_in_the_gradient(w, h, grad, lr=1e-2, eps=1e-8, *, decay):
    grad = grad + decay * w
    h = h + grad * grad
    return w - lr * grad / (np.sqrt(h) + eps), h


@mistake(
    ko="기울기를 잘라서 썼습니다(clipping). 큰 기울기도 h에 그대로 쌓여야 하지 않나요?",
    en="The gradient is clipped. Should a large one not reach h as it is?",
    bound=[0.5, 1],
)
def gradient_clipped(w, h, grad, lr=1e-2, eps=1e-8, *, bound):
    grad = np.clip(grad, -bound, bound)
    h = h + grad * grad
    return w - lr * grad / (np.sqrt(h) + eps), h


@mistake(
    ko="다음 걸음에 넘기는 것은 제곱의 합인가요, 그 제곱근인가요?",
    en="What does the next step need: the sum of the squares, or its root?",
)
def root_of_the_sum_returned(w, h, grad, lr=1e-2, eps=1e-8):
    h = np.sqrt(h + grad * grad)
    return w - lr * grad / (h + eps), h


@mistake(
    ko="w와 함께 돌려줄 것은 지금의 학습률인가요, 쌓인 합인가요?",
    en="What comes back beside w: the rate of this step, or the sum so far?",
)
def rate_returned_in_place_of_the_sum(w, h, grad, lr=1e-2, eps=1e-8):
    rate = lr / (np.sqrt(h + grad * grad) + eps)
    return w - rate * grad, rate


@mistake(
    ko="h는 0에서 시작합니다. 첫 걸음에서 다른 수를 더해 두지 않았나요?",
    en="h starts at zero. Is some other number put into it at the first step?",
    start=[0.1, 1.0],
)
def sum_started_above_zero(w, h, grad, lr=1e-2, eps=1e-8, *, start):
    if not np.any(h):
        h = h + start
    h = h + grad * grad
    return w - lr * grad / (np.sqrt(h) + eps), h


@mistake(
    ko="h가 가장 큰 제곱만 기억합니다. AdaGrad는 지난 제곱을 어떻게 모으나요?",
    en="h remembers the largest square alone. How does AdaGrad gather those of the past?",
)
def largest_square_kept(w, h, grad, lr=1e-2, eps=1e-8):
    h = np.maximum(h, grad * grad)
    return w - lr * grad / (np.sqrt(h) + eps), h


@mistake(
    ko="모든 파라미터의 제곱을 평균해 더했습니다. AdaGrad는 파라미터마다 따로 정합니다.",
    en="The squares of all parameters are averaged. Whose rate does AdaGrad set?",
)
def mean_square_for_all(w, h, grad, lr=1e-2, eps=1e-8):
    h = h + np.mean(np.square(grad))
    return w - lr * grad / (np.sqrt(h) + eps), h


@mistake(
    ko="크기를 그대로 더해 나누었습니다. 제곱을 더하고 제곱근을 구하는 것과 같은 수인가요?",
    en="The sizes themselves are summed. Is that the same as the root of a sum of squares?",
)
def sizes_summed(w, h, grad, lr=1e-2, eps=1e-8):
    h = h + np.abs(grad)
    return w - lr * grad / (h + eps), h


@mistake(
    ko="걸음마다 w가 조금씩 줄어듭니다. 기울기가 0일 때 w는 움직여야 하나요?",
    en="w shrinks a little at each step. Should it, where there is no gradient?",
    decay=[1e-2, 0.1],
)
def decoupled_weight_decay(w, h, grad, lr=1e-2, eps=1e-8, *, decay):
    h = h + grad * grad
    return w - lr * decay * w - lr * grad / (np.sqrt(h) + eps), h


@mistake(
    ko="기울기를 길이 1로 맞추었습니다. 여기서 나누는 것은 무엇의 제곱근인가요?",
    en="The gradient is made one unit long first. Of what is the root that divides here?",
)
def gradient_normalised(w, h, grad, lr=1e-2, eps=1e-8):
    length = np.sqrt(np.sum(np.square(grad)))
    grad = grad / np.where(length > 0, length, 1)
    h = h + grad * grad
    return w - lr * grad / (np.sqrt(h) + eps), h


@mistake(
    ko="h에 학습률을 곱한 기울기가 쌓입니다. h에 더하는 것은 무엇의 제곱인가요?",
    en="What piles up in h has the learning rate in it. Of what is the square added?",
)
def steps_summed_in_place_of_gradients(w, h, grad, lr=1e-2, eps=1e-8):
    step = lr * grad
    h = h + step * step
    return w - step / (np.sqrt(h) + eps), h


@mistake(
    ko="걸음에 기울기의 부호만 남았습니다. 나누어지는 것은 무엇인가요?",
    en="Only the sign of the gradient is left in the step. What is it that is divided?",
)
def sign_of_the_gradient(w, h, grad, lr=1e-2, eps=1e-8):
    h = h + grad * grad
    return w - lr * np.sign(grad) / (np.sqrt(h) + eps), h
