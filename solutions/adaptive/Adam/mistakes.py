import numpy as np

from autograder import mistake


class _Adam:
    """Right, in pieces that a mistake can replace."""

    def __init__(self, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
        self.lr, self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps
        self.t = 0
        self.m = self.v = None

    def step(self, params, grads):
        self.begin(params)
        self.t += 1
        return self.moved(params, [self.change(i, g) for i, g in enumerate(grads)])

    def begin(self, params):
        if self.m is None:
            self.m = [np.zeros_like(w) for w in params]
            self.v = [np.zeros_like(w) for w in params]

    def change(self, i, g):
        self.update(i, g)
        m_hat, v_hat = self.corrected(i)
        return self.lr * m_hat / (np.sqrt(v_hat) + self.eps)

    def update(self, i, g):
        self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * g
        self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * g * g

    def corrected(self, i):
        return self.m[i] / (1 - self.beta1**self.t), self.v[i] / (1 - self.beta2**self.t)

    def moved(self, params, changes):
        return [w - change for w, change in zip(params, changes, strict=True)]


@mistake(
    ko="다음 step을 부를 때 m과 v가 다시 0입니다. 무엇이 호출 사이에 남아 있어야 하나요?",
    en="At the next call of step, m and v are zero again. What has to last from call to call?",
)
class moments_made_anew_each_step(_Adam):
    def begin(self, params):
        self.m = [np.zeros_like(w) for w in params]
        self.v = [np.zeros_like(w) for w in params]


@mistake(
    ko="t가 부를 때마다 다시 1입니다. 두 번째 step에서 t는 얼마여야 하나요?",
    en="t is 1 at every call. What should it be at the second?",
)
class step_count_not_kept(_Adam):
    def begin(self, params):
        super().begin(params)
        self.t = 0


@mistake(
    ko="배열이 두 개이면 step을 한 번 부를 때 t가 얼마나 늘어나나요?",
    en="With two arrays in the list, by how much does t grow in one call of step?",
)
class step_counted_per_parameter(_Adam):
    def change(self, i, g):
        if i > 0:
            self.t += 1
        return super().change(i, g)


@mistake(
    ko="첫 step에서 보정의 분모를 계산할 때 t는 이미 1이어야 합니다.",
    en="When the first step works out its correction, t has to be 1 already.",
)
class step_counted_too_late(_Adam):
    def corrected(self, i):
        with np.errstate(all="ignore"):
            late = self.t - 1
            m_hat = np.divide(self.m[i], 1 - self.beta1**late)
            return m_hat, np.divide(self.v[i], 1 - self.beta2**late)

    def change(self, i, g):
        with np.errstate(all="ignore"):
            return super().change(i, g)


@mistake(
    ko="m과 v가 클래스에 들어 있어서 모든 인스턴스가 함께 씁니다. 인스턴스마다 따로 있어야 합니다.",
    en="m and v belong to the class, so all instances share them. Each needs its own.",
)
class state_in_the_class(_Adam):
    shared = {}  # noqa: RUF012 - the mistake itself

    def begin(self, params):
        self.m = self.shared.setdefault("m", [np.zeros_like(w) for w in params])
        self.v = self.shared.setdefault("v", [np.zeros_like(w) for w in params])


@mistake(
    ko="m, v, t가 모두 클래스에 들어 있어 다른 인스턴스의 걸음까지 셉니다. 누구의 것인가요?",
    en="m, v and t all belong to the class: each instance counts all steps. Whose should they be?",
)
class all_state_in_the_class(state_in_the_class):
    shared = {}  # noqa: RUF012 - the mistake itself

    def begin(self, params):
        super().begin(params)
        self.t = self.shared["t"] = self.shared.get("t", -1) + 1


@mistake(
    ko="t가 클래스에 들어 있습니다. 다른 인스턴스가 걸을 때도 이 인스턴스의 t가 늘어나야 하나요?",
    en="t belongs to the class. Should it grow for this instance when another one takes a step?",
)
class step_count_in_the_class(_Adam):
    shared = {}  # noqa: RUF012 - the mistake itself

    def begin(self, params):
        super().begin(params)
        self.t = self.shared["t"] = self.shared.get("t", -1) + 1


@mistake(
    ko="모든 파라미터가 m과 v를 하나씩만 같이 쓰고 있습니다. 파라미터마다 따로 필요합니다.",
    en="All parameters share one m and one v. Each parameter needs its own.",
)
class one_state_for_all_parameters(_Adam):
    def begin(self, params):
        if self.m is None:
            self.m, self.v = {0: 0.0}, {0: 0.0}

    def change(self, i, g):
        return super().change(0, g)


@mistake(
    ko="받은 배열을 그 자리에서(in place) 바꾸면 부른 쪽의 파라미터도 바뀝니다.",
    en="Changing the given arrays in place changes the caller's parameters as well.",
)
class parameters_changed_in_place(_Adam):
    def moved(self, params, changes):
        for w, change in zip(params, changes, strict=True):
            np.subtract(w, change, out=w)
        return list(params)


@mistake(
    ko="새 배열을 받은 리스트에 다시 넣으면 부른 쪽의 리스트가 바뀝니다.",
    en="Putting the new arrays into the given list changes the caller's list.",
)
class list_changed_in_place(_Adam):
    def moved(self, params, changes):
        for i, change in enumerate(changes):
            params[i] = params[i] - change
        return params


@mistake(
    ko="기울기를 그 자리에서(in place) 제곱하면 부른 쪽의 기울기도 바뀝니다.",
    en="Squaring the gradient in place changes the caller's gradient as well.",
)
class gradients_changed_in_place(_Adam):
    def update(self, i, g):
        self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * g
        g *= g
        self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * g


@mistake(
    ko="step은 파라미터를 바꾸는 대신 새 배열의 리스트를 돌려주어야 합니다. PyTorch와 다릅니다.",
    en="step has to return a list of new arrays and leave the old ones, unlike PyTorch's.",
)
class nothing_returned(_Adam):
    def moved(self, params, changes):
        for w, change in zip(params, changes, strict=True):
            np.subtract(w, change, out=w)


@mistake(
    ko="처음 받은 파라미터를 간직하고 거기에서 걷습니다. 걸음은 이번에 받은 params에서 시작합니다.",
    en="It walks on from parameters of its own. A step starts from the params of this very call.",
)
class own_parameters_kept(_Adam):
    def begin(self, params):
        if self.m is None:
            self.own = list(params)
        super().begin(params)

    def moved(self, params, changes):
        self.own = super().moved(self.own, changes)
        return list(self.own)


@mistake(
    ko="float32를 넣었는데 float64가 나옵니다. m과 v를 처음 만들 때 dtype이 무엇인가요?",
    en="float32 went in and float64 came out. Of which dtype are m and v when they are made?",
)
class state_in_double_precision(_Adam):
    def begin(self, params):
        if self.m is None:
            self.m = [np.zeros(np.shape(w)) for w in params]
            self.v = [np.zeros(np.shape(w)) for w in params]

    def moved(self, params, changes):
        return [np.asarray(w - change) for w, change in zip(params, changes, strict=True)]


@mistake(
    ko="다음 걸음으로 넘겨줄 m과 v는 보정한 값인가요, 보정하기 전의 값인가요?",
    en="Are the m and v that are kept for the next step the corrected ones or the others?",
)
class corrected_moments_kept(_Adam):
    def corrected(self, i):
        self.m[i], self.v[i] = super().corrected(i)
        return self.m[i], self.v[i]


@mistake(
    ko="m과 v는 0에서 시작하므로 처음에는 너무 작습니다. 무엇으로 바로잡나요?",
    en="m and v start at zero and are too small at first. What puts that right?",
)
class no_bias_correction(_Adam):
    def corrected(self, i):
        return self.m[i], self.v[i]


@mistake(
    ko="eps가 제곱근 안에 있습니다. 여기서는 제곱근을 구한 다음에 더합니다.",
    en="eps stands under the root. Here it is added after the root is taken.",
)
class epsilon_under_the_root(_Adam):
    def change(self, i, g):
        self.update(i, g)
        m_hat, v_hat = self.corrected(i)
        return self.lr * m_hat / np.sqrt(v_hat + self.eps)


@mistake(
    ko="m과 v가 0이 아니라 첫 기울기에서 시작합니다. 편향 보정은 0에서 시작할 때 맞습니다.",
    en="m and v start from the first gradient. The correction is made for a start at zero.",
)
class moments_started_at_the_gradient(_Adam):
    def update(self, i, g):
        if self.t == 1:
            self.m[i], self.v[i] = 1.0 * g, g * g
        else:
            super().update(i, g)


@mistake(
    ko="eps는 보정한 v의 제곱근에 더합니다. 두 보정을 학습률에 모으면 eps의 몫이 달라집니다.",
    en="eps is added to the root of the corrected v. With both corrections in the rate it differs.",
)
class epsilon_beside_the_uncorrected_root(_Adam):
    def change(self, i, g):
        self.update(i, g)
        rate = self.lr * (1 - self.beta2**self.t) ** 0.5 / (1 - self.beta1**self.t)
        return rate * self.m[i] / (np.sqrt(self.v[i]) + self.eps)


@mistake(
    ko="새 기울기가 m의 자리에 한 번 더 섞였습니다(Nadam). 걸음의 방향은 m 하나로 정하지 않나요?",
    en="The new gradient is mixed in once more, as in Nadam. Is the direction not that of m alone?",
)
class nesterov_as_in_nadam(_Adam):
    def change(self, i, g):
        self.update(i, g)
        m_hat, v_hat = self.corrected(i)
        m_hat = self.beta1 * m_hat + (1 - self.beta1) * g / (1 - self.beta1**self.t)
        return self.lr * m_hat / (np.sqrt(v_hat) + self.eps)


@mistake(
    ko="v가 줄어들지 못합니다(AMSGrad). 기울기가 작아지면 v도 작아져야 하지 않나요?",
    en="v can never fall, as in AMSGrad. Should it not, once the gradients get smaller?",
)
class largest_average_kept(_Adam):
    def update(self, i, g):
        before = self.v[i]
        super().update(i, g)
        self.v[i] = np.maximum(before, self.v[i])


@mistake(
    ko="기울기에 w의 일부를 더했습니다(weight decay). 손실에 패널티가 없으면 무엇만 쓰나요?",
    en="A share of w joins the gradient, as in weight decay. Does this loss have a penalty?",
    decay=[1e-2, 0.1],
)
class weight_decay_in_the_gradient(_Adam):
    def __init__(self, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, *, decay):
        super().__init__(lr, beta1, beta2, eps)
        self.decay = decay

    def step(self, params, grads):
        pairs = zip(params, grads, strict=True)
        return super().step(params, [g + self.decay * w for w, g in pairs])


@mistake(
    ko="걸음마다 w가 조금씩 줄어듭니다(AdamW). 기울기가 0일 때 w는 움직여야 하나요?",
    en="w shrinks a little at each step, as in AdamW. Should it, where there is no gradient?",
    decay=[1e-2],
)
class decoupled_weight_decay(_Adam):
    def __init__(self, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, *, decay):
        super().__init__(lr, beta1, beta2, eps)
        self.decay = decay

    def moved(self, params, changes):
        return super().moved([w - self.lr * self.decay * w for w in params], changes)


@mistake(
    ko="m과 v를 배열의 모양으로 찾습니다. 모양이 같은 두 파라미터는 무엇을 쓰게 되나요?",
    en="m and v are looked up by shape. Which do two parameters of one shape get?",
)
class state_looked_up_by_shape(_Adam):
    def begin(self, params):
        if self.m is None:
            self.m = {w.shape: np.zeros_like(w) for w in params}
            self.v = {w.shape: np.zeros_like(w) for w in params}
        self.shapes = [w.shape for w in params]

    def change(self, i, g):
        return super().change(self.shapes[i], g)


@mistake(
    ko="학습률이 t에 따라 줄어듭니다. 여기서 t는 보정에만 쓰지 않나요?",
    en="The rate falls with t. Is t here for anything but the correction?",
)
class rate_falls_with_the_steps(_Adam):
    def change(self, i, g):
        return super().change(i, g) / self.t**0.5


@mistake(
    ko="v가 제곱의 평균이 아니라 가장 큰 기울기입니다(AdaMax). v는 무엇의 이동평균인가요?",
    en="v is the largest gradient so far, as in AdaMax. What should it be an average of?",
)
class largest_gradient_as_in_adamax(_Adam):
    def update(self, i, g):
        self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * g
        self.v[i] = np.maximum(self.beta2 * self.v[i], np.abs(g))

    def change(self, i, g):
        self.update(i, g)
        return self.lr * self.corrected(i)[0] / (self.v[i] + self.eps)


@mistake(
    ko="v가 m에서 벗어난 만큼만 셉니다(AdaBelief). 제곱하는 것은 차이인가요, 기울기인가요?",
    en="v counts the distance from m alone, as in AdaBelief. Is a difference squared, or g?",
)
class spread_around_the_mean(_Adam):
    def update(self, i, g):
        self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * g
        off = g - self.m[i]
        self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * off * off


@mistake(
    ko="보정한 v 가운데 가장 큰 것을 씁니다(AMSGrad). 기울기가 작아지면 v도 작아져야 하지 않나요?",
    en="The largest corrected v is used, as in AMSGrad. What if the gradients get smaller?",
    corrected_first=[True, False],
)
class largest_average_used(_Adam):
    def __init__(self, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, *, corrected_first):
        super().__init__(lr, beta1, beta2, eps)
        self.corrected_first = corrected_first
        self.largest = {}

    def corrected(self, i):
        m_hat, v_hat = super().corrected(i)
        new = v_hat if self.corrected_first else self.v[i]
        self.largest[i] = np.maximum(self.largest.get(i, 0 * new), new)
        if self.corrected_first:
            return m_hat, self.largest[i]
        return m_hat, self.largest[i] / (1 - self.beta2**self.t)


@mistake(
    ko="기울기를 잘라서 썼습니다(clipping). 여기서는 기울기를 그대로 씁니다.",
    en="The gradients are clipped. Here they are used as they are.",
    bound=[1],
)
class gradients_clipped(_Adam):
    def __init__(self, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, *, bound):
        super().__init__(lr, beta1, beta2, eps)
        self.bound = bound

    def update(self, i, g):
        super().update(i, np.clip(g, -self.bound, self.bound))


@mistake(
    ko="새 기울기를 v의 제곱근으로만 나눕니다(RMSprop). m은 어디에 쓰이나요?",
    en="There is no first moment, as in RMSprop. Where is m used?",
)
class rmsprop_instead(_Adam):
    def change(self, i, g):
        self.update(i, g)
        return self.lr * g / (np.sqrt(self.v[i]) + self.eps)


@mistake(
    ko="다음 걸음의 보정까지 섞었습니다(Nadam의 논문). 걸음의 방향은 m 하나로 정하지 않나요?",
    en="Nadam of the paper, with the correction of the next step. Does m alone not set the way?",
)
class nesterov_as_in_the_paper_on_nadam(_Adam):
    def change(self, i, g):
        self.update(i, g)
        ahead = self.beta1 * self.m[i] / (1 - self.beta1 ** (self.t + 1))
        ahead = ahead + (1 - self.beta1) * g / (1 - self.beta1**self.t)
        return self.lr * ahead / (np.sqrt(self.corrected(i)[1]) + self.eps)
