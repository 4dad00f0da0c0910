import numpy as np

from autograder import mistake


@mistake(
    ko="기울기는 함수가 가장 빨리 커지는 쪽을 가리킵니다. 우리는 어느 쪽으로 가야 할까요?",
    en="The gradient points to where the function grows fastest. Which way do we want to go?",
)
def climbs_instead(w, grad, lr):
    return w + lr * grad


@mistake(
    ko="학습률이 두 배가 되면 걸음도 두 배가 되나요?",
    en="If the learning rate doubles, does the step double too?",
)
def rate_left_out(w, grad, lr):
    return w - grad


@mistake(
    ko="걸음 자체가 아니라 걸음을 옮긴 다음의 위치를 돌려줍니다.",
    en="Not the step itself is asked for, but where one stands after it.",
)
def step_instead_of_position(w, grad, lr):
    return -lr * grad


@mistake(
    ko="w를 그 자리에서(in place) 바꾸면 부른 쪽의 배열도 바뀝니다.",
    en="Changing w in place changes the caller's array as well.",
)
def changed_in_place(w, grad, lr):
    w -= lr * grad
    return w


@mistake(
    ko="float32를 받으면 float32를 돌려줍니다. 어디에서 float64가 되었나요?",
    en="float32 in, float32 out: where did it become float64?",
)
def result_in_double_precision(w, grad, lr):
    return np.array(w, dtype=float) - lr * np.array(grad, dtype=float)


@mistake(
    ko="기울기가 가파를수록 걸음도 커야 합니다. 기울기의 방향만 쓰고 있지 않나요?",
    en="The steeper the slope, the larger the step. Is only the direction of the gradient used?",
    eps=[0, 1e-8],
)
def gradient_normalised(w, grad, lr, *, eps):
    return w - lr * grad / (np.sqrt(np.sum(grad * grad)) + eps)


@mistake(
    ko="기울기를 자기 자신의 크기로 나누었습니다. 기울기가 두 배가 되면 걸음은 어떻게 되나요?",
    en="The gradient is divided by its own size. What should a doubled gradient do to the step?",
    size=["sum", "largest"],
)
def divided_by_its_own_size(w, grad, lr, *, size):
    sizes = np.abs(grad)
    return w - lr * grad / (np.sum(sizes) if size == "sum" else np.max(sizes))


@mistake(
    ko="큰 기울기가 중간에 잘립니다(clipping). 여기서는 기울기를 그대로 씁니다.",
    en="Large gradients are cut off on the way. Here the gradient is used as it is.",
    bound=[0.5, 1, 2],
)
def gradient_clipped(w, grad, lr, *, bound):
    return w - lr * np.clip(grad, -bound, bound)


@mistake(
    ko="기울기의 부호만 남았습니다. 완만한 곳과 가파른 곳에서 걸음의 크기가 같아도 되나요?",
    en="Only the signs of the gradient are left. Are flat and steep places to have equal steps?",
    eps=[0, 1e-8, 1e-7],
)
def signs_of_the_gradient(w, grad, lr, *, eps):
    size = np.abs(grad)
    return w - lr * np.where(size > 0, grad / np.where(size > 0, size + eps, 1), 0)


@mistake(
    ko="모든 파라미터가 똑같은 만큼 움직입니다. 기울기를 하나로 뭉치지 않았나요?",
    en="All parameters move by the same amount. Has the gradient been made one number?",
)
def one_step_for_all(w, grad, lr):
    return w - lr * np.mean(grad)


@mistake(
    ko="걸음을 무엇의 개수로 나누었나요? 파라미터가 많다고 걸음이 짧아지지는 않습니다.",
    en="By the number of what is the step divided? More parameters make no step shorter.",
)
def divided_by_the_size(w, grad, lr):
    return w - lr * grad / np.size(w)


@mistake(
    ko="기울기 말고도 w를 0으로 당기는 것(weight decay)이 있습니다. 여기서는 기울기만 따라갑니다.",
    en="Besides the gradient, something pulls w towards 0: weight decay. Is it asked for here?",
    decay=[1e-4, 5e-4, 1e-3, 1e-2, 1e-1],
)
def weights_decay_as_well(w, grad, lr, *, decay):
    return w - lr * (grad + decay * w)


@mistake(
    ko="w가 클수록 걸음도 커집니다. w가 0이면 영영 움직이지 못하지 않나요?",
    en="The step is a part of w itself. Would a parameter at 0 ever move?",
)
def step_in_proportion_to_w(w, grad, lr):
    return w * (1 - lr * grad)


@mistake(
    ko="기울기의 길이를 어떤 값까지만 허용합니다(clip norm). 여기서는 기울기를 그대로 씁니다.",
    en="The gradient is shortened to a greatest length. Here it is used as it is.",
    bound=[0.5, 1, 2],
)
def norm_clipped(w, grad, lr, *, bound):
    length = np.sqrt(np.sum(np.square(grad)))
    return w - lr * grad * min(1.0, float(bound / length)) if length > 0 else w - lr * grad


@mistake(
    ko="걸음의 길이를 잘랐습니다. 학습률이 커지면 걸음도 그만큼 길어지나요?",
    en="The step itself is clipped. Does it still get longer with the learning rate?",
    bound=[0.1, 1],
)
def step_clipped(w, grad, lr, *, bound):
    return w - np.clip(lr * grad, -bound, bound)


@mistake(
    ko="걸음마다 w가 조금씩 줄어듭니다. 기울기가 0일 때 w는 움직여야 하나요?",
    en="w shrinks a little at each step. Should it, where there is no gradient?",
    decay=[1e-3, 1e-2, 1e-1],
)
def weights_shrink_on_their_own(w, grad, lr, *, decay):
    return w * (1 - decay) - lr * grad


@mistake(
    ko="학습률로 나누었습니다. 학습률이 두 배가 되면 걸음은 어떻게 되나요?",
    en="It is divided by the learning rate. What should a doubled rate do to the step?",
)
def divided_by_the_rate(w, grad, lr):
    return w - grad / lr


@mistake(
    ko="학습률을 그대로 뺐습니다. 기울기와 학습률은 어떻게 만나나요?",
    en="The rate is taken off by itself. How do gradient and rate meet?",
)
def rate_subtracted(w, grad, lr):
    return w - grad - lr


@mistake(
    ko="기울기의 평균을 뺐습니다. 모든 파라미터가 같은 기울기라면 아무것도 움직이지 않나요?",
    en="The mean is taken off the gradient. Does nothing move where all slopes are alike?",
)
def gradient_centred(w, grad, lr):
    return w - lr * (grad - np.mean(grad))
