import numpy as np

from autograder import mistake


def _moments(m, v, grad, beta1, beta2):
    return beta1 * m + (1 - beta1) * grad, beta2 * v + (1 - beta2) * grad * grad


@mistake(
    ko="m과 v는 0에서 시작합니다. t = 1일 때 m은 기울기와 얼마나 다를까요?",
    en="m and v start at zero. At t = 1, how far is m from the gradient?",
)
def no_bias_correction(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v = _moments(m, v, grad, beta1, beta2)
    return w - lr * m / (np.sqrt(v) + eps), m, v


@mistake(
    ko="편향 보정(bias correction)이 m에만 있습니다. v도 0에서 시작합니다.",
    en="Only m is corrected. v starts at zero too.",
)
def correction_of_m_only(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v = _moments(m, v, grad, beta1, beta2)
    return w - lr * m / (1 - beta1**t) / (np.sqrt(v) + eps), m, v


@mistake(
    ko="보정의 분모가 t에 따라 달라지나요? 걸음이 늘수록 보정은 사라져야 합니다.",
    en="Does the correction change with t? It has to fade as the steps go on.",
)
def correction_without_exponent(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v = _moments(m, v, grad, beta1, beta2)
    return w - lr * (m / (1 - beta1)) / (np.sqrt(v / (1 - beta2)) + eps), m, v


@mistake(
    ko="t는 1부터 셉니다. 이미 1인 t에 다시 1을 더하지 않았나요?",
    en="t counts from 1 already. Is one added to it again?",
)
def step_counted_twice(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v = _moments(m, v, grad, beta1, beta2)
    m_hat, v_hat = m / (1 - beta1 ** (t + 1)), v / (1 - beta2 ** (t + 1))
    return w - lr * m_hat / (np.sqrt(v_hat) + eps), m, v


@mistake(
    ko="eps가 제곱근 안에 있습니다. 여기서는 제곱근을 구한 다음에 더합니다.",
    en="eps stands under the root. Here it is added after the root is taken.",
)
def epsilon_under_the_root(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v = _moments(m, v, grad, beta1, beta2)
    m_hat, v_hat = m / (1 - beta1**t), v / (1 - beta2**t)
    return w - lr * m_hat / np.sqrt(v_hat + eps), m, v


@mistake(
    ko="eps는 보정한 v의 제곱근에 더합니다. 두 보정을 학습률에 모으면 eps의 몫이 달라집니다.",
    en="eps is added to the root of the corrected v. With both corrections in the rate it differs.",
)
def epsilon_beside_the_uncorrected_root(
    w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8
):
    m, v = _moments(m, v, grad, beta1, beta2)
    rate = lr * (1 - beta2**t) ** 0.5 / (1 - beta1**t)
    return w - rate * m / (np.sqrt(v) + eps), m, v


@mistake(
    ko="t = 1인 첫 걸음에서 보정의 분모가 얼마인지 계산해 보세요. t는 이미 1부터 셉니다.",
    en="Work out the denominator of the correction at t = 1. t counts from 1 as it is.",
)
def step_counted_from_zero(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v = _moments(m, v, grad, beta1, beta2)
    with np.errstate(all="ignore"):
        m_hat, v_hat = np.divide(m, 1 - beta1 ** (t - 1)), np.divide(v, 1 - beta2 ** (t - 1))
        return w - lr * m_hat / (np.sqrt(v_hat) + eps), m, v


@mistake(
    ko="beta와 1 - beta가 서로 바뀌었습니다. 과거와 새 기울기 가운데 어느 쪽의 비중이 큰가요?",
    en="beta and 1 - beta have changed places. Which weighs more, the past or the new gradient?",
)
def weights_swapped(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v = _moments(m, v, grad, 1 - beta1, 1 - beta2)
    m_hat, v_hat = m / (1 - beta1**t), v / (1 - beta2**t)
    return w - lr * m_hat / (np.sqrt(v_hat) + eps), m, v


@mistake(
    ko="beta1과 beta2 가운데 어느 것이 m의 것이고 어느 것이 v의 것인가요?",
    en="Which of beta1 and beta2 belongs to m, and which to v?",
)
def betas_swapped(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v = _moments(m, v, grad, beta2, beta1)
    m_hat, v_hat = m / (1 - beta2**t), v / (1 - beta1**t)
    return w - lr * m_hat / (np.sqrt(v_hat) + eps), m, v


@mistake(
    ko="w를 갱신하기 전에 m과 v에 이번 기울기가 들어가 있어야 합니다.",
    en="This step's gradient has to be in m and v before w is updated.",
)
def old_moments_used(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m_hat, v_hat = m / (1 - beta1**t), v / (1 - beta2**t)
    return w - lr * m_hat / (np.sqrt(v_hat) + eps), *_moments(m, v, grad, beta1, beta2)


@mistake(
    ko="보정은 w를 갱신할 때만 씁니다. 돌려줄 m과 v는 어느 쪽일까요?",
    en="The correction is for the update of w alone. Which m and v are carried to the next step?",
)
def corrected_moments_returned(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v = _moments(m, v, grad, beta1, beta2)
    m, v = m / (1 - beta1**t), v / (1 - beta2**t)
    return w - lr * m / (np.sqrt(v) + eps), m, v


@mistake(
    ko="v는 기울기의 무엇의 이동평균인가요? 부호가 남아 있으면 크기가 아닙니다.",
    en="What of the gradient does v average? With its sign it is no size.",
)
def gradient_not_squared(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v = beta1 * m + (1 - beta1) * grad, beta2 * v + (1 - beta2) * np.abs(grad)
    m_hat, v_hat = m / (1 - beta1**t), v / (1 - beta2**t)
    return w - lr * m_hat / (np.sqrt(v_hat) + eps), m, v


@mistake(
    ko="v는 m이 아니라 기울기 자체의 제곱을 평균한 값입니다.",
    en="v averages the square of the gradient itself, not of m.",
)
def squared_moment_averaged(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * m * m
    m_hat, v_hat = m / (1 - beta1**t), v / (1 - beta2**t)
    return w - lr * m_hat / (np.sqrt(v_hat) + eps), m, v


@mistake(
    ko="손실이 줄어들려면 기울기와 같은 쪽으로 가야 할까요, 반대쪽으로 가야 할까요?",
    en="For the loss to fall, is the step with the gradient or against it?",
)
def climbs_instead(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v = _moments(m, v, grad, beta1, beta2)
    m_hat, v_hat = m / (1 - beta1**t), v / (1 - beta2**t)
    return w + lr * m_hat / (np.sqrt(v_hat) + eps), m, v


@mistake(
    ko="float32를 넣었는데 float64가 나옵니다. 어디에서 배열의 dtype이 바뀌나요?",
    en="float32 went in and float64 came out. Where does the dtype of an array change?",
)
def double_precision(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    w, m, v, grad = (np.array(each, dtype=float) for each in (w, m, v, grad))
    m, v = _moments(m, v, grad, beta1, beta2)
    m_hat, v_hat = m / (1 - beta1**t), v / (1 - beta2**t)
    return w - lr * m_hat / (np.sqrt(v_hat) + eps), m, v


@mistake(
    ko="w를 그 자리에서(in place) 바꾸면 부른 쪽의 w도 바뀝니다.",
    en="Changing w in place changes the caller's w as well.",
)
def parameters_changed_in_place(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v = _moments(m, v, grad, beta1, beta2)
    m_hat, v_hat = m / (1 - beta1**t), v / (1 - beta2**t)
    w -= lr * m_hat / (np.sqrt(v_hat) + eps)
    return w, m, v


@mistake(
    ko="m과 v를 그 자리에서(in place) 바꾸면 부른 쪽의 배열도 바뀝니다.",
    en="Changing m and v in place changes the caller's arrays as well.",
)
def moments_changed_in_place(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m *= beta1
    m += (1 - beta1) * grad
    v *= beta2
    v += (1 - beta2) * grad * grad
    m_hat, v_hat = m / (1 - beta1**t), v / (1 - beta2**t)
    return w - lr * m_hat / (np.sqrt(v_hat) + eps), m, v


@mistake(
    ko="v는 기울기 제곱의 평균입니다. 나누기 전에 무엇을 구해야 기울기와 단위가 같아지나요?",
    en="v is a mean of squares. What makes it a size like that of the gradient, before it divides?",
)
def root_left_out(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v = _moments(m, v, grad, beta1, beta2)
    return w - lr * m / (1 - beta1**t) / (v / (1 - beta2**t) + eps), m, v


@mistake(
    ko="새 기울기로 바로 걷습니다. Adam에서 방향을 정하는 것은 무엇의 평균인가요?",
    en="The step takes the new gradient alone. The mean of what gives the direction in Adam?",
)
def gradient_in_place_of_its_mean(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v = _moments(m, v, grad, beta1, beta2)
    return w - lr * grad / (np.sqrt(v / (1 - beta2**t)) + eps), m, v


@mistake(
    ko="기울기에 w의 일부를 더했습니다(weight decay). 손실에 패널티가 없으면 무엇만 쓰나요?",
    en="A share of w joins the gradient, as in weight decay. Does this loss have a penalty?",
    decay=[1e-3, 1e-2, 0.1],
)
def weight_decay_in_the_gradient(
    w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, *, decay
):
    m, v = _moments(m, v, grad + decay * w, beta1, beta2)
    m_hat, v_hat = m / (1 - beta1**t), v / (1 - beta2**t)
    return w - lr * m_hat / (np.sqrt(v_hat) + eps), m, v


@mistake(
    ko="걸음마다 w가 조금씩 줄어듭니다(AdamW). 기울기가 0일 때 w는 움직여야 하나요?",
    en="w shrinks a little at each step, as in AdamW. Should it, where there is no gradient?",
    decay=[1e-2, 0.1],
)
def decoupled_weight_decay(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, *, decay):
    m, v = _moments(m, v, grad, beta1, beta2)
    m_hat, v_hat = m / (1 - beta1**t), v / (1 - beta2**t)
    return w - lr * decay * w - lr * m_hat / (np.sqrt(v_hat) + eps), m, v


@mistake(
    ko="v가 줄어들지 못합니다(AMSGrad). 기울기가 작아지면 v도 작아져야 하지 않나요?",
    en="v can never fall, as in AMSGrad. Should it not, once the gradients get smaller?",
)
def largest_average_kept(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m, new = _moments(m, v, grad, beta1, beta2)
    v = np.maximum(v, new)
    m_hat, v_hat = m / (1 - beta1**t), v / (1 - beta2**t)
    return w - lr * m_hat / (np.sqrt(v_hat) + eps), m, v


@mistake(
    ko="새 기울기가 m의 자리에 한 번 더 섞였습니다(Nadam). 걸음의 방향은 m 하나로 정하지 않나요?",
    en="The new gradient is mixed in once more, as in Nadam. Is the direction not that of m alone?",
)
def nesterov_as_in_nadam(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v = _moments(m, v, grad, beta1, beta2)
    rest = 1 - beta1**t
    m_hat, v_hat = beta1 * m / rest + (1 - beta1) * grad / rest, v / (1 - beta2**t)
    return w - lr * m_hat / (np.sqrt(v_hat) + eps), m, v


@mistake(
    ko="v가 제곱의 평균이 아니라 가장 큰 기울기입니다(AdaMax). v는 무엇의 이동평균인가요?",
    en="v is the largest gradient so far, as in AdaMax. What should it be an average of?",
)
def largest_gradient_as_in_adamax(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m = beta1 * m + (1 - beta1) * grad
    v = np.maximum(beta2 * v, np.abs(grad))
    return w - lr * m / (1 - beta1**t) / (v + eps), m, v


@mistake(
    ko="v가 m에서 벗어난 만큼만 셉니다(AdaBelief). 제곱하는 것은 차이인가요, 기울기인가요?",
    en="v counts the distance from m alone, as in AdaBelief. Is a difference squared, or grad?",
)
def spread_around_the_mean(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * (grad - m) * (grad - m)
    m_hat, v_hat = m / (1 - beta1**t), v / (1 - beta2**t)
    return w - lr * m_hat / (np.sqrt(v_hat) + eps), m, v


@mistake(
    ko="학습률이 t에 따라 줄어듭니다. 여기서 t는 보정에만 쓰지 않나요?",
    en="The rate falls with t. Is t here for anything but the correction?",
)
def rate_falls_with_the_steps(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v = _moments(m, v, grad, beta1, beta2)
    m_hat, v_hat = m / (1 - beta1**t), v / (1 - beta2**t)
    return w - lr / t**0.5 * m_hat / (np.sqrt(v_hat) + eps), m, v


@mistake(
    ko="새 기울기를 다음 걸음의 보정으로 섞었습니다(Nadam). 걸음의 방향은 m 하나로 정하지 않나요?",
    en="Nadam of the paper, with the correction of the next step. Does m alone not set the way?",
)
def nesterov_as_in_the_paper_on_nadam(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v = _moments(m, v, grad, beta1, beta2)
    ahead = beta1 * m / (1 - beta1 ** (t + 1)) + (1 - beta1) * grad / (1 - beta1**t)
    return w - lr * ahead / (np.sqrt(v / (1 - beta2**t)) + eps), m, v


@mistake(
    ko="v가 기울기의 제곱 쪽으로 부호만 보고 움직입니다(Yogi). v는 무엇의 이동평균인가요?",
    en="v moves towards the square by a sign, as in Yogi. What should it be an average of?",
)
def additive_as_in_yogi(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m = beta1 * m + (1 - beta1) * grad
    square = grad * grad
    v = v - (1 - beta2) * np.sign(v - square) * square
    m_hat, v_hat = m / (1 - beta1**t), v / (1 - beta2**t)
    return w - lr * m_hat / (np.sqrt(np.maximum(v_hat, 0)) + eps), m, v


@mistake(
    ko="걸음이 m의 부호뿐입니다(Lion). 크기는 무엇으로 정하나요?",
    en="Only the sign of m makes the step, as in Lion. What sets its size?",
    lion=[False, True],
)
def sign_of_the_mean(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, *, lion):
    mixed, average = _moments(m, v, grad, beta1, beta2)
    m, v = (beta2 * m + (1 - beta2) * grad, v) if lion else (mixed, average)
    return w - lr * np.sign(mixed), m, v


@mistake(
    ko="걸음에만 더 큰 v를 씁니다(AMSGrad). v가 작아지면 걸음도 달라져야 하지 않나요?",
    en="The step uses the larger of two v, as in AMSGrad. What if the gradients get smaller?",
)
def largest_average_used(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    before = v
    m, v = _moments(m, v, grad, beta1, beta2)
    v_hat = np.maximum(before, v) / (1 - beta2**t)
    return w - lr * m / (1 - beta1**t) / (np.sqrt(v_hat) + eps), m, v


@mistake(
    ko="기울기를 잘라서 썼습니다(clipping). 여기서는 기울기를 그대로 씁니다.",
    en="The gradient is clipped. Here it is used as it is.",
    bound=[0.5, 1],
)
def gradient_clipped(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, *, bound):
    m, v = _moments(m, v, np.clip(grad, -bound, bound), beta1, beta2)
    m_hat, v_hat = m / (1 - beta1**t), v / (1 - beta2**t)
    return w - lr * m_hat / (np.sqrt(v_hat) + eps), m, v


@mistake(
    ko="m에 학습률이 이미 들어 있습니다. m은 무엇의 이동평균인가요?",
    en="The learning rate is in m already. What should m be an average of?",
)
def rate_in_the_first_moment(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v = beta1 * m + (1 - beta1) * lr * grad, _moments(m, v, grad, beta1, beta2)[1]
    m_hat, v_hat = m / (1 - beta1**t), v / (1 - beta2**t)
    return w - m_hat / (np.sqrt(v_hat) + eps), m, v


@mistake(
    ko="v 하나를 모든 파라미터가 같이 씁니다. 파라미터마다 자기 학습률이 있지 않나요?",
    en="All parameters share one v. Does each not get a rate of its own?",
)
def one_rate_for_all(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * np.mean(np.square(grad))
    m_hat, v_hat = m / (1 - beta1**t), v / (1 - beta2**t)
    return w - lr * m_hat / (np.sqrt(v_hat) + eps), m, v


@mistake(
    ko="보정의 순서가 반대입니다. 나누어야 할 것을 곱하면 처음의 m은 더 작아지지 않나요?",
    en="The moments are multiplied by what should divide them. Do they get larger then?",
)
def correction_multiplied(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v = _moments(m, v, grad, beta1, beta2)
    m_hat, v_hat = m * (1 - beta1**t), v * (1 - beta2**t)
    return w - lr * m_hat / (np.sqrt(v_hat) + eps), m, v


@mistake(
    ko="v의 보정만 학습률에 제곱근으로 모으고 m의 보정이 빠졌습니다. m은 무엇으로 나누나요?",
    en="The rate has the root of one correction, and m has none. What divides m?",
)
def rate_with_half_of_the_correction(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v = _moments(m, v, grad, beta1, beta2)
    return w - lr * (1 - beta2**t) ** 0.5 * m / (np.sqrt(v) + eps), m, v


@mistake(
    ko="학습률에 모은 v의 보정에 제곱근이 없습니다. v는 제곱근으로 쓰이지 않나요?",
    en="The correction of v is in the rate without its root. Is v not used under a root?",
)
def root_of_the_correction_left_out(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v = _moments(m, v, grad, beta1, beta2)
    return w - lr * (1 - beta2**t) / (1 - beta1**t) * m / (np.sqrt(v) + eps), m, v


@mistake(
    ko="기울기의 길이를 어떤 값까지만 허용합니다(clip norm). 여기서는 기울기를 그대로 씁니다.",
    en="The gradient is shortened to a greatest length. Here it is used as it is.",
)
def norm_clipped(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    length = np.sqrt(np.sum(np.square(grad)))
    m, v = _moments(m, v, grad / np.maximum(length, 1), beta1, beta2)
    m_hat, v_hat = m / (1 - beta1**t), v / (1 - beta2**t)
    return w - lr * m_hat / (np.sqrt(v_hat) + eps), m, v


@mistake(
    ko="거듭제곱이 아니라 beta에 t를 곱했습니다. t가 커질 때 분모는 무엇에 가까워져야 하나요?",
    en="beta is multiplied by t, not raised to its power. What should the denominator approach?",
)
def product_instead_of_power(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v = _moments(m, v, grad, beta1, beta2)
    with np.errstate(all="ignore"):
        m_hat, v_hat = m / (1 - beta1 * t), v / (1 - beta2 * t)
        return w - lr * m_hat / (np.sqrt(v_hat) + eps), m, v
