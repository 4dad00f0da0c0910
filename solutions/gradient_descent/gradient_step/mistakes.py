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
)
def gradient_normalised(w, grad, lr):
    return w - lr * grad / np.sqrt(np.sum(grad * grad))


@mistake(
    ko="큰 기울기가 중간에 잘립니다(clipping). 여기서는 기울기를 그대로 씁니다.",
    en="Large gradients are cut off on the way. Here the gradient is used as it is.",
    bound=[0.5, 1],
)
def gradient_clipped(w, grad, lr, *, bound):
    return w - lr * np.clip(grad, -bound, bound)


@mistake(
    ko="기울기의 부호만 남았습니다. 완만한 곳과 가파른 곳에서 걸음의 크기가 같아도 되나요?",
    en="Only the signs of the gradient are left. Are flat and steep places to have equal steps?",
)
def signs_of_the_gradient(w, grad, lr):
    return w - lr * np.sign(grad)


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
    decay=[1e-2, 1e-1],
)
def weights_decay_as_well(w, grad, lr, *, decay):
    return w - lr * (grad + decay * w)


@mistake(
    ko="w가 클수록 걸음도 커집니다. w가 0이면 영영 움직이지 못하지 않나요?",
    en="The step is a part of w itself. Would a parameter at 0 ever move?",
)
def step_in_proportion_to_w(w, grad, lr):
    return w * (1 - lr * grad)
