import numpy as np

from autograder import mistake


def _average(h, grad, beta):
    return beta * h + (1 - beta) * grad * grad


@mistake(
    ko="eps가 제곱근 안에 있습니다. 여기서는 제곱근을 구한 다음에 더합니다.",
    en="eps stands under the root. Here it is added after the root is taken.",
)
def epsilon_under_the_root(w, h, grad, lr=1e-2, beta=0.9, eps=1e-8):
    h = _average(h, grad, beta)
    return w - lr * grad / np.sqrt(h + eps), h


@mistake(
    ko="기울기가 계속 0이었던 파라미터에서는 무엇을 무엇으로 나누게 되나요?",
    en="For a parameter whose gradient has always been zero, what is divided by what?",
)
def epsilon_left_out(w, h, grad, lr=1e-2, beta=0.9, eps=1e-8):
    h = _average(h, grad, beta)
    with np.errstate(all="ignore"):
        return w - np.divide(lr * grad, np.sqrt(h)), h


@mistake(
    ko="h는 기울기의 무엇의 이동평균인가요? 제곱근을 씌우면 기울기와 단위가 같아야 합니다.",
    en="What of the gradient does h average? Its root has to have the unit of a gradient.",
)
def gradient_not_squared(w, h, grad, lr=1e-2, beta=0.9, eps=1e-8):
    h = beta * h + (1 - beta) * np.abs(grad)
    return w - lr * grad / (np.sqrt(h) + eps), h


@mistake(
    ko="h는 제곱의 평균입니다. 기울기와 같은 단위가 되려면 무엇을 더 해야 하나요?",
    en="h is an average of squares. What brings it back to the unit of a gradient?",
)
def root_left_out(w, h, grad, lr=1e-2, beta=0.9, eps=1e-8):
    h = _average(h, grad, beta)
    return w - lr * grad / (h + eps), h


@mistake(
    ko="beta와 1 - beta가 서로 바뀌었습니다. 누적된 값과 최신 기울기 가운데 어느 쪽이 beta인가요?",
    en="beta and 1 - beta have changed places. Which of the past and the newest has beta?",
)
def weights_swapped(w, h, grad, lr=1e-2, beta=0.9, eps=1e-8):
    h = _average(h, grad, 1 - beta)
    return w - lr * grad / (np.sqrt(h) + eps), h


@mistake(
    ko="h가 계속 쌓이기만 합니다(AdaGrad). RMSprop에서는 오래된 기울기의 비중이 줄어듭니다.",
    en="h only ever grows, as in AdaGrad. In RMSprop old gradients fade.",
)
def sum_instead_of_average(w, h, grad, lr=1e-2, beta=0.9, eps=1e-8):
    h = h + grad * grad
    return w - lr * grad / (np.sqrt(h) + eps), h


@mistake(
    ko="두 비중을 더하면 1이어야 평균입니다. 최신 기울기의 비중은 얼마인가요?",
    en="In an average the two weights add up to one. How much does the newest gradient weigh?",
)
def newest_not_weighted(w, h, grad, lr=1e-2, beta=0.9, eps=1e-8):
    h = beta * h + grad * grad
    return w - lr * grad / (np.sqrt(h) + eps), h


@mistake(
    ko="w를 갱신하기 전에 h에 이번 기울기가 들어가 있어야 합니다.",
    en="This step's gradient has to be in h before w is updated.",
)
def old_average_used(w, h, grad, lr=1e-2, beta=0.9, eps=1e-8):
    return w - lr * grad / (np.sqrt(h) + eps), _average(h, grad, beta)


@mistake(
    ko="모든 파라미터의 학습률이 같아졌습니다. 파라미터마다 자기 기울기의 평균을 씁니다.",
    en="All parameters get one rate. Each has the average of its own gradient.",
    summed=[False, True],
)
def one_rate_for_all(w, h, grad, lr=1e-2, beta=0.9, eps=1e-8, *, summed):
    squares = np.square(grad)
    h = beta * h + (1 - beta) * (np.sum(squares) if summed else np.mean(squares))
    return w - lr * grad / (np.sqrt(h) + eps), h


@mistake(
    ko="손실이 줄어들려면 기울기와 같은 쪽으로 가야 할까요, 반대쪽으로 가야 할까요?",
    en="For the loss to fall, is the step with the gradient or against it?",
)
def climbs_instead(w, h, grad, lr=1e-2, beta=0.9, eps=1e-8):
    h = _average(h, grad, beta)
    return w + lr * grad / (np.sqrt(h) + eps), h


@mistake(
    ko="float32를 넣었는데 float64가 나옵니다. 어디에서 배열의 dtype이 바뀌나요?",
    en="float32 went in and float64 came out. Where does the dtype of an array change?",
)
def double_precision(w, h, grad, lr=1e-2, beta=0.9, eps=1e-8):
    w, h, grad = (np.array(each, dtype=float) for each in (w, h, grad))
    h = _average(h, grad, beta)
    return w - lr * grad / (np.sqrt(h) + eps), h


@mistake(
    ko="h를 그 자리에서(in place) 바꾸면 부른 쪽의 배열도 바뀝니다.",
    en="Changing h in place changes the caller's array as well.",
)
def average_changed_in_place(w, h, grad, lr=1e-2, beta=0.9, eps=1e-8):
    h *= beta
    h += (1 - beta) * grad * grad
    return w - lr * grad / (np.sqrt(h) + eps), h


@mistake(
    ko="w를 그 자리에서(in place) 바꾸면 부른 쪽의 w도 바뀝니다.",
    en="Changing w in place changes the caller's w as well.",
)
def parameters_changed_in_place(w, h, grad, lr=1e-2, beta=0.9, eps=1e-8):
    h = _average(h, grad, beta)
    w -= lr * grad / (np.sqrt(h) + eps)
    return w, h


@mistake(
    ko="기울기 평균의 제곱을 뺐습니다(centered). 분산이 아니라 무엇의 제곱근으로 나누나요?",
    en="The square of a mean gradient is taken off, as in the centred form. Is a variance meant?",
)
def centred(w, h, grad, lr=1e-2, beta=0.9, eps=1e-8):
    h = _average(h, grad, beta)
    mean = (1 - beta) * grad
    return w - lr * grad / (np.sqrt(h - mean * mean) + eps), h


@mistake(
    ko="Adam처럼 h를 보정했습니다. RMSprop의 h는 보정하나요?",
    en="h is corrected, as in Adam. Does RMSprop correct its average?",
)
def corrected_as_in_adam(w, h, grad, lr=1e-2, beta=0.9, eps=1e-8):
    h = _average(h, grad, beta)
    return w - lr * grad / (np.sqrt(h / (1 - beta)) + eps), h


@mistake(
    ko="첫 걸음의 h가 기울기의 제곱 그대로입니다. 평균은 어디에서 시작하나요?",
    en="At the first step h is the whole squared gradient. Where does the average start?",
)
def average_started_at_the_first_square(w, h, grad, lr=1e-2, beta=0.9, eps=1e-8):
    h = _average(h, grad, beta) if np.any(h) else grad * grad
    return w - lr * grad / (np.sqrt(h) + eps), h


@mistake(
    ko="다음 걸음에 넘기는 것은 제곱의 평균인가요, 그 제곱근인가요?",
    en="What does the next step need: the average of the squares, or its root?",
)
def root_of_the_average_returned(w, h, grad, lr=1e-2, beta=0.9, eps=1e-8):
    h = np.sqrt(_average(h, grad, beta))
    return w - lr * grad / (h + eps), h


@mistake(
    ko="기울기에 w의 일부를 더했습니다(weight decay). 손실에 패널티가 없으면 무엇만 쓰나요?",
    en="A share of w joins the gradient, as in weight decay. Does this loss have a penalty?",
    decay=[1e-4, 1e-2, 0.1],
)
def weight_decay_in_the_gradient(w, h, grad, lr=1e-2, beta=0.9, eps=1e-8, *, decay):
    grad = grad + decay * w
    h = _average(h, grad, beta)
    return w - lr * grad / (np.sqrt(h) + eps), h


@mistake(
    ko="기울기를 잘라서 썼습니다(clipping). 큰 기울기도 h에 그대로 들어가야 하지 않나요?",
    en="The gradient is clipped. Should a large one not reach h as it is?",
    bound=[0.5, 1],
)
def gradient_clipped(w, h, grad, lr=1e-2, beta=0.9, eps=1e-8, *, bound):
    grad = np.clip(grad, -bound, bound)
    h = _average(h, grad, beta)
    return w - lr * grad / (np.sqrt(h) + eps), h


@mistake(
    ko="eps가 h에 쌓이고 있습니다. h에는 무엇의 평균만 들어 있어야 하나요?",
    en="eps gathers in h. Of what alone is h the average?",
)
def epsilon_kept_in_the_average(w, h, grad, lr=1e-2, beta=0.9, eps=1e-8):
    h = _average(h, grad, beta) + eps
    return w - lr * grad / np.sqrt(h), h


@mistake(
    ko="크기를 그대로 평균해 나누었습니다. 제곱의 평균의 제곱근과 같은 수인가요?",
    en="The sizes themselves are averaged. Is that the root of an average of squares?",
)
def sizes_averaged(w, h, grad, lr=1e-2, beta=0.9, eps=1e-8):
    h = beta * h + (1 - beta) * np.abs(grad)
    return w - lr * grad / (h + eps), h


@mistake(
    ko="평균이 1에서 시작합니다. h는 0에서 시작하지 않나요?",
    en="The average starts at one, as in TensorFlow. Where does h start here?",
)
def average_started_at_one(w, h, grad, lr=1e-2, beta=0.9, eps=1e-8):
    h = _average(h if np.any(h) else h + 1, grad, beta)
    return w - lr * grad / (np.sqrt(h) + eps), h


@mistake(
    ko="h가 줄어들지 못합니다. 기울기가 작아지면 h도 작아져야 하지 않나요?",
    en="h can never fall. Should it not, once the gradients get smaller?",
)
def largest_average_kept(w, h, grad, lr=1e-2, beta=0.9, eps=1e-8):
    h = np.maximum(h, _average(h, grad, beta))
    return w - lr * grad / (np.sqrt(h) + eps), h


@mistake(
    ko="걸음마다 w가 조금씩 줄어듭니다. 기울기가 0일 때 w는 움직여야 하나요?",
    en="w shrinks a little at each step. Should it, where there is no gradient?",
    decay=[1e-2, 0.1],
)
def decoupled_weight_decay(w, h, grad, lr=1e-2, beta=0.9, eps=1e-8, *, decay):
    h = _average(h, grad, beta)
    return w - lr * decay * w - lr * grad / (np.sqrt(h) + eps), h


@mistake(
    ko="h를 기울기의 이동평균으로 두고 나중에 제곱했습니다. 무엇을 평균하나요?",
    en="The gradient is averaged and the average squared. What is to be averaged?",
)
def squared_after_the_average(w, h, grad, lr=1e-2, beta=0.9, eps=1e-8):
    h = beta * h + (1 - beta) * grad
    return w - lr * grad / (np.sqrt(h * h) + eps), h


@mistake(
    ko="걸음에 기울기의 부호만 남았습니다. 나누어지는 것은 무엇인가요?",
    en="Only the sign of the gradient is left in the step. What is it that is divided?",
)
def sign_of_the_gradient(w, h, grad, lr=1e-2, beta=0.9, eps=1e-8):
    h = _average(h, grad, beta)
    return w - lr * np.sign(grad) / (np.sqrt(h) + eps), h


@mistake(
    ko="h에 학습률을 곱한 기울기가 들어갑니다. h는 무엇의 제곱의 평균인가요?",
    en="What goes into h has the learning rate in it. Of what are the squares averaged?",
)
def steps_averaged_in_place_of_gradients(w, h, grad, lr=1e-2, beta=0.9, eps=1e-8):
    h = _average(h, lr * grad, beta)
    return w - lr * grad / (np.sqrt(h) + eps), h
