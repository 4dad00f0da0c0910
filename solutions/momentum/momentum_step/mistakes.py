import numpy as np

from autograder import mistake


@mistake(
    ko="지난 속도가 새 속도에 남아 있나요? 남지 않으면 보통의 경사 하강법입니다.",
    en="Does the old velocity live on in the new one? If not, this is plain gradient descent.",
)
def past_velocity_forgotten(w, v, grad, lr, beta):
    v = -lr * grad
    return w + v, v


@mistake(
    ko="기울기는 오르막 방향입니다. 속도는 어느 쪽을 향해야 할까요?",
    en="The gradient points uphill. Which way should the velocity push?",
)
def climbs_instead(w, v, grad, lr, beta):
    v = beta * v + lr * grad
    return w + v, v


@mistake(
    ko="속도의 부호가 반대입니다. 여기서는 v가 내리막을 향하고, w에 더합니다.",
    en="The velocity has the opposite sign. Here v points downhill and is added to w.",
)
def velocity_points_uphill(w, v, grad, lr, beta):
    v = beta * v + lr * grad
    return w - v, v


@mistake(
    ko="PyTorch의 형식입니다. 여기서는 학습률이 속도 안에 들어갑니다.",
    en="This is the form of PyTorch. Here the learning rate is inside the velocity.",
)
def learning_rate_outside_the_velocity(w, v, grad, lr, beta):
    v = beta * v + grad
    return w - lr * v, v


@mistake(
    ko="지수 이동평균의 형식입니다. 여기서는 새 기울기에 (1-β)를 곱하지 않습니다.",
    en="This is the moving-average form. Here the new gradient carries no factor of 1 - beta.",
)
def velocity_as_moving_average(w, v, grad, lr, beta):
    v = beta * v + (1 - beta) * grad
    return w - lr * v, v


@mistake(
    ko="새 기울기가 (1-β)만큼 작아졌습니다. 속도는 평균이 아니라 쌓인 값입니다.",
    en="The new gradient is made smaller by 1 - beta. The velocity is a pile, not an average.",
)
def new_gradient_damped(w, v, grad, lr, beta):
    v = beta * v - (1 - beta) * lr * grad
    return w + v, v


@mistake(
    ko="학습률이 두 번 곱해졌습니다. 속도 안에 이미 들어 있습니다.",
    en="The learning rate is applied twice. It is in the velocity already.",
)
def learning_rate_twice(w, v, grad, lr, beta):
    v = beta * v - lr * grad
    return w + lr * v, v


@mistake(
    ko="w를 옮길 때 쓴 것은 어느 속도인가요? 속도를 먼저 갱신합니다.",
    en="Which velocity moves w? It is updated first.",
)
def moved_by_the_old_velocity(w, v, grad, lr, beta):
    return w + v, beta * v - lr * grad


@mistake(
    ko="β는 지난 속도에만 곱합니다. 새 기울기도 함께 줄어들지 않았나요?",
    en="Beta belongs to the old velocity alone. Is the new gradient shrunk along with it?",
)
def beta_on_everything(w, v, grad, lr, beta):
    v = beta * (v - lr * grad)
    return w + v, v


@mistake(
    ko="저장할 것은 두 가지입니다. 다음 걸음은 어떤 속도를 받게 될까요?",
    en="Two things are stored. Which velocity will the next step be given?",
)
def old_velocity_returned(w, v, grad, lr, beta):
    return w + beta * v - lr * grad, v


@mistake(
    ko="돌려주는 순서를 확인하세요. 파라미터가 먼저이고 속도가 다음입니다.",
    en="Look at the order of the results: the parameters first, then the velocity.",
)
def results_swapped(w, v, grad, lr, beta):
    v = beta * v - lr * grad
    return v, w + v


@mistake(
    ko="w와 v를 그 자리에서(in place) 바꾸면 부른 쪽의 배열도 바뀝니다.",
    en="Changing w and v in place changes the caller's arrays as well.",
)
def changed_in_place(w, v, grad, lr, beta):
    v *= beta
    v -= lr * grad
    w += v
    return w, v


@mistake(
    ko="float32로 받은 것이 float64가 되어 나갑니다. dtype을 정하는 곳이 있나요?",
    en="What came in as float32 leaves as float64. Is a dtype fixed somewhere?",
)
def becomes_float64(w, v, grad, lr, beta):
    v = beta * np.asarray(v, dtype=float) - lr * np.asarray(grad, dtype=float)
    return w + v, v


@mistake(
    ko="지난 속도가 줄지 않고 그대로 쌓입니다. beta는 어디에 쓰이나요?",
    en="The old velocity piles up and never fades. Where is beta used?",
)
def velocity_never_fades(w, v, grad, lr, beta):
    v = v - lr * grad
    return w + v, v


@mistake(
    ko="학습률이 두 배가 되면 기울기가 미는 힘도 두 배가 되나요?",
    en="If the learning rate doubles, does the push of the gradient double too?",
)
def rate_left_out(w, v, grad, lr, beta):
    v = beta * v - grad
    return w + v, v


@mistake(
    ko="새 속도로 한 걸음 더 내다본 형식(Nesterov)입니다. 여기서 w는 v만큼만 움직입니다.",
    en="This looks ahead with the new velocity, as Nesterov does. By what does w move here?",
)
def nesterov_instead(w, v, grad, lr, beta):
    v = beta * v - lr * grad
    return w + beta * v - lr * grad, v


@mistake(
    ko="기울기로 한 걸음, 속도로 또 한 걸음 움직였습니다. 기울기는 속도 안에 이미 있습니다.",
    en="One step by the gradient, and one by the velocity. Is the gradient not in it already?",
)
def gradient_step_on_top(w, v, grad, lr, beta):
    v = beta * v - lr * grad
    return w + v - lr * grad, v


@mistake(
    ko="β가 클수록 지난 속도가 적게 남습니다. 여기서 남는 몫은 얼마인가요?",
    en="The larger beta, the less of the old velocity is left. How much should be?",
)
def keeps_the_rest_of_beta(w, v, grad, lr, beta):
    v = (1 - beta) * v - lr * grad
    return w + v, v


@mistake(
    ko="기울기의 부호만 속도에 더했습니다. 가파른 곳에서는 어때야 하나요?",
    en="Only the signs of the gradient go into the velocity. What of steep places?",
)
def signs_of_the_gradient(w, v, grad, lr, beta):
    v = beta * v - lr * np.sign(grad)
    return w + v, v


@mistake(
    ko="이미 갱신한 속도에 β를 두 번 더 곱했습니다(Nesterov). 여기서 w는 v만큼만 움직입니다.",
    en="Beta squared is applied to the new velocity, as for Nesterov. By what does w move here?",
)
def nesterov_with_the_updated_velocity(w, v, grad, lr, beta):
    v = beta * v - lr * grad
    return w + beta * beta * v - (1 + beta) * lr * grad, v


@mistake(
    ko="PyTorch의 nesterov=True입니다. 여기에는 미리 보기가 없고, 학습률은 속도 안에 있습니다.",
    en="This is nesterov=True of PyTorch. Is there a look ahead here, and where is the rate?",
)
def nesterov_of_pytorch(w, v, grad, lr, beta):
    v = beta * v + grad
    return w - lr * (grad + beta * v), v


@mistake(
    ko="속도는 내리막을 향하지만 학습률이 밖에 있습니다. 학습률은 어디에 들어가나요?",
    en="The velocity points downhill, with the rate outside. Into what does the rate go?",
    damped=[False, True],
)
def rate_outside_a_downhill_velocity(w, v, grad, lr, beta, *, damped):
    v = beta * v - (1 - beta if damped else 1) * grad
    return w + lr * v, v


@mistake(
    ko="기울기에 w의 일부를 더했습니다(weight decay). 손실에 패널티가 없으면 무엇만 쓰나요?",
    en="A share of w joins the gradient, as in weight decay. Does this loss have a penalty?",
    decay=[1e-4, 5e-4, 1e-3, 1e-2, 0.1],
)
def weight_decay_in_the_gradient(w, v, grad, lr, beta, *, decay):
    v = beta * v - lr * (grad + decay * w)
    return w + v, v


@mistake(
    ko="기울기를 잘라서 썼습니다(clipping). 여기서는 기울기를 그대로 씁니다.",
    en="The gradient is clipped. Here it is used as it is.",
    bound=[0.5, 1],
)
def gradient_clipped(w, v, grad, lr, beta, *, bound):
    v = beta * v - lr * np.clip(grad, -bound, bound)
    return w + v, v


@mistake(
    ko="기울기를 길이 1로 맞추었습니다. 가파른 곳에서는 더 세게 밀어야 하지 않나요?",
    en="The gradient is made one unit long. Should a steep place not push harder?",
)
def gradient_normalised(w, v, grad, lr, beta):
    length = np.sqrt(np.sum(np.square(grad)))
    v = beta * v - lr * grad / np.where(length > 0, length, 1)
    return w + v, v


@mistake(
    ko="속도를 1-β로 나누어 보정했습니다. 속도는 평균이 아니라 쌓인 값입니다.",
    en="The step is corrected as if the velocity were an average. Is anything to be put right?",
)
def corrected_like_an_average(w, v, grad, lr, beta):
    v = beta * v - (1 - beta) * lr * grad
    return w + v / (1 - beta), v


@mistake(
    ko="w는 지난 속도 전부로 움직이고 저장한 것은 그 일부입니다. 지난 속도는 얼마나 남나요?",
    en="All of the old velocity moves w, and a part is stored. How much of it should be left?",
)
def old_velocity_and_gradient(w, v, grad, lr, beta):
    return w + v - lr * grad, beta * v - lr * grad
