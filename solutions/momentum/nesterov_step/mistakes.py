import numpy as np

from autograder import mistake


@mistake(
    ko="기울기를 지금 있는 곳에서 구했습니다. 그러면 보통의 모멘텀과 같습니다.",
    en="The gradient is taken where w is now. That is ordinary momentum.",
)
def gradient_not_ahead(w, v, grad_fn, lr, beta):
    v = beta * v - lr * grad_fn(w)
    return w + v, v


@mistake(
    ko="얼마나 멀리 미리 가 보나요? 지난 속도 가운데 다음 걸음에 남는 것은 얼마인가요?",
    en="How far ahead is the look? How much of the old velocity is left in the next step?",
)
def looks_ahead_by_the_whole_velocity(w, v, grad_fn, lr, beta):
    v = beta * v - lr * grad_fn(w + v)
    return w + v, v


@mistake(
    ko="미리 가 보는 방향이 반대입니다. 여기서는 w가 v를 더하는 쪽으로 움직입니다.",
    en="The look goes the wrong way. Here w moves by adding v.",
)
def looks_back(w, v, grad_fn, lr, beta):
    v = beta * v - lr * grad_fn(w - beta * v)
    return w + v, v


@mistake(
    ko="기울기 걸음까지 마친 곳을 미리 보았습니다. 가 볼 때는 관성만 씁니다.",
    en="The look goes beyond a gradient step as well. Only inertia carries it ahead.",
)
def looks_ahead_by_a_full_step(w, v, grad_fn, lr, beta):
    full = beta * v - lr * grad_fn(w)
    v = beta * v - lr * grad_fn(w + full)
    return w + v, v


@mistake(
    ko="미리 가 본 것은 기울기를 구하기 위해서입니다. 걸음은 어디에서 시작하나요?",
    en="The look ahead is for the gradient alone. From where does the step start?",
)
def never_comes_back(w, v, grad_fn, lr, beta):
    w = w + beta * v
    v = beta * v - lr * grad_fn(w)
    return w + v, v


@mistake(
    ko="Keras의 형식입니다. 여기서는 미리 가 본 곳이 아니라 실제 위치를 돌려줍니다.",
    en="This is the form of Keras. Here the real position is kept, not the point ahead.",
)
def keeps_the_point_ahead(w, v, grad_fn, lr, beta):
    grad = grad_fn(w)
    v = beta * v - lr * grad
    return w + beta * v - lr * grad, v


@mistake(
    ko="PyTorch의 형식입니다. 여기서는 학습률이 속도 안에 있고 실제 위치를 돌려줍니다.",
    en="This is the form of PyTorch. Here the rate is in the velocity and w is the real position.",
)
def learning_rate_outside_the_velocity(w, v, grad_fn, lr, beta):
    grad = grad_fn(w)
    v = beta * v + grad
    return w - lr * (grad + beta * v), v


@mistake(
    ko="속도의 부호가 반대입니다. 여기서는 v가 내리막을 향하고, w에 더합니다.",
    en="The velocity has the opposite sign. Here v points downhill and is added to w.",
)
def velocity_points_uphill(w, v, grad_fn, lr, beta):
    v = beta * v + lr * grad_fn(w - beta * v)
    return w - v, v


@mistake(
    ko="기울기는 오르막 방향입니다. 속도는 어느 쪽을 향해야 할까요?",
    en="The gradient points uphill. Which way should the velocity push?",
)
def climbs_instead(w, v, grad_fn, lr, beta):
    v = beta * v + lr * grad_fn(w + beta * v)
    return w + v, v


@mistake(
    ko="새 기울기가 (1-β)만큼 작아졌습니다. 속도는 평균이 아니라 쌓인 값입니다.",
    en="The new gradient is made smaller by 1 - beta. The velocity is a pile, not an average.",
)
def new_gradient_damped(w, v, grad_fn, lr, beta):
    v = beta * v - (1 - beta) * lr * grad_fn(w + beta * v)
    return w + v, v


@mistake(
    ko="속도가 줄어들지 않습니다. β는 미리 가 볼 때만 쓰는 것이 아닙니다.",
    en="The velocity never fades. Beta is not for the look ahead alone.",
)
def velocity_never_fades(w, v, grad_fn, lr, beta):
    v = v - lr * grad_fn(w + beta * v)
    return w + v, v


@mistake(
    ko="저장할 것은 두 가지입니다. 다음 걸음은 어떤 속도를 받게 될까요?",
    en="Two things are stored. Which velocity will the next step be given?",
)
def old_velocity_returned(w, v, grad_fn, lr, beta):
    return w + beta * v - lr * grad_fn(w + beta * v), v


@mistake(
    ko="w와 v를 그 자리에서(in place) 바꾸면 부른 쪽의 배열도 바뀝니다.",
    en="Changing w and v in place changes the caller's arrays as well.",
)
def changed_in_place(w, v, grad_fn, lr, beta):
    v *= beta
    v -= lr * grad_fn(w + v)
    w += v
    return w, v


@mistake(
    ko="float32로 받은 것이 float64가 되어 나갑니다. dtype을 정하는 곳이 있나요?",
    en="What came in as float32 leaves as float64. Is a dtype fixed somewhere?",
)
def becomes_float64(w, v, grad_fn, lr, beta):
    kept = beta * np.asarray(v, dtype=float)
    v = kept - lr * grad_fn(w + kept)
    return w + v, v


@mistake(
    ko="돌려주는 순서를 확인하세요. 파라미터가 먼저이고 속도가 다음입니다.",
    en="Look at the order of the results: the parameters first, then the velocity.",
)
def results_swapped(w, v, grad_fn, lr, beta):
    v = beta * v - lr * grad_fn(w + beta * v)
    return v, w + v


@mistake(
    ko="이미 갱신한 속도에 β를 두 번 더 곱했습니다. 그 식의 v는 갱신하기 전의 속도입니다.",
    en="Beta squared is applied to the new velocity. Is v in that formula the old or the new one?",
)
def velocity_already_updated(w, v, grad_fn, lr, beta):
    grad = grad_fn(w)
    v = beta * v - lr * grad
    return w + beta * beta * v - (1 + beta) * lr * grad, v


@mistake(
    ko="속도를 지수 이동평균으로 계산했습니다. 여기서는 새 기울기에 (1-β)를 곱하지 않습니다.",
    en="The velocity is a moving average here. Does the new gradient carry 1 - beta?",
)
def velocity_as_moving_average(w, v, grad_fn, lr, beta):
    v = beta * v + (1 - beta) * grad_fn(w + beta * v)
    return w - lr * v, v


@mistake(
    ko="새 속도로 미리 가 보았습니다. 가 볼 때 쓸 수 있는 것은 어느 속도인가요?",
    en="The look ahead uses a velocity that has this step's gradient. Which one is known before?",
)
def looks_ahead_by_the_new_velocity(w, v, grad_fn, lr, beta):
    new = beta * v - lr * grad_fn(w)
    v = beta * v - lr * grad_fn(w + beta * new)
    return w + v, v


@mistake(
    ko="기울기로 한 걸음, 속도로 또 한 걸음 움직였습니다. 기울기는 속도 안에 이미 있습니다.",
    en="One step by the gradient, and one by the velocity. Is the gradient not in it already?",
)
def gradient_step_on_top(w, v, grad_fn, lr, beta):
    grad = grad_fn(w + beta * v)
    v = beta * v - lr * grad
    return w + v - lr * grad, v


@mistake(
    ko="기울기도 걸음(Keras)도 미리 가 본 곳에서 구합니다. 한 번이면 되지 않나요?",
    en="The gradient is taken ahead, and the step of Keras goes ahead too. Is once not enough?",
)
def ahead_two_times(w, v, grad_fn, lr, beta):
    grad = grad_fn(w + beta * v)
    v = beta * v - lr * grad
    return w + beta * v - lr * grad, v


@mistake(
    ko="학습률이 속도 밖에 있습니다. 미리 가 보는 거리에는 학습률이 어떻게 들어가나요?",
    en="The rate is outside the velocity here. How does it get into what is carried on?",
)
def ahead_with_the_rate_outside(w, v, grad_fn, lr, beta):
    v = beta * v + grad_fn(w - lr * beta * v)
    return w - lr * v, v


@mistake(
    ko="관성 대신 기울기 한 걸음만큼 미리 가 보았습니다. 관성이 데려가는 곳은 어디인가요?",
    en="The look ahead is a plain gradient step. Where will inertia carry it?",
)
def looks_ahead_by_a_gradient_step(w, v, grad_fn, lr, beta):
    v = beta * v - lr * grad_fn(w - lr * grad_fn(w))
    return w + v, v


@mistake(
    ko="학습률이 속도 밖에 있습니다. 미리 가 보는 거리에는 무엇이 들어 있어야 하나요?",
    en="The gradient goes into the velocity without the rate. How far ahead is the look then?",
)
def rate_outside_a_downhill_velocity(w, v, grad_fn, lr, beta):
    v = beta * v - grad_fn(w + beta * v)
    return w + lr * v, v


@mistake(
    ko="두 곳의 기울기를 평균했습니다. 기울기는 어디 한 곳에서 구하나요?",
    en="The gradients of two places are averaged. At which one place is it taken?",
)
def gradients_of_two_places_averaged(w, v, grad_fn, lr, beta):
    v = beta * v - lr * (grad_fn(w) + grad_fn(w + beta * v)) / 2
    return w + v, v


@mistake(
    ko="v에 속도가 아니라 기울기 걸음을 마친 점을 넣었습니다. 다음 걸음은 무엇을 받나요?",
    en="A point is stored in the place of a velocity, as in Nesterov's own form. What is v?",
)
def point_in_place_of_the_velocity(w, v, grad_fn, lr, beta):
    point = w - lr * grad_fn(w)
    return point + beta * (point - v), point


@mistake(
    ko="기울기에 w의 일부를 더했습니다(weight decay). 손실에 패널티가 없으면 무엇만 쓰나요?",
    en="A share of w joins the gradient, as in weight decay. Does this loss have a penalty?",
    decay=[1e-4, 1e-3, 1e-2, 0.1],
)
def weight_decay_in_the_gradient(w, v, grad_fn, lr, beta, *, decay):
    v = beta * v - lr * (grad_fn(w + beta * v) + decay * w)
    return w + v, v


@mistake(
    ko="기울기를 잘라서 썼습니다(clipping). 여기서는 기울기를 그대로 씁니다.",
    en="The gradient is clipped. Here it is used as it is.",
    bound=[0.5, 1],
)
def gradient_clipped(w, v, grad_fn, lr, beta, *, bound):
    v = beta * v - lr * np.clip(grad_fn(w + beta * v), -bound, bound)
    return w + v, v


@mistake(
    ko="미리 가 본 만큼을 속도에 남기지 않았습니다. 새 속도에는 지난 속도가 얼마나 남나요?",
    en="The look ahead is not in what is carried on. How much of the old velocity is to stay?",
)
def velocity_of_the_gradient_alone(w, v, grad_fn, lr, beta):
    ahead = w + beta * v
    v = -lr * grad_fn(ahead)
    return ahead + v, v


@mistake(
    ko="학습률이 두 번 곱해졌습니다. 속도 안에 이미 들어 있습니다.",
    en="The learning rate is applied twice. Is it not in the velocity already?",
)
def learning_rate_twice(w, v, grad_fn, lr, beta):
    v = beta * v - lr * grad_fn(w + beta * v)
    return w + lr * v, v
