import numpy as np

from autograder import mistake


@mistake(
    ko="노이즈는 기울기에 있습니다. 학습률을 반으로 줄이면 노이즈의 영향도 반이 되나요?",
    en="The noise is in the gradient. Does its effect halve when the learning rate does?",
)
def noise_added_to_the_position(grad, w0, lr, noise):
    w = w0
    path = [w]
    for error in noise:
        w = w - lr * grad(w) + error
        path.append(w)
    return np.array(path)


@mistake(
    ko="노이즈의 부호를 확인하세요. 기울기에서 빼는 것이 아니라 기울기에 더합니다.",
    en="Check the sign of the noise: it is added to the gradient, not taken from it.",
)
def noise_subtracted(grad, w0, lr, noise):
    w = w0
    path = [w]
    for error in noise:
        w = w - lr * (grad(w) - error)
        path.append(w)
    return np.array(path)


@mistake(
    ko="기울기는 어디에서 구하나요? 흔들린 위치가 아니라 지금의 위치입니다.",
    en="Where is the gradient taken? At the present position, not at a shaken one.",
)
def gradient_at_a_shaken_position(grad, w0, lr, noise):
    w = w0
    path = [w]
    for error in noise:
        w = w - lr * grad(w + error)
        path.append(w)
    return np.array(path)


@mistake(
    ko="걸음마다 노이즈가 따로 있습니다. 늘 같은 것을 쓰고 있지 않나요?",
    en="Each step has noise of its own. Is it the same one every time?",
)
def first_noise_in_every_step(grad, w0, lr, noise):
    w = w0
    path = [w]
    for _ in noise:
        w = w - lr * (grad(w) + noise[0])
        path.append(w)
    return np.array(path)


@mistake(
    ko="노이즈가 걸음 수를 세는 데에만 쓰였습니다.",
    en="The noise is only used to count the steps.",
)
def noise_left_out(grad, w0, lr, noise):
    w = w0
    path = [w]
    for _ in noise:
        w = w - lr * grad(w)
        path.append(w)
    return np.array(path)


@mistake(
    ko="위치가 바뀌면 기울기도 바뀝니다. 기울기를 몇 번 구했나요?",
    en="The gradient changes with the position. How often was it taken?",
)
def gradient_of_the_start(grad, w0, lr, noise):
    w = w0
    slope = grad(w0)
    path = [w]
    for error in noise:
        w = w - lr * (slope + error)
        path.append(w)
    return np.array(path)


@mistake(
    ko="기울기는 오르막을 가리킵니다. 어느 쪽으로 걷고 있나요?",
    en="The gradient points uphill. Which way does the walk go?",
)
def climbs_instead(grad, w0, lr, noise):
    w = w0
    path = [w]
    for error in noise:
        w = w + lr * (grad(w) + error)
        path.append(w)
    return np.array(path)


@mistake(
    ko="경로는 시작점부터 적습니다. 걸음보다 위치가 하나 더 많습니다.",
    en="A path begins where one starts: it has one more position than steps.",
)
def start_left_out(grad, w0, lr, noise):
    w = w0
    path = []
    for error in noise:
        w = w - lr * (grad(w) + error)
        path.append(w)
    return np.array(path).reshape(np.shape(noise))


@mistake(
    ko="경로의 모든 위치가 마지막 위치와 같습니다. 리스트에 같은 배열을 여러 번 넣지 않았나요?",
    en="Every position is the last one. Is it the same array that was put into the list each time?",
)
def same_array_in_every_row(grad, w0, lr, noise):
    w = np.array(w0)
    path = [w]
    for error in noise:
        w -= lr * (grad(w) + error)
        path.append(w)
    return np.array(path)


@mistake(
    ko="w = w0은 복사하지 않습니다. -=는 w0과 이미 담은 위치까지 모두 바꿉니다.",
    en="w = w0 makes no copy. What -= changes is w0 itself, and every position that was kept.",
)
def one_array_with_the_start(grad, w0, lr, noise):
    w = w0
    path = [w]
    for error in noise:
        w -= lr * (grad(w) + error)
        path.append(w)
    return np.array(path)


@mistake(
    ko="다 걷고 나면 w0은 어디에 있나요? 같은 시작점에서 다시 걸을 수 있어야 합니다.",
    en="Where is w0 after the walk? One has to be able to start from it again.",
)
def start_changed_in_place(grad, w0, lr, noise):
    w = w0
    path = [np.copy(w)]
    for error in noise:
        w -= lr * (grad(w) + error)
        path.append(np.copy(w))
    return np.array(path)


@mistake(
    ko="grad가 돌려준 배열은 누구의 것인가요? 거기에 더하면 지형이 바뀔 수 있습니다.",
    en="Whose array is it that grad returns? Adding to it may change the landscape.",
)
def noise_written_into_the_gradient(grad, w0, lr, noise):
    w = w0
    path = [w]
    for error in noise:
        slope = grad(w)
        slope += error
        w = w - lr * slope
        path.append(w)
    return np.array(path)


@mistake(
    ko="float32를 받으면 float32를 돌려줍니다. 경로를 담을 배열의 dtype은 무엇인가요?",
    en="float32 in, float32 out: of which dtype is the array that holds the path?",
)
def result_in_double_precision(grad, w0, lr, noise):
    path = np.zeros((len(noise) + 1, *np.shape(w0)))
    path[0] = w = w0
    for k, error in enumerate(noise):
        w = w - lr * (grad(w) + error)
        path[k + 1] = w
    return path


@mistake(
    ko="노이즈에 학습률의 제곱근이 곱해집니다(Langevin). 노이즈가 들어가는 곳은 어디인가요?",
    en="The noise is scaled by a root of the rate, as in Langevin dynamics. Into what does it go?",
    factor=[1, 2],
)
def noise_by_the_root_of_the_rate(grad, w0, lr, noise, *, factor):
    w = w0
    path = [w]
    for error in noise:
        w = w - lr * grad(w) + (factor * lr) ** 0.5 * error
        path.append(w)
    return np.array(path)


@mistake(
    ko="노이즈가 걸음마다 쌓입니다. 한 걸음에는 그 걸음의 노이즈만 더합니다.",
    en="The noise adds up from step to step. Which noise belongs to a step?",
)
def noise_adds_up(grad, w0, lr, noise):
    w, total = w0, 0.0 * w0
    path = [w]
    for error in noise:
        total = total + error
        w = w - lr * (grad(w) + total)
        path.append(w)
    return np.array(path)


@mistake(
    ko="노이즈가 기울기에 곱해집니다. 기울기가 0인 곳에서는 노이즈도 사라지나요?",
    en="The noise multiplies the gradient. Is there none where the gradient is 0?",
)
def noise_in_proportion_to_the_gradient(grad, w0, lr, noise):
    w = w0
    path = [w]
    for error in noise:
        w = w - lr * grad(w) * (1 + error)
        path.append(w)
    return np.array(path)


@mistake(
    ko="걸음이 갈수록 학습률이 작아집니다. 여기서 lr은 변하지 않습니다.",
    en="The rate gets smaller from step to step. Here lr stays what it is.",
)
def rate_falls_with_the_steps(grad, w0, lr, noise):
    w = w0
    path = [w]
    for k, error in enumerate(noise):
        w = w - lr / (1 + k) * (grad(w) + error)
        path.append(w)
    return np.array(path)


@mistake(
    ko="걸음이 갈수록 노이즈가 약해집니다(annealing). 주어진 노이즈를 그대로 더합니다.",
    en="The noise fades from step to step, as in annealing. Is it to be added as it is?",
)
def noise_fades(grad, w0, lr, noise):
    w = w0
    path = [w]
    for k, error in enumerate(noise):
        w = w - lr * (grad(w) + error / (1 + k))
        path.append(w)
    return np.array(path)


@mistake(
    ko="노이즈가 한 걸음 늦게 들어갑니다. 첫 걸음에도 노이즈가 있습니다.",
    en="The noise comes one step late. Does the first step have none?",
)
def noise_one_step_late(grad, w0, lr, noise):
    w = w0
    path = [w]
    for error in [0.0 * w0, *noise[:-1]][: len(noise)]:
        w = w - lr * (grad(w) + error)
        path.append(w)
    return np.array(path)


@mistake(
    ko="지난 걸음이 다음 걸음에 남습니다(모멘텀). 한 걸음은 무엇으로 이루어지나요?",
    en="Earlier steps live on in the next one: momentum. What alone makes a step here?",
    beta=[0.5, 0.9],
)
def with_momentum(grad, w0, lr, noise, *, beta):
    w, v = w0, 0.0 * w0
    path = [w]
    for error in noise:
        v = beta * v - lr * (grad(w) + error)
        w = w + v
        path.append(w)
    return np.array(path)


@mistake(
    ko="노이즈를 학습률 없이 뺐습니다. 학습률을 반으로 줄이면 노이즈의 영향도 반이 되나요?",
    en="The noise comes off the position without the rate. Does it halve when the rate does?",
)
def noise_without_the_rate(grad, w0, lr, noise):
    w = w0
    path = [w]
    for error in noise:
        w = w - lr * grad(w) - error
        path.append(w)
    return np.array(path)


@mistake(
    ko="노이즈를 기록에만 더했습니다. 다음 걸음은 어디에서 시작하나요?",
    en="The noise is in what is recorded alone. From where does the next step start?",
    rate=[True, False],
)
def noise_in_the_record_alone(grad, w0, lr, noise, *, rate):
    w = w0
    path = [w]
    for error in noise:
        w = w - lr * grad(w)
        path.append(w - lr * error if rate else w + error)
    return np.array(path)


@mistake(
    ko="기울기를 잘라서 썼습니다(clipping). 여기서는 노이즈까지 그대로 더합니다.",
    en="The noisy gradient is clipped. Is it to be used as it is?",
    bound=[0.5, 1],
)
def gradient_clipped(grad, w0, lr, noise, *, bound):
    w = w0
    path = [w]
    for error in noise:
        w = w - lr * np.clip(grad(w) + error, -bound, bound)
        path.append(w)
    return np.array(path)


@mistake(
    ko="모든 걸음의 길이가 같습니다. 기울기의 방향만 쓰고 있지 않나요?",
    en="All steps have one length. Is only the direction of the gradient used?",
    signs=[False, True],
)
def steps_of_one_length(grad, w0, lr, noise, *, signs):
    w = w0
    path = [w]
    for error in noise:
        slope = grad(w) + error
        w = w - lr * (np.sign(slope) if signs else slope / np.sqrt(np.sum(slope * slope)))
        path.append(w)
    return np.array(path)


@mistake(
    ko="마지막 위치 하나만 돌려주었습니다. 경로의 다른 점들은 어디에 있나요?",
    en="Only the last position comes back. Where is the rest of the path?",
)
def last_position_alone(grad, w0, lr, noise):
    w = np.asarray(w0)
    for error in noise:
        w = w - lr * (grad(w) + error)
    return w


@mistake(
    ko="노이즈의 순서가 다릅니다. noise[k]는 몇 번째 걸음의 것인가요?",
    en="The noise comes in another order. To which step does noise[k] belong?",
    order=["reversed", "delayed"],
)
def noise_in_another_order(grad, w0, lr, noise, *, order):
    w = w0
    path = [w]
    for error in noise[::-1] if order == "reversed" else np.roll(noise, 1, axis=0):
        w = w - lr * (grad(w) + error)
        path.append(w)
    return np.array(path)


@mistake(
    ko="한 걸음의 노이즈를 수 하나로 뭉쳤습니다. 좌표마다 노이즈가 따로 있지 않나요?",
    en="The noise of a step is made one number. Has each coordinate not its own?",
)
def noise_averaged_over_the_coordinates(grad, w0, lr, noise):
    w = w0
    path = [w]
    for error in noise:
        w = w - lr * (grad(w) + np.mean(error))
        path.append(w)
    return np.array(path)


@mistake(
    ko="위치를 먼저 흔들고 거기에서 걸었습니다. 노이즈는 위치가 아니라 기울기에 있습니다.",
    en="The position is shaken first, and the step starts there. Where is the noise to be?",
    rate=[False, True],
)
def position_shaken_before_the_step(grad, w0, lr, noise, *, rate):
    w = w0
    path = [w]
    for error in noise:
        w = w - lr * error if rate else w + error
        w = w - lr * grad(w)
        path.append(w)
    return np.array(path)


@mistake(
    ko="걸음마다 학습률에 1보다 작은 수를 곱합니다. 여기서 lr은 변하지 않습니다.",
    en="The rate is multiplied by less than 1 after each step. Here lr stays what it is.",
    gamma=[0.9, 0.95, 0.99],
)
def rate_shrinks_by_a_factor(grad, w0, lr, noise, *, gamma):
    w = w0
    path = [w]
    for k, error in enumerate(noise):
        w = w - lr * gamma**k * (grad(w) + error)
        path.append(w)
    return np.array(path)


@mistake(
    ko="걸음 수의 제곱근으로 학습률을 나누었습니다. 여기서 lr은 변하지 않습니다.",
    en="The rate is divided by the root of the number of steps. Here lr stays what it is.",
)
def rate_falls_with_the_root_of_the_steps(grad, w0, lr, noise):
    w = w0
    path = [w]
    for k, error in enumerate(noise):
        w = w - lr / (1 + k) ** 0.5 * (grad(w) + error)
        path.append(w)
    return np.array(path)


@mistake(
    ko="위치가 아니라 기울기를 기록했습니다. 경로에는 무엇이 놓이나요?",
    en="It is the gradients that are recorded. What does a path consist of?",
)
def gradients_recorded(grad, w0, lr, noise):
    w = w0
    path = []
    for error in noise:
        slope = grad(w) + error
        w = w - lr * slope
        path.append(slope)
    return np.array(path).reshape(np.shape(noise))


@mistake(
    ko="노이즈에 학습률이 두 번 곱해집니다. 괄호 안에서는 무엇을 더하나요?",
    en="The noise is multiplied by the rate two times. What is added within the brackets?",
)
def rate_on_the_noise_twice(grad, w0, lr, noise):
    w = w0
    path = [w]
    for error in noise:
        w = w - lr * (grad(w) + lr * error)
        path.append(w)
    return np.array(path)


@mistake(
    ko="기울기에 w의 일부를 더했습니다(weight decay). 지형의 기울기만 따라가나요?",
    en="A share of w joins the gradient: weight decay. Is it the landscape alone that pulls?",
    decay=[1e-2, 0.1],
)
def weights_decay_as_well(grad, w0, lr, noise, *, decay):
    w = w0
    path = [w]
    for error in noise:
        w = w - lr * (grad(w) + error + decay * w)
        path.append(w)
    return np.array(path)


@mistake(
    ko="노이즈가 한 걸음 어긋나 있습니다. noise[k]는 몇 번째 걸음의 것인가요?",
    en="The noise is off by one step. To which step does noise[k] belong?",
)
def noise_of_the_next_step(grad, w0, lr, noise):
    path = [np.asarray(w0)]
    for k in range(len(noise)):
        path.append(path[-1] - lr * (grad(path[-1]) + noise[(k + 1) % len(noise)]))
    return np.array(path, dtype=noise.dtype)
