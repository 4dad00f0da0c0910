import numpy as np

from autograder import mistake


def _batches(order, batch_size):
    return [order[start : start + batch_size] for start in range(0, len(order), batch_size)]


def _gradient(w, X, y):
    return 2 / len(y) * (X.T @ (X @ w - y))


def _trained(w0, batch_size, orders, step):
    w = w0
    path = [w]
    for order in orders:
        for batch in _batches(order, batch_size):
            w = step(w, batch)
        path.append(w)
    return np.array(path)


@mistake(
    ko="마지막 배치에는 행이 몇 개 있나요? 평균은 실제로 들어 있는 행의 개수로 나눕니다.",
    en="How many rows are in the last batch? A mean divides by the rows that are there.",
)
def short_batch_divided_by_batch_size(X, y, w0, lr, batch_size, orders):
    def step(w, batch):
        return w - lr * 2 / batch_size * (X[batch].T @ (X[batch] @ w - y[batch]))

    return _trained(w0, batch_size, orders, step)


@mistake(
    ko="나누어떨어지지 않을 때 남는 행도 학습에 쓰이나요?",
    en="Do the rows that are left over take part in the training?",
)
def short_batch_dropped(X, y, w0, lr, batch_size, orders):
    w = w0
    path = [w]
    for order in orders:
        for k in range(len(order) // batch_size):
            batch = order[k * batch_size : (k + 1) * batch_size]
            w = w - lr * _gradient(w, X[batch], y[batch])
        path.append(w)
    return np.array(path)


@mistake(
    ko="두 번째 에폭은 어떤 순서로 데이터를 보나요? 에폭마다 순서가 따로 있습니다.",
    en="In which order does the second epoch see the data? Each epoch has one of its own.",
)
def first_order_in_every_epoch(X, y, w0, lr, batch_size, orders):
    w = w0
    path = [w]
    for _ in orders:
        for batch in _batches(orders[0], batch_size):
            w = w - lr * _gradient(w, X[batch], y[batch])
        path.append(w)
    return np.array(path)


@mistake(
    ko="데이터를 파일에 있는 순서대로 보고 있습니다. orders를 썼나요?",
    en="The data are seen in the order in which they lie. Is orders used?",
)
def orders_ignored(X, y, w0, lr, batch_size, orders):
    w = w0
    path = [w]
    for order in orders:
        for batch in _batches(np.arange(len(order)), batch_size):
            w = w - lr * _gradient(w, X[batch], y[batch])
        path.append(w)
    return np.array(path)


@mistake(
    ko="걸음마다 전체 데이터의 기울기를 쓰고 있습니다. 미니 배치에서는 무엇으로 계산하나요?",
    en="Every step uses the gradient of all the data. From what does a mini-batch step compute it?",
)
def full_gradient_in_every_step(X, y, w0, lr, batch_size, orders):
    w = w0
    path = [w]
    for order in orders:
        for _ in _batches(order, batch_size):
            w = w - lr * _gradient(w, X, y)
        path.append(w)
    return np.array(path)


@mistake(
    ko="가중치는 배치마다 바뀝니다. 한 에폭의 기울기를 모두 같은 곳에서 구하지 않았나요?",
    en="The weights move with every batch. Where are the gradients of one epoch taken?",
)
def gradients_at_the_start_of_the_epoch(X, y, w0, lr, batch_size, orders):
    w = w0
    path = [w]
    for order in orders:
        first = w
        for batch in _batches(order, batch_size):
            w = w - lr * _gradient(first, X[batch], y[batch])
        path.append(w)
    return np.array(path)


@mistake(
    ko="손실은 제곱 오차의 평균이고 앞에 1/2이 없습니다. 걸음마다 반만 가고 있지 않나요?",
    en="The loss is the mean of squared errors, without a 1/2. Is every step half as long?",
)
def half_of_every_step(X, y, w0, lr, batch_size, orders):
    def step(w, batch):
        return w - lr * (X[batch].T @ (X[batch] @ w - y[batch])) / len(batch)

    return _trained(w0, batch_size, orders, step)


@mistake(
    ko="결과의 첫 행은 학습을 시작하기 전의 가중치입니다.",
    en="The first row of the result is where the weights were before any training.",
)
def start_left_out(X, y, w0, lr, batch_size, orders):
    w = w0
    path = []
    for order in orders:
        for batch in _batches(order, batch_size):
            w = w - lr * _gradient(w, X[batch], y[batch])
        path.append(w)
    return np.array(path).reshape(len(orders), len(w0))


@mistake(
    ko="가중치를 언제 기록하나요? 배치마다가 아니라 에폭마다 한 번입니다.",
    en="When are the weights written down? Once an epoch, not once a batch.",
)
def every_step_recorded(X, y, w0, lr, batch_size, orders):
    w = w0
    path = [w]
    for order in orders:
        for batch in _batches(order, batch_size):
            w = w - lr * _gradient(w, X[batch], y[batch])
            path.append(w)
    return np.array(path)


@mistake(
    ko="모든 행이 마지막 가중치와 같습니다. 리스트에 같은 배열을 여러 번 넣지 않았나요?",
    en="Every row is the last one. Is it the same array that was put into the list each time?",
)
def same_array_in_every_row(X, y, w0, lr, batch_size, orders):
    w = w0.copy()
    path = [w]
    for order in orders:
        for batch in _batches(order, batch_size):
            w -= lr * _gradient(w, X[batch], y[batch])
        path.append(w)
    return np.array(path)


@mistake(
    ko="학습이 끝나면 w0은 어디에 있나요? 같은 시작점에서 다시 학습할 수 있어야 합니다.",
    en="Where is w0 after the training? One has to be able to train from it again.",
)
def start_changed_in_place(X, y, w0, lr, batch_size, orders):
    w = w0
    path = [w.copy()]
    for order in orders:
        for batch in _batches(order, batch_size):
            w -= lr * _gradient(w, X[batch], y[batch])
        path.append(w.copy())
    return np.array(path)


@mistake(
    ko="float32를 받으면 float32를 돌려줍니다. 결과를 담을 배열의 dtype은 무엇인가요?",
    en="float32 in, float32 out: of which dtype is the array that holds the result?",
)
def result_in_double_precision(X, y, w0, lr, batch_size, orders):
    path = np.zeros((len(orders) + 1, len(w0)))
    path[0] = w = w0
    for epoch, order in enumerate(orders, start=1):
        for batch in _batches(order, batch_size):
            w = w - lr * _gradient(w, X[batch], y[batch])
        path[epoch] = w
    return path


@mistake(
    ko="기울기는 오르막 방향입니다. 손실을 줄이려면 어느 쪽으로 가야 하나요?",
    en="The gradient points uphill. Which way does the loss get smaller?",
)
def climbs_instead(X, y, w0, lr, batch_size, orders):
    def step(w, batch):
        return w + lr * _gradient(w, X[batch], y[batch])

    return _trained(w0, batch_size, orders, step)


@mistake(
    ko="배치의 기울기가 합입니다. 배치가 두 배로 커지면 걸음도 두 배가 되어야 하나요?",
    en="The gradient of a batch is a sum. Should twice the batch make the step twice as long?",
)
def summed_over_the_batch(X, y, w0, lr, batch_size, orders):
    def step(w, batch):
        return w - lr * 2 * (X[batch].T @ (X[batch] @ w - y[batch]))

    return _trained(w0, batch_size, orders, step)


@mistake(
    ko="모든 행의 개수로 나누었습니다. 한 걸음의 평균은 그 배치의 행에 대한 것입니다.",
    en="It is divided by the number of all rows. The mean of a step is over the rows of its batch.",
)
def divided_by_all_rows(X, y, w0, lr, batch_size, orders):
    def step(w, batch):
        return w - lr * 2 / len(y) * (X[batch].T @ (X[batch] @ w - y[batch]))

    return _trained(w0, batch_size, orders, step)


@mistake(
    ko="한 에폭에 한 걸음만 걷습니다. 가중치는 배치마다 바뀝니다.",
    en="There is one step in an epoch. After which batches do the weights move?",
)
def one_step_in_an_epoch(X, y, w0, lr, batch_size, orders):
    w = w0
    path = [w]
    for _ in orders:
        w = w - lr * _gradient(w, X, y)
        path.append(w)
    return np.array(path)


@mistake(
    ko="에폭의 마지막 배치로만 걸었습니다. 나머지 배치의 기울기는 어디로 갔나요?",
    en="Only the last batch of an epoch moves the weights. Where did the other gradients go?",
)
def last_batch_alone(X, y, w0, lr, batch_size, orders):
    w = w0
    path = [w]
    for order in orders:
        batch = _batches(order, batch_size)[-1]
        w = w - lr * _gradient(w, X[batch], y[batch])
        path.append(w)
    return np.array(path)


@mistake(
    ko="앞 배치의 기울기가 남아 쌓입니다(zero_grad). 한 걸음에는 어느 배치의 기울기가 필요한가요?",
    en="The gradients of earlier batches pile up: no zero_grad. Whose does a step need?",
)
def gradients_pile_up(X, y, w0, lr, batch_size, orders):
    piled = np.zeros_like(w0)

    def step(w, batch):
        piled[:] += _gradient(w, X[batch], y[batch])
        return w - lr * piled

    return _trained(w0, batch_size, orders, step)


@mistake(
    ko="에폭이 지날수록 학습률이 작아집니다. 여기서 lr은 변하지 않습니다.",
    en="The rate gets smaller from epoch to epoch. Here lr stays what it is.",
)
def rate_falls_with_the_epochs(X, y, w0, lr, batch_size, orders):
    w = w0
    path = [w]
    for epoch, order in enumerate(orders):
        for batch in _batches(order, batch_size):
            w = w - lr / (1 + epoch) * _gradient(w, X[batch], y[batch])
        path.append(w)
    return np.array(path)


@mistake(
    ko="에폭마다 처음부터 다시 학습합니다. 두 번째 에폭은 어디에서 시작하나요?",
    en="Each epoch trains from scratch. Where does the second one start?",
)
def every_epoch_from_the_start(X, y, w0, lr, batch_size, orders):
    rows = [_trained(w0, batch_size, [order], _plain_step(X, y, lr))[-1] for order in orders]
    return np.array([w0, *rows])


def _plain_step(X, y, lr):
    return lambda w, batch: w - lr * _gradient(w, X[batch], y[batch])


@mistake(
    ko="앞 에폭에서 섞인 데이터를 또 섞었습니다. orders의 번호는 어떤 배열의 행 번호인가요?",
    en="Data that the epoch before has shuffled are shuffled again. Of what do orders number rows?",
)
def orders_one_upon_another(X, y, w0, lr, batch_size, orders):
    w = w0
    path = [w]
    for order in orders:
        X, y = X[order], y[order]
        for batch in _batches(np.arange(len(y)), batch_size):
            w = w - lr * _gradient(w, X[batch], y[batch])
        path.append(w)
    return np.array(path)


@mistake(
    ko="에폭마다 손실을 기록했습니다. 묻는 것은 가중치 아닌가요?",
    en="The loss is recorded after each epoch. Is it not the weights that are asked for?",
)
def losses_recorded(X, y, w0, lr, batch_size, orders):
    path = _trained(w0, batch_size, orders, _plain_step(X, y, lr))
    return np.mean((path @ X.T - y) ** 2, axis=1)


@mistake(
    ko="마지막 가중치 하나만 돌려주었습니다. 에폭마다의 가중치는 어디에 있나요?",
    en="Only the last weights come back. Where are those after the other epochs?",
)
def last_weights_alone(X, y, w0, lr, batch_size, orders):
    return _trained(w0, batch_size, orders, _plain_step(X, y, lr))[-1]


@mistake(
    ko="0에서 시작했습니다. 시작하는 가중치는 주어져 있지 않나요?",
    en="The weights start at zero. Is there no start given?",
)
def started_at_zero(X, y, w0, lr, batch_size, orders):
    return _trained(np.zeros_like(w0), batch_size, orders, _plain_step(X, y, lr))


@mistake(
    ko="한 에폭 동안의 가중치를 평균했습니다. 기록하는 것은 언제의 가중치인가요?",
    en="The weights of an epoch are averaged. The weights of which moment are asked for?",
)
def weights_averaged_over_the_epoch(X, y, w0, lr, batch_size, orders):
    w = w0
    path = [w]
    for order in orders:
        seen = []
        for batch in _batches(order, batch_size):
            w = w - lr * _gradient(w, X[batch], y[batch])
            seen.append(w)
        path.append(np.mean(seen, axis=0))
    return np.array(path)


@mistake(
    ko="지난 걸음이 다음 걸음에 남습니다(모멘텀). 한 걸음은 그 배치의 기울기만 쓰지 않나요?",
    en="Earlier steps live on in the next one: momentum. What alone makes a step here?",
    beta=[0.5, 0.9],
)
def with_momentum(X, y, w0, lr, batch_size, orders, *, beta):
    v = np.zeros_like(w0)

    def step(w, batch):
        v[:] = beta * v - lr * _gradient(w, X[batch], y[batch])
        return w + v

    return _trained(w0, batch_size, orders, step)


@mistake(
    ko="에폭마다 학습률에 1보다 작은 수를 곱합니다. 여기서 lr은 변하지 않습니다.",
    en="The rate is multiplied by less than 1 after each epoch. Here lr stays what it is.",
    gamma=[0.5, 0.9, 0.95, 0.99],
)
def rate_shrinks_by_a_factor(X, y, w0, lr, batch_size, orders, *, gamma):
    w = w0
    path = [w]
    for epoch, order in enumerate(orders):
        for batch in _batches(order, batch_size):
            w = w - lr * gamma**epoch * _gradient(w, X[batch], y[batch])
        path.append(w)
    return np.array(path)


@mistake(
    ko="걸음마다 학습률이 작아집니다. 여기서 lr은 변하지 않습니다.",
    en="The rate gets smaller from step to step. Here lr stays what it is.",
    power=[0.5, 1],
)
def rate_falls_with_the_steps(X, y, w0, lr, batch_size, orders, *, power):
    taken = [0]

    def step(w, batch):
        taken[0] += 1
        return w - lr / taken[0] ** power * _gradient(w, X[batch], y[batch])

    return _trained(w0, batch_size, orders, step)


@mistake(
    ko="배치들의 기울기를 평균해 에폭마다 한 걸음만 걷습니다. 가중치는 배치마다 바뀝니다.",
    en="The gradients of an epoch are averaged for one step. After what do the weights move?",
)
def gradients_averaged_over_the_epoch(X, y, w0, lr, batch_size, orders):
    w = w0
    path = [w]
    for order in orders:
        gradients = [_gradient(w, X[batch], y[batch]) for batch in _batches(order, batch_size)]
        w = w - lr * np.mean(gradients, axis=0)
        path.append(w)
    return np.array(path)


@mistake(
    ko="기울기를 잘라서 썼습니다(clipping). 여기서는 기울기를 그대로 씁니다.",
    en="The gradients are clipped. Here they are used as they are.",
    bound=[0.5, 1],
)
def gradients_clipped(X, y, w0, lr, batch_size, orders, *, bound):
    def step(w, batch):
        return w - lr * np.clip(_gradient(w, X[batch], y[batch]), -bound, bound)

    return _trained(w0, batch_size, orders, step)


@mistake(
    ko="가중치의 패널티가 들어 있습니다(weight decay). 이 손실은 오차만 보지 않나요?",
    en="A penalty on the weights is in it: weight decay. Is this loss not of errors alone?",
    decay=[1e-3, 1e-2, 2e-2, 0.1],
)
def weights_decay_as_well(X, y, w0, lr, batch_size, orders, *, decay):
    def step(w, batch):
        return w - lr * (_gradient(w, X[batch], y[batch]) + decay * w)

    return _trained(w0, batch_size, orders, step)


@mistake(
    ko="X만 섞고 y는 그대로 두었습니다. 한 행의 정답은 어디에 있나요?",
    en="X is shuffled and y is not. Where is the target of a row then?",
)
def targets_not_shuffled(X, y, w0, lr, batch_size, orders):
    w = w0
    path = [w]
    for order in orders:
        for places in _batches(np.arange(len(order)), batch_size):
            w = w - lr * _gradient(w, X[order[places]], y[places])
        path.append(w)
    return np.array(path)


@mistake(
    ko="에폭의 첫 배치만 썼습니다. 나머지 행은 언제 보나요?",
    en="Only the first batch of an epoch is used. When are the other rows seen?",
)
def first_batch_alone(X, y, w0, lr, batch_size, orders):
    w = w0
    path = [w]
    for order in orders:
        batch = order[:batch_size]
        w = w - lr * _gradient(w, X[batch], y[batch])
        path.append(w)
    return np.array(path)


@mistake(
    ko="배치와 상관없이 한 행마다 걸었습니다. batch_size는 어디에 쓰이나요?",
    en="Each row makes a step of its own, whatever its batch. Where is batch_size used?",
)
def one_step_for_each_row(X, y, w0, lr, batch_size, orders):
    return _trained(w0, 1, orders, _plain_step(X, y, lr))


@mistake(
    ko="오차의 부호만 쓰고 있습니다. 제곱 오차의 기울기는 오차가 클수록 어떻게 되나요?",
    en="Only the signs of the errors are in use. What do larger errors do to a square's gradient?",
)
def absolute_errors(X, y, w0, lr, batch_size, orders):
    def step(w, batch):
        return w - lr * (X[batch].T @ np.sign(X[batch] @ w - y[batch])) / len(batch)

    return _trained(w0, batch_size, orders, step)


@mistake(
    ko="배치의 기울기가 합이고 앞의 2도 없습니다. 손실은 무엇의 평균인가요?",
    en="The gradient of a batch is a sum, and without its 2. What is the loss the mean of?",
)
def half_the_sum_over_the_batch(X, y, w0, lr, batch_size, orders):
    def step(w, batch):
        return w - lr * (X[batch].T @ (X[batch] @ w - y[batch]))

    return _trained(w0, batch_size, orders, step)


@mistake(
    ko="학습률을 걸음 수로 직접 정했습니다(learning schedule). 주어진 lr은 어디에 쓰이나요?",
    en="The rate comes from a learning schedule of the steps. Where is the given lr used?",
)
def schedule_of_its_own(X, y, w0, lr, batch_size, orders):
    taken = [0]

    def step(w, batch):
        taken[0] += 1
        return w - 5 / (taken[0] + 49) * _gradient(w, X[batch], y[batch])

    return _trained(w0, batch_size, orders, step)
