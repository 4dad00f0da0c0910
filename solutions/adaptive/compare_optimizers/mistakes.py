import numpy as np

from autograder import mistake


class _Comparison:
    """Right, in pieces that a mistake can replace."""

    first_t = 1

    def __init__(self, grad_fn):
        self.grad_fn = grad_fn

    def run(self, w0, settings, steps):
        self.begin_all(w0)
        return {name: self.path(name, w0, settings[name], steps) for name in settings}

    def begin_all(self, w0):
        pass

    def begin(self, w0):
        self.w, self.a, self.b = w0, np.zeros_like(w0), np.zeros_like(w0)

    def path(self, name, w0, options, steps):
        self.begin(w0)
        path = [self.w]
        for k in range(steps):
            self.t = k + self.first_t
            self.w = self.w + getattr(self, name)(**options)
            path.append(self.w)
        return self.collected(path)

    def collected(self, path):
        return np.array(path)

    def sgd(self, lr):
        return -lr * self.grad_fn(self.w)

    def momentum(self, lr, beta):
        self.a = beta * self.a - lr * self.grad_fn(self.w)
        return self.a

    def nesterov(self, lr, beta):
        self.a = beta * self.a - lr * self.grad_fn(self.w + beta * self.a)
        return self.a

    def adagrad(self, lr, eps):
        g = self.grad_fn(self.w)
        self.b = self.b + g * g
        return -lr * g / self.size(self.b, eps)

    def rmsprop(self, lr, beta, eps):
        g = self.grad_fn(self.w)
        self.b = beta * self.b + (1 - beta) * g * g
        return -lr * g / self.size(self.b, eps)

    def adam(self, lr, beta1, beta2, eps):
        g = self.grad_fn(self.w)
        self.a = beta1 * self.a + (1 - beta1) * g
        self.b = beta2 * self.b + (1 - beta2) * g * g
        a_hat, b_hat = self.corrected(beta1, beta2)
        return -lr * a_hat / self.size(b_hat, eps)

    def corrected(self, beta1, beta2):
        with np.errstate(all="ignore"):
            a_hat = np.divide(self.a, 1 - beta1**self.t)
            return a_hat, np.divide(self.b, 1 - beta2**self.t)

    def size(self, h, eps):
        return np.sqrt(h) + eps


@mistake(
    ko="한 방법이 쌓은 상태가 다음 방법으로 넘어갑니다. 상태는 방법마다 0에서 시작합니다.",
    en="What one optimiser has gathered reaches the next. The state of each starts at zero.",
)
def state_carried_over(grad_fn, w0, settings, steps):
    class Wrong(_Comparison):
        def begin_all(self, w0):
            super().begin(w0)

        def begin(self, w0):
            self.w = w0

    return Wrong(grad_fn).run(w0, settings, steps)


@mistake(
    ko="두 번째 방법은 어디에서 출발하나요? 모두 w0에서 시작해야 비교할 수 있습니다.",
    en="Where does the second optimiser start? They can be compared only if all start at w0.",
)
def start_not_reset(grad_fn, w0, settings, steps):
    class Wrong(_Comparison):
        def begin_all(self, w0):
            self.w = w0

        def begin(self, w0):
            self.a, self.b = np.zeros_like(w0), np.zeros_like(w0)

    return Wrong(grad_fn).run(w0, settings, steps)


@mistake(
    ko="경로의 모든 줄이 같습니다. 그 자리에서(in place) 바꾼 배열 하나를 거듭 넣지 않았나요?",
    en="All rows of a path are alike. Is it one array, changed in place, that is put in each time?",
)
def one_array_in_every_row(grad_fn, w0, settings, steps):
    class Wrong(_Comparison):
        def begin(self, w0):
            super().begin(w0.copy())

        def collected(self, path):
            return np.array([path[-1]] * len(path))

    return Wrong(grad_fn).run(w0, settings, steps)


@mistake(
    ko="w0 하나를 그 자리에서(in place) 바꾸며 경로에도 넣었습니다. 점마다 새 배열이 필요합니다.",
    en="w0 itself is changed in place and put into the path. Each point needs an array of its own.",
)
def everything_in_one_array(grad_fn, w0, settings, steps):
    class Wrong(_Comparison):
        def path(self, name, w0, options, steps):
            path = super().path(name, w0, options, steps)
            w0[...] = path[-1]
            return np.array([w0] * (steps + 1))

    return Wrong(grad_fn).run(w0, settings, steps)


@mistake(
    ko="w0을 그 자리에서(in place) 바꾸면 다음 방법의 출발점도 바뀝니다.",
    en="Changing w0 in place moves the start of the next optimiser as well.",
)
def start_changed_in_place(grad_fn, w0, settings, steps):
    class Wrong(_Comparison):
        def path(self, name, w0, options, steps):
            path = super().path(name, w0, options, steps)
            w0[...] = path[-1]
            return path

    return Wrong(grad_fn).run(w0, settings, steps)


@mistake(
    ko="경로의 첫 줄은 첫 걸음을 내디딘 다음이 아니라 w0입니다.",
    en="The first row of a path is w0, not where the first step leads.",
)
def start_left_out(grad_fn, w0, settings, steps):
    class Wrong(_Comparison):
        def collected(self, path):
            return np.array(path[1:])

    return Wrong(grad_fn).run(w0, settings, steps)


@mistake(
    ko="w0을 포함해서 steps줄이 되었습니다. 걸음이 steps번이면 점은 몇 개인가요?",
    en="With w0 the path has as many rows as steps. How many points do that many steps make?",
)
def one_step_too_few(grad_fn, w0, settings, steps):
    class Wrong(_Comparison):
        def run(self, w0, settings, steps):
            return super().run(w0, settings, steps - 1)

    return Wrong(grad_fn).run(w0, settings, steps)


@mistake(
    ko="기울기는 w0에서 한 번이 아니라 걸음마다 지금의 w에서 구합니다.",
    en="The gradient is taken anew at each step, where w is now, not once at w0.",
)
def gradient_of_the_start(grad_fn, w0, settings, steps):
    start = grad_fn(w0)
    return _Comparison(lambda w: start).run(w0, settings, steps)


@mistake(
    ko="settings에 없는 방법까지 돌려주었습니다. 이름이 있는 것만 비교합니다.",
    en="Optimisers that are not in settings came back too. Only those named there are compared.",
)
def unnamed_ones_run_as_well(grad_fn, w0, settings, steps):
    paths = {"sgd": _Comparison(grad_fn).path("sgd", w0, {"lr": 0.01}, steps)}
    return {**paths, **_Comparison(grad_fn).run(w0, settings, steps)}


@mistake(
    ko="설정을 사전에서 꺼내며 지우면(pop) 부른 쪽의 settings가 비어 갑니다.",
    en="Popping the options out of their dicts empties the caller's settings.",
)
def settings_used_up(grad_fn, w0, settings, steps):
    paths = {}
    for name, options in settings.items():
        lr = options.pop("lr")
        paths |= _Comparison(grad_fn).run(w0, {name: {"lr": lr, **options}}, steps)
    return paths


@mistake(
    ko="float32로 시작했는데 경로가 float64입니다. 경로를 담을 배열의 dtype이 무엇인가요?",
    en="The start is float32 and the path float64. Of which dtype is the array for the path?",
)
def path_in_double_precision(grad_fn, w0, settings, steps):
    class Wrong(_Comparison):
        def collected(self, path):
            return np.array(path, dtype=float)

    return Wrong(grad_fn).run(w0, settings, steps)


@mistake(
    ko="네스테로프가 모멘텀과 같은 길을 갑니다. 어디에서 구한 기울기를 쓰나요?",
    en="Nesterov goes the way of momentum. Where is its gradient taken?",
)
def nesterov_without_looking_ahead(grad_fn, w0, settings, steps):
    class Wrong(_Comparison):
        def nesterov(self, lr, beta):
            return self.momentum(lr, beta)

    return Wrong(grad_fn).run(w0, settings, steps)


@mistake(
    ko="PyTorch처럼 미리 가 본 점들이 경로로 남았습니다. 여기서는 w 자체의 경로를 묻습니다.",
    en="As PyTorch does it, this keeps the points looked ahead to. Here the path is of w itself.",
)
def nesterov_as_in_pytorch(grad_fn, w0, settings, steps):
    class Wrong(_Comparison):
        def nesterov(self, lr, beta):
            g = self.grad_fn(self.w)
            self.a = beta * self.a - lr * g
            return beta * self.a - lr * g

    return Wrong(grad_fn).run(w0, settings, steps)


@mistake(
    ko="모멘텀의 속도에서 기울기에 1 - beta가 곱해져 있습니다. 여기서는 lr만 곱합니다.",
    en="In the velocity the gradient is weighted with 1 - beta. Here it has lr alone.",
)
def velocity_as_an_average(grad_fn, w0, settings, steps):
    class Wrong(_Comparison):
        def momentum(self, lr, beta):
            return super().momentum(lr * (1 - beta), beta)

        def nesterov(self, lr, beta):
            return super().nesterov(lr * (1 - beta), beta)

    def run(name, options):
        kind = Wrong if name in ("momentum", "nesterov") else _Comparison
        return kind(grad_fn).run(w0, {name: options}, steps)[name]

    return {name: run(name, options) for name, options in settings.items()}


@mistake(
    ko="AdaGrad와 RMSprop이 같은 h를 씁니다. 어느 쪽이 합이고 어느 쪽이 이동평균인가요?",
    en="AdaGrad and RMSprop have the same h. Which has the sum, and which the moving average?",
)
def rmsprop_adds_up(grad_fn, w0, settings, steps):
    class Wrong(_Comparison):
        def rmsprop(self, lr, beta, eps):
            return self.adagrad(lr, eps)

    return Wrong(grad_fn).run(w0, settings, steps)


@mistake(
    ko="Adam의 m과 v는 0에서 시작합니다. 첫 걸음의 m은 기울기와 얼마나 다를까요?",
    en="Adam's m and v start at zero. At the first step, how far is m from the gradient?",
)
def adam_without_correction(grad_fn, w0, settings, steps):
    class Wrong(_Comparison):
        def corrected(self, beta1, beta2):
            return self.a, self.b

    return Wrong(grad_fn).run(w0, settings, steps)


@mistake(
    ko="Adam의 첫 걸음에서 t가 0이면 편향 보정은 무엇으로 나누게 되나요?",
    en="If t is 0 at Adam's first step, what does the bias correction divide by?",
)
def adam_counted_from_zero(grad_fn, w0, settings, steps):
    class Wrong(_Comparison):
        first_t = 0

        def size(self, h, eps):
            with np.errstate(all="ignore"):
                return super().size(h, eps)

        def adam(self, **options):
            with np.errstate(all="ignore"):
                return super().adam(**options)

    return Wrong(grad_fn).run(w0, settings, steps)


@mistake(
    ko="eps가 제곱근 안에 있습니다. 세 방법 모두 제곱근을 구한 다음에 더합니다.",
    en="eps stands under the root. In all three it is added after the root is taken.",
)
def epsilon_under_the_root(grad_fn, w0, settings, steps):
    class Wrong(_Comparison):
        def size(self, h, eps):
            return np.sqrt(h + eps)

    return Wrong(grad_fn).run(w0, settings, steps)


@mistake(
    ko="Adam의 eps는 보정한 v의 제곱근에 더합니다. 보정을 학습률에 모으면 eps의 몫이 달라집니다.",
    en="Adam's eps joins the root of the corrected v. With the correction in the rate it differs.",
)
def adam_epsilon_beside_the_uncorrected_root(grad_fn, w0, settings, steps):
    class Wrong(_Comparison):
        def adam(self, lr, beta1, beta2, eps):
            self.rest = (1 - beta2**self.t) ** 0.5
            return super().adam(lr, beta1, beta2, eps)

        def corrected(self, beta1, beta2):
            return self.a / (1 - beta1**self.t) * self.rest, self.b

    return Wrong(grad_fn).run(w0, settings, steps)


@mistake(
    ko="Adam의 걸음에 새 기울기가 한 번 더 섞였습니다(Nadam). 방향은 m 하나로 정하지 않나요?",
    en="Adam mixes the new gradient in once more, as Nadam does. Is its direction not that of m?",
)
def adam_as_nadam(grad_fn, w0, settings, steps):
    class Wrong(_Comparison):
        def corrected(self, beta1, beta2):
            a_hat, b_hat = super().corrected(beta1, beta2)
            g = self.grad_fn(self.w)
            return beta1 * a_hat + (1 - beta1) * g / (1 - beta1**self.t), b_hat

    return Wrong(grad_fn).run(w0, settings, steps)


@mistake(
    ko="Adam의 v가 줄어들지 못합니다(AMSGrad). 기울기가 작아지면 v도 작아져야 하지 않나요?",
    en="Adam's v can never fall, as in AMSGrad. Should it not, once the gradients get smaller?",
)
def adam_as_amsgrad(grad_fn, w0, settings, steps):
    class Wrong(_Comparison):
        def adam(self, lr, beta1, beta2, eps):
            self.before = self.b
            return super().adam(lr, beta1, beta2, eps)

        def corrected(self, beta1, beta2):
            self.b = np.maximum(self.before, self.b)
            return super().corrected(beta1, beta2)

    return Wrong(grad_fn).run(w0, settings, steps)


@mistake(
    ko="AdaGrad의 h가 이동평균입니다. AdaGrad에서 오래된 기울기는 잊히나요?",
    en="AdaGrad's h is a moving average. Are old gradients forgotten in AdaGrad?",
    beta=[0.9, 0.99],
)
def adagrad_averages(grad_fn, w0, settings, steps, *, beta):
    class Wrong(_Comparison):
        def adagrad(self, lr, eps):
            return self.rmsprop(lr, beta, eps)

    return Wrong(grad_fn).run(w0, settings, steps)


@mistake(
    ko="RMSprop의 h를 Adam처럼 보정했습니다. 두 방법 가운데 보정을 하는 것은 어느 쪽인가요?",
    en="RMSprop's h is corrected as in Adam. Which of the two corrects its averages?",
)
def rmsprop_corrected(grad_fn, w0, settings, steps):
    class Wrong(_Comparison):
        def rmsprop(self, lr, beta, eps):
            g = self.grad_fn(self.w)
            self.b = beta * self.b + (1 - beta) * g * g
            return -lr * g / self.size(self.b / (1 - beta**self.t), eps)

    return Wrong(grad_fn).run(w0, settings, steps)


@mistake(
    ko="네스테로프의 식에 이미 갱신한 속도를 넣었습니다. 그 식의 v는 갱신하기 전의 것 아닌가요?",
    en="This formula of Nesterov's is given the updated velocity. Was it made for the old one?",
)
def nesterov_with_the_updated_velocity(grad_fn, w0, settings, steps):
    class Wrong(_Comparison):
        def nesterov(self, lr, beta):
            g = self.grad_fn(self.w)
            self.a = beta * self.a - lr * g
            return beta * beta * self.a - (1 + beta) * lr * g

    return Wrong(grad_fn).run(w0, settings, steps)


@mistake(
    ko="momentum만 이동평균의 속도를 씁니다. 새 기울기에는 무엇만 곱하나요?",
    en="momentum alone has a moving average for its velocity. What multiplies the new gradient?",
)
def momentum_as_an_average(grad_fn, w0, settings, steps):
    class Wrong(_Comparison):
        def momentum(self, lr, beta):
            return super().momentum(lr * (1 - beta), beta)

    return Wrong(grad_fn).run(w0, settings, steps)


@mistake(
    ko="네스테로프의 걸음이 미리 가 본 곳에서 시작합니다. w는 어디에 있었나요?",
    en="Nesterov's step starts at the point ahead. Where was w?",
)
def nesterov_never_comes_back(grad_fn, w0, settings, steps):
    class Wrong(_Comparison):
        def nesterov(self, lr, beta):
            ahead = beta * self.a
            self.a = beta * self.a - lr * self.grad_fn(self.w + ahead)
            return ahead + self.a

    return Wrong(grad_fn).run(w0, settings, steps)


@mistake(
    ko="모멘텀에서 w가 지난 속도로 움직입니다. 속도를 먼저 갱신하지 않나요?",
    en="In momentum w moves by the old velocity. Is the velocity not updated first?",
)
def momentum_moved_by_the_old_velocity(grad_fn, w0, settings, steps):
    class Wrong(_Comparison):
        def momentum(self, lr, beta):
            before = self.a
            super().momentum(lr, beta)
            return before

    return Wrong(grad_fn).run(w0, settings, steps)


@mistake(
    ko="Adam의 보정에 지수가 없습니다. 걸음이 늘수록 보정은 사라져야 하지 않나요?",
    en="Adam's correction has no exponent. Should it not fade as the steps go on?",
)
def adam_correction_without_exponent(grad_fn, w0, settings, steps):
    class Wrong(_Comparison):
        def corrected(self, beta1, beta2):
            return self.a / (1 - beta1), self.b / (1 - beta2)

    return Wrong(grad_fn).run(w0, settings, steps)


@mistake(
    ko="Adam에서 beta1과 beta2가 서로 바뀌었습니다. 어느 것이 m의 것인가요?",
    en="In Adam beta1 and beta2 have changed places. Which belongs to m?",
)
def adam_betas_swapped(grad_fn, w0, settings, steps):
    class Wrong(_Comparison):
        def adam(self, lr, beta1, beta2, eps):
            return super().adam(lr, beta2, beta1, eps)

    return Wrong(grad_fn).run(w0, settings, steps)


@mistake(
    ko="학습률이 걸음마다 작아집니다. 여기서 lr은 변하지 않습니다.",
    en="The rates get smaller from step to step. Here lr stays what it is.",
    power=[0.5, 1],
)
def rates_fall_with_the_steps(grad_fn, w0, settings, steps, *, power):
    class Wrong(_Comparison):
        def path(self, name, w0, options, steps):
            self.begin(w0)
            path = [self.w]
            for k in range(steps):
                self.t = k + self.first_t
                rate = options["lr"] / (k + 1) ** power
                self.w = self.w + getattr(self, name)(**{**options, "lr": rate})
                path.append(self.w)
            return self.collected(path)

    return Wrong(grad_fn).run(w0, settings, steps)


@mistake(
    ko="마지막 점만 남았습니다. 지나온 점은 모두 어디에 있나요?",
    en="Only the last point is left. Where are all those on the way?",
)
def last_point_alone(grad_fn, w0, settings, steps):
    class Wrong(_Comparison):
        def collected(self, path):
            return path[-1]

    return Wrong(grad_fn).run(w0, settings, steps)


@mistake(
    ko="한 걸음 더 걸었습니다. 걸음이 steps번이면 점은 몇 개인가요?",
    en="There is one step too many. How many points do that many steps make?",
)
def one_step_too_many(grad_fn, w0, settings, steps):
    class Wrong(_Comparison):
        def run(self, w0, settings, steps):
            return super().run(w0, settings, steps + 1)

    return Wrong(grad_fn).run(w0, settings, steps)
