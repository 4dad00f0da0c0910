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
)
def gradient_clipped(w, grad, lr):
    return w - lr * np.clip(grad, -1, 1)
