import numpy as np

from autograder import mistake


def _path(step, w0, steps):
    """Walk from w0 at rest; a step takes and returns (w, v)."""
    w, v = w0, np.zeros_like(w0)
    path = [w]
    for _ in range(steps):
        w, v = step(w, v)
        path.append(w)
    return np.array(path)


def _sgd(grad_fn, lr):
    return lambda w, v: (w - lr * grad_fn(w), v)


def _momentum(grad_fn, lr, beta):
    def step(w, v):
        v = beta * v - lr * grad_fn(w)
        return w + v, v

    return step


def _nesterov(grad_fn, lr, beta, ahead=None):
    ahead = beta if ahead is None else ahead

    def step(w, v):
        v = beta * v - lr * grad_fn(w + ahead * v)
        return w + v, v

    return step


def _steps(grad_fn, lr, beta):
    return {
        "sgd": _sgd(grad_fn, lr),
        "momentum": _momentum(grad_fn, lr, beta),
        "nesterov": _nesterov(grad_fn, lr, beta),
    }


def _race(steps_by_name, w0, steps):
    return {name: _path(step, w0, steps) for name, step in steps_by_name.items()}


def _right(grad_fn, w0, lr, beta, steps):
    return _race(_steps(grad_fn, lr, beta), w0, steps)


@mistake(
    ko="nesterov가 momentum과 똑같이 움직입니다. 기울기를 어디에서 구해야 할까요?",
    en="nesterov walks exactly like momentum. Where does it take its gradient?",
)
def nesterov_does_not_look_ahead(grad_fn, w0, lr, beta, steps):
    ways = _steps(grad_fn, lr, beta)
    return _race({**ways, "nesterov": ways["momentum"]}, w0, steps)


@mistake(
    ko="nesterov가 너무 멀리 미리 가 봅니다. 지난 속도 가운데 남는 것은 얼마인가요?",
    en="nesterov looks too far ahead. How much of the old velocity is left?",
)
def looks_ahead_by_the_whole_velocity(grad_fn, w0, lr, beta, steps):
    ways = _steps(grad_fn, lr, beta)
    return _race({**ways, "nesterov": _nesterov(grad_fn, lr, beta, ahead=1)}, w0, steps)


@mistake(
    ko="PyTorch의 nesterov는 미리 가 본 점의 경로입니다. 여기서는 실제 위치를 기록합니다.",
    en="The nesterov of PyTorch walks the points ahead. Here the real positions are recorded.",
)
def path_of_the_points_ahead(grad_fn, w0, lr, beta, steps):
    def ahead(w, v):
        grad = grad_fn(w)
        v = beta * v - lr * grad
        return w + beta * v - lr * grad, v

    return _race({**_steps(grad_fn, lr, beta), "nesterov": ahead}, w0, steps)


@mistake(
    ko="속도를 지수 이동평균으로 계산했습니다. 새 기울기에는 (1-β)를 곱하지 않습니다.",
    en="The velocity is a moving average here. The new gradient carries no factor of 1 - beta.",
)
def velocity_as_moving_average(grad_fn, w0, lr, beta, steps):
    damped = (1 - beta) * lr
    ways = {**_steps(grad_fn, damped, beta), "sgd": _sgd(grad_fn, lr)}
    return _race(ways, w0, steps)


@mistake(
    ko="방법을 바꿀 때 속도도 0에서 다시 시작하나요?",
    en="When the next method sets out, does its velocity start at zero again?",
)
def velocity_handed_on(grad_fn, w0, lr, beta, steps):
    v = np.zeros_like(w0)
    paths = {}
    for name, step in _steps(grad_fn, lr, beta).items():
        w, path = w0, [w0]
        for _ in range(steps):
            w, v = step(w, v)
            path.append(w)
        paths[name] = np.array(path)
    return paths


@mistake(
    ko="걸음마다 속도를 0으로 되돌리면 지난 기울기가 남지 않습니다.",
    en="A velocity set back to zero at every step remembers nothing.",
)
def velocity_reset_at_each_step(grad_fn, w0, lr, beta, steps):
    sgd = _sgd(grad_fn, lr)
    return _race({"sgd": sgd, "momentum": sgd, "nesterov": sgd}, w0, steps)


@mistake(
    ko="세 방법은 서로 다른 곳에 있습니다. 각자 자기 위치의 기울기를 쓰나요?",
    en="The three are in different places. Does each use the gradient of its own?",
)
def gradients_of_one_path_for_all(grad_fn, w0, lr, beta, steps):
    plain = _path(_sgd(grad_fn, lr), w0, steps)
    paths = {"sgd": plain}
    for name in ("momentum", "nesterov"):
        w, v, path = w0, np.zeros_like(w0), [w0]
        for point in plain[:-1]:
            ahead = beta * v if name == "nesterov" else 0 * v
            v = beta * v - lr * grad_fn(point + ahead)
            w = w + v
            path.append(w)
        paths[name] = np.array(path)
    return paths


@mistake(
    ko="이름과 방법이 엇갈렸습니다. momentum과 nesterov를 서로 바꾸지 않았나요?",
    en="Names and methods do not match. Are momentum and nesterov exchanged?",
)
def names_exchanged(grad_fn, w0, lr, beta, steps):
    ways = _steps(grad_fn, lr, beta)
    exchanged = {**ways, "momentum": ways["nesterov"], "nesterov": ways["momentum"]}
    return _race(exchanged, w0, steps)


@mistake(
    ko="경로의 맨 앞에는 출발점 w0가 있어야 합니다.",
    en="The path begins with the start, w0.",
)
def start_left_out(grad_fn, w0, lr, beta, steps):
    paths = _race(_steps(grad_fn, lr, beta), w0, steps)
    return {name: path[1:] for name, path in paths.items()}


@mistake(
    ko="걸음의 수와 점의 수는 다릅니다. 마지막 걸음이 빠지지 않았나요?",
    en="The number of steps is not the number of points. Is the last step left out?",
)
def last_step_left_out(grad_fn, w0, lr, beta, steps):
    return _race(_steps(grad_fn, lr, beta), w0, max(steps - 1, 0))


@mistake(
    ko="경로의 모든 점이 같습니다. 기록한 배열이 나중에 다시 바뀌지 않나요?",
    en="All points of a path are the same. Is a recorded array changed again afterwards?",
)
def one_array_recorded_again_and_again(grad_fn, w0, lr, beta, steps):
    paths = _race(_steps(grad_fn, lr, beta), w0, steps)
    return {name: np.array([path[-1]] * len(path)) for name, path in paths.items()}


@mistake(
    ko="첫 방법이 w0를 그 자리에서(in place) 바꾸면 다음 방법은 어디에서 출발할까요?",
    en="If the first method changes w0 in place, where does the next one start?",
)
def start_moved_in_place(grad_fn, w0, lr, beta, steps):
    paths = {}
    for name, step in _steps(grad_fn, lr, beta).items():
        v = np.zeros_like(w0)
        path = [w0.copy()]
        for _ in range(steps):
            w0[:], v = step(w0, v)
            path.append(w0.copy())
        paths[name] = np.array(path)
    return paths


@mistake(
    ko="점은 행에 놓습니다. 경로의 행과 열이 바뀌지 않았나요?",
    en="Points go into rows. Are the rows and columns of the paths exchanged?",
)
def points_in_columns(grad_fn, w0, lr, beta, steps):
    paths = _race(_steps(grad_fn, lr, beta), w0, steps)
    return {name: path.T for name, path in paths.items()}


@mistake(
    ko="경로는 점의 리스트가 아니라 배열 하나입니다.",
    en="A path is one array, not a list of points.",
)
def lists_of_points(grad_fn, w0, lr, beta, steps):
    paths = _race(_steps(grad_fn, lr, beta), w0, steps)
    return {name: list(path) for name, path in paths.items()}


@mistake(
    ko="w0는 float32인데 경로는 float64입니다. 경로를 담을 배열의 dtype은 어디에서 정해지나요?",
    en="w0 is float32 and the paths are float64. What decides the dtype of their array?",
)
def becomes_float64(grad_fn, w0, lr, beta, steps):
    paths = _race(_steps(grad_fn, lr, beta), w0, steps)
    return {name: path.astype(float) for name, path in paths.items()}


@mistake(
    ko="w = w0는 복사하지 않습니다. 그 자리에서 바꾸면 출발점과 담아 둔 점이 모두 바뀝니다.",
    en="w = w0 makes no copy. Changed in place, the start and every point that was kept go along.",
)
def one_array_with_the_start(grad_fn, w0, lr, beta, steps):
    paths = {}
    for name, step in _steps(grad_fn, lr, beta).items():
        w, v = w0, np.zeros_like(w0)
        path = [w]
        for _ in range(steps):
            w[...], v = step(w, v)
            path.append(w)
        paths[name] = np.array(path)
    return paths


@mistake(
    ko="nesterov의 식에서 이미 갱신한 속도에 β를 두 번 더 곱했습니다. v는 언제의 속도인가요?",
    en="nesterov applies beta squared to the new velocity. Which velocity does the formula mean?",
)
def velocity_already_updated(grad_fn, w0, lr, beta, steps):
    def textbook(w, v):
        grad = grad_fn(w)
        v = beta * v - lr * grad
        return w + beta * beta * v - (1 + beta) * lr * grad, v

    return _race({**_steps(grad_fn, lr, beta), "nesterov": textbook}, w0, steps)


@mistake(
    ko="걸음마다 β가 달라집니다. 여기서 β는 처음부터 끝까지 같습니다.",
    en="Beta changes from step to step. Here it is the same from the first to the last.",
)
def beta_of_its_own_at_each_step(grad_fn, w0, lr, beta, steps):
    paths = {"sgd": _path(_sgd(grad_fn, lr), w0, steps)}
    for name, make in {"momentum": _momentum, "nesterov": _nesterov}.items():
        w, v = w0, np.zeros_like(w0)
        path = [w]
        for k in range(steps):
            w, v = make(grad_fn, lr, k / (k + 3))(w, v)
            path.append(w)
        paths[name] = np.array(path)
    return paths


@mistake(
    ko="속도를 기록했습니다. 경로에는 무엇이 놓이나요?",
    en="It is the velocities that are recorded. What does a path consist of?",
)
def velocities_recorded(grad_fn, w0, lr, beta, steps):
    paths = _race(_steps(grad_fn, lr, beta), w0, steps)
    return {name: np.diff(path, axis=0, prepend=path[:1]) for name, path in paths.items()}


@mistake(
    ko="세 방법의 걸음을 번갈아 한 점에 걸었습니다. 각 방법은 자기 경로를 따로 걷습니다.",
    en="All three move one and the same point in turn. Does each have a point of its own?",
)
def one_point_for_all(grad_fn, w0, lr, beta, steps):
    ways, w = _steps(grad_fn, lr, beta), w0
    velocities = {name: np.zeros_like(w0) for name in ways}
    paths = {name: [w0] for name in ways}
    for _ in range(steps):
        for name, step in ways.items():
            w, velocities[name] = step(w, velocities[name])
            paths[name].append(w)
    return {name: np.array(path) for name, path in paths.items()}


def _walks(grad_fn, lr, beta, **others):
    return {**_steps(grad_fn, lr, beta), **others}


@mistake(
    ko="nesterov가 기울기 걸음까지 마친 곳을 미리 봅니다. 가 볼 때는 관성만 씁니다.",
    en="nesterov looks beyond a gradient step as well. What alone carries it ahead?",
)
def looks_ahead_by_a_full_step(grad_fn, w0, lr, beta, steps):
    def full(w, v):
        v = beta * v - lr * grad_fn(w + beta * v - lr * grad_fn(w))
        return w + v, v

    return _race(_walks(grad_fn, lr, beta, nesterov=full), w0, steps)


@mistake(
    ko="nesterov의 걸음이 미리 가 본 곳에서 시작합니다. w는 어디에 있었나요?",
    en="nesterov's step starts at the point ahead. Where was w?",
)
def never_comes_back(grad_fn, w0, lr, beta, steps):
    def ahead(w, v):
        w = w + beta * v
        v = beta * v - lr * grad_fn(w)
        return w + v, v

    return _race(_walks(grad_fn, lr, beta, nesterov=ahead), w0, steps)


@mistake(
    ko="nesterov가 기울기도 걸음도 미리 가 본 곳에서 구합니다. 한 번이면 되지 않나요?",
    en="nesterov takes its gradient ahead and steps ahead too. Is once not enough?",
)
def ahead_two_times(grad_fn, w0, lr, beta, steps):
    def twice(w, v):
        grad = grad_fn(w + beta * v)
        v = beta * v - lr * grad
        return w + beta * v - lr * grad, v

    return _race(_walks(grad_fn, lr, beta, nesterov=twice), w0, steps)


@mistake(
    ko="momentum만 이동평균의 속도를 씁니다. 새 기울기에는 (1-β)를 곱하지 않습니다.",
    en="momentum alone has a moving average for its velocity. What multiplies the new gradient?",
)
def momentum_as_moving_average(grad_fn, w0, lr, beta, steps):
    way = _momentum(grad_fn, (1 - beta) * lr, beta)
    return _race(_walks(grad_fn, lr, beta, momentum=way), w0, steps)


@mistake(
    ko="w가 지난 속도로 움직입니다. 속도를 먼저 갱신하지 않나요?",
    en="w moves by the old velocity. Is the velocity not updated first?",
    both=[True, False],
)
def moved_by_the_old_velocity(grad_fn, w0, lr, beta, steps, *, both):
    def late(way):
        def step(w, v):
            return w + v, way(w, v)[1]

        return step

    ways = _steps(grad_fn, lr, beta)
    wrong = {"momentum": late(ways["momentum"])}
    if both:
        wrong["nesterov"] = late(ways["nesterov"])
    return _race({**ways, **wrong}, w0, steps)


@mistake(
    ko="걸음이 갈수록 학습률이 작아집니다. 여기서 lr은 변하지 않습니다.",
    en="The rate gets smaller from step to step. Here lr stays what it is.",
    power=[0.5, 1],
)
def rate_falls_with_the_steps(grad_fn, w0, lr, beta, steps, *, power):
    paths = {}
    for name in ("sgd", "momentum", "nesterov"):
        w, v = w0, np.zeros_like(w0)
        path = [w]
        for k in range(steps):
            w, v = _steps(grad_fn, lr / (k + 1) ** power, beta)[name](w, v)
            path.append(w)
        paths[name] = np.array(path)
    return paths


@mistake(
    ko="첫 속도가 0이 아니라 첫 기울기입니다. 속도는 어디에서 시작하나요?",
    en="The first velocity is a gradient. Where do velocities start?",
)
def velocity_started_at_the_gradient(grad_fn, w0, lr, beta, steps):
    paths = {}
    for name, step in _steps(grad_fn, lr, beta).items():
        w, v = w0, -lr * grad_fn(w0)
        path = [w]
        for _ in range(steps):
            w, v = step(w, v)
            path.append(w)
        paths[name] = np.array(path)
    return paths


@mistake(
    ko="기울기를 잘라서 썼습니다(clipping). 여기서는 기울기를 그대로 씁니다.",
    en="The gradients are clipped. Here they are used as they are.",
    bound=[0.5, 1],
)
def gradients_clipped(grad_fn, w0, lr, beta, steps, *, bound):
    def clipped(w):
        return np.clip(grad_fn(w), -bound, bound)

    return _race(_steps(clipped, lr, beta), w0, steps)


@mistake(
    ko="한 걸음 더 걸었습니다. 걸음이 steps번이면 점은 몇 개인가요?",
    en="There is one step too many. How many points do that many steps make?",
)
def one_step_too_many(grad_fn, w0, lr, beta, steps):
    return _race(_steps(grad_fn, lr, beta), w0, steps + 1)


@mistake(
    ko="위치가 아니라 기울기를 기록했습니다. 경로에는 무엇이 놓이나요?",
    en="It is the gradients that are recorded. What does a path consist of?",
)
def gradients_recorded(grad_fn, w0, lr, beta, steps):
    paths = _race(_steps(grad_fn, lr, beta), w0, steps)
    return {name: np.array([grad_fn(w) for w in path]) for name, path in paths.items()}


@mistake(
    ko="nesterov가 새 속도로 미리 가 봅니다. 가 보기 전에 아는 것은 어느 속도인가요?",
    en="nesterov looks ahead by a velocity with this step's gradient. Which is known before?",
)
def looks_ahead_by_the_new_velocity(grad_fn, w0, lr, beta, steps):
    def new(w, v):
        ahead = beta * v - lr * grad_fn(w)
        v = beta * v - lr * grad_fn(w + beta * ahead)
        return w + v, v

    return _race(_walks(grad_fn, lr, beta, nesterov=new), w0, steps)
