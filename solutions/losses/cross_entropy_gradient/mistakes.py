import numpy as np

from autograder import mistake


def _softmax(z, axis=1):
    powers = np.exp(z - np.max(z, axis=axis, keepdims=True))
    return powers / np.sum(powers, axis=axis, keepdims=True)


def _one_hot(logits, targets):
    table = np.zeros_like(logits)
    table[np.arange(len(targets)), targets] = 1
    return table


def _right(logits, targets):
    return (_softmax(logits) - _one_hot(logits, targets)) / len(targets)


@mistake(
    ko="손실은 표본에 대한 평균입니다. 그 기울기도 표본의 수에 따라 달라지나요?",
    en="The loss is a mean over the samples. Does this gradient know how many there are?",
)
def not_divided_by_the_samples(logits, targets):
    return _softmax(logits) - _one_hot(logits, targets)


@mistake(
    ko="클래스의 수로도 나누었습니다. 손실은 표본마다 하나씩입니다.",
    en="It is divided by the number of classes too. There is one loss for each sample.",
)
def divided_by_all_entries(logits, targets):
    return (_softmax(logits) - _one_hot(logits, targets)) / logits.size


@mistake(
    ko="정답 클래스의 로짓을 올리면 손실은 커지나요, 작아지나요? 기울기의 부호와 맞추어 보세요.",
    en="Does the loss rise with the logit of the true class? Compare the sign of the gradient.",
)
def sign_reversed(logits, targets):
    return (_one_hot(logits, targets) - _softmax(logits)) / len(targets)


@mistake(
    ko="정답이 아닌 클래스의 기울기가 0입니다. 그 점수들도 softmax의 분모에 들어 있습니다.",
    en="The other classes have gradient 0. Their scores are in the denominator of the softmax too.",
)
def other_classes_left_out(logits, targets):
    one_hot = _one_hot(logits, targets)
    return one_hot * (_softmax(logits) - one_hot) / len(targets)


@mistake(
    ko="확률에 대한 기울기입니다. 확률에서 로짓까지 한 단계가 더 남았습니다.",
    en="This is the gradient by the probabilities. One step is left, from there to the logits.",
    eps=[0, 1e-7],
)
def gradient_of_the_probabilities(logits, targets, *, eps):
    return -_one_hot(logits, targets) / (_softmax(logits) + eps) / len(targets)


@mistake(
    ko="p(1 − p)를 한 번 더 곱했습니다. 로그의 미분과 만나면 이 인자는 이미 지워집니다.",
    en="It is multiplied by p(1 - p) once more. The derivative of the log has cancelled that.",
)
def multiplied_by_the_slope(logits, targets):
    p = _softmax(logits)
    return (p - _one_hot(logits, targets)) * p * (1 - p) / len(targets)


@mistake(
    ko="모든 행의 모든 정답 열에서 1을 뺐습니다. 행마다 자기 정답 하나만 있습니다.",
    en="1 is taken off in all target columns of every row. Each row has its own target alone.",
)
def every_target_in_every_row(logits, targets):
    gradient = _softmax(logits)
    gradient[:, targets] -= 1
    return gradient / len(targets)


@mistake(
    ko="표본은 행에 있습니다. 합이 1이 되어야 하는 것은 행일까요, 열일까요?",
    en="The samples are in the rows. Is it the rows that sum to 1, or the columns?",
)
def softmax_over_the_columns(logits, targets):
    return (_softmax(logits, axis=0) - _one_hot(logits, targets)) / len(targets)


@mistake(
    ko="로짓이 1000이면 exp가 넘칩니다. 행마다 무엇을 빼도 확률은 그대로일까요?",
    en="exp overflows at a logit of 1000. What may be taken off a row without changing it?",
)
def no_shift(logits, targets):
    powers = np.exp(logits)
    p = powers / np.sum(powers, axis=1, keepdims=True)
    return (p - _one_hot(logits, targets)) / len(targets)


@mistake(
    ko="배열 전체의 최댓값을 뺐습니다. 점수가 훨씬 낮은 행에는 무엇이 남나요?",
    en="The maximum of the whole array is taken off. What is left of a row with far lower scores?",
)
def shifted_by_the_largest_of_all(logits, targets):
    powers = np.exp(logits - np.max(logits))
    p = powers / np.sum(powers, axis=1, keepdims=True)
    return (p - _one_hot(logits, targets)) / len(targets)


@mistake(
    ko="원-핫 표의 dtype은 무엇인가요? float32에서 float64를 빼면 float64가 됩니다.",
    en="What is the dtype of the one-hot table? float32 less float64 is float64.",
)
def one_hot_in_float64(logits, targets):
    return (_softmax(logits) - np.eye(logits.shape[1])[targets]) / len(targets)


@mistake(
    ko="기울기를 로짓 배열에 덮어썼습니다. 부른 쪽은 로짓을 잃습니다.",
    en="The gradient is written over the logits, and the caller has lost them.",
)
def logits_overwritten(logits, targets):
    logits[:] = _softmax(logits)
    logits[np.arange(len(targets)), targets] -= 1
    logits /= len(targets)
    return logits


@mistake(
    ko="점수에서 바로 원-핫을 뺐습니다. 무엇의 예측에서 정답을 빼야 하나요?",
    en="The truth is taken off the scores themselves. Off which prediction should it be?",
)
def softmax_left_out(logits, targets):
    return (logits - _one_hot(logits, targets)) / len(targets)


@mistake(
    ko="점수마다 시그모이드를 따로 구했습니다. 한 행의 기울기를 모두 더하면 0이 되나요?",
    en="Each score has a sigmoid of its own. Does a row of this gradient sum to 0?",
)
def sigmoid_of_each_score(logits, targets):
    p = np.exp(np.minimum(logits, 0)) / (1 + np.exp(-np.abs(logits)))
    return (p - _one_hot(logits, targets)) / len(targets)


@mistake(
    ko="최댓값도 합도 배치 전체에서 구했습니다. 합이 1이 되어야 하는 것은 표본 하나의 확률입니다.",
    en="Maximum and sum are those of the whole batch. It is one sample that has to sum to 1.",
)
def one_softmax_for_the_batch(logits, targets):
    powers = np.exp(logits - np.max(logits))
    return (powers / np.sum(powers) - _one_hot(logits, targets)) / len(targets)


@mistake(
    ko="softmax의 미분만 있고 정답이 없습니다. 정답 클래스는 어디에서 들어오나요?",
    en="This is the slope of the softmax alone. Where does the true class come in?",
)
def slope_of_the_softmax_alone(logits, targets):
    p = _softmax(logits)
    return p * (1 - p) / len(targets)


@mistake(
    ko="점수 차이가 1을 넘는지만 보았습니다(hinge). 여기의 기울기는 확률에 비례합니다.",
    en="It only asks which scores come within 1: the hinge loss. Here probabilities count.",
)
def hinge_gradient(logits, targets):
    one_hot = _one_hot(logits, targets)
    true = np.sum(logits * one_hot, axis=1, keepdims=True)
    within = (logits - true + 1 > 0).astype(logits.dtype) * (1 - one_hot)
    return (within - one_hot * np.sum(within, axis=1, keepdims=True)) / len(targets)


@mistake(
    ko="정답의 번호는 0부터 셉니다. 1을 빼면 옆 클래스를 가리킵니다.",
    en="The targets count from 0. With 1 taken off they point to the class beside.",
)
def targets_counted_from_one(logits, targets):
    return (_softmax(logits) - _one_hot(logits, targets - 1)) / len(targets)


@mistake(
    ko="클래스의 수로 나누었습니다. 평균은 표본에 대한 것입니다.",
    en="It is divided by the number of classes. The mean is over the samples.",
)
def divided_by_the_classes(logits, targets):
    return (_softmax(logits) - _one_hot(logits, targets)) / logits.shape[1]


@mistake(
    ko="정답의 확률을 1보다 조금 작게 잡았습니다(label smoothing). 원-핫에서 정답은 얼마인가요?",
    en="A little of the truth goes to the other classes: label smoothing. What is one-hot?",
    alpha=[0.1, 0.2],
)
def labels_smoothed(logits, targets, *, alpha):
    truth = (1 - alpha) * _one_hot(logits, targets) + alpha / logits.shape[1]
    return (_softmax(logits) - truth) / len(targets)


@mistake(
    ko="행마다 softmax의 야코비안이 있습니다. 손실의 미분과 곱하면 모양이 어떻게 되나요?",
    en="Each row has a Jacobian of the softmax. What shape is left once the loss's slope meets it?",
)
def jacobian_of_the_softmax(logits, targets):
    p = _softmax(logits)
    return np.array([np.diag(row) - np.outer(row, row) for row in p])


@mistake(
    ko="로그 확률에 대한 기울기입니다. 정답이 아닌 클래스의 점수는 손실을 바꾸지 않나요?",
    en="This is the gradient by the log-probabilities. Do the other scores not change the loss?",
)
def gradient_of_the_log_probabilities(logits, targets):
    return -_one_hot(logits, targets) / len(targets)


@mistake(
    ko="행에 대해 평균했습니다. 로짓마다 미분이 하나씩 있어야 하지 않나요?",
    en="It is averaged over the rows. Does each logit not have a derivative of its own?",
)
def averaged_over_the_rows(logits, targets):
    return np.mean(_softmax(logits) - _one_hot(logits, targets), axis=0)


@mistake(
    ko="가중치에 대한 기울기처럼 입력을 곱했습니다. 무엇으로 미분하나요?",
    en="It is multiplied by an input, as for the weights of a layer. By what is it differentiated?",
)
def gradient_by_weights(logits, targets):
    return logits.T @ (_softmax(logits) - _one_hot(logits, targets)) / len(targets)


@mistake(
    ko="행마다 정답의 자리 하나만 돌려주었습니다. 다른 클래스의 미분은 어디에 있나요?",
    en="Only the entry of the true class comes back. Where are the derivatives of the others?",
)
def true_entries_alone(logits, targets):
    return (_softmax(logits)[np.arange(len(targets)), targets] - 1) / len(targets)


@mistake(
    ko="제곱 오차를 softmax까지 미분한 것입니다. 이 손실에는 로그가 있지 않나요?",
    en="This is the gradient of squared errors after a softmax. Is there no logarithm in the loss?",
    factor=[1, 2],
)
def gradient_of_squared_errors(logits, targets, *, factor):
    p = _softmax(logits)
    difference = p - _one_hot(logits, targets)
    inner = np.sum(p * difference, axis=1, keepdims=True)
    return factor * p * (difference - inner) / len(targets)


@mistake(
    ko="확률을 0과 1에서 떼어 놓았습니다. 손실에도 그런 자르기가 있나요?",
    en="The probabilities are kept away from 0 and 1. Does the loss clip them too?",
)
def probabilities_clipped(logits, targets):
    p = np.clip(_softmax(logits), 1e-4, 1 - 1e-4)
    return (p - _one_hot(logits, targets)) / len(targets)


@mistake(
    ko="p(1 - p)로 나누었습니다. 클래스마다 예/아니요를 물을 때의 확률에 대한 기울기 아닌가요?",
    en="It is divided by p(1 - p), as for a yes or no by its probability. What cancels here?",
)
def divided_by_the_slope(logits, targets):
    p = _softmax(logits)
    return (p - _one_hot(logits, targets)) / (p * (1 - p)) / len(targets)


@mistake(
    ko="점수가 가장 높은 클래스에서 1을 뺐습니다. 어느 클래스가 정답인지는 targets가 말해 줍니다.",
    en="1 is taken off the class with the highest score. Which one is true is told by targets.",
)
def predicted_class_instead_of_the_true_one(logits, targets):
    return (_softmax(logits) - _one_hot(logits, np.argmax(logits, axis=1))) / len(targets)


@mistake(
    ko="softmax를 두 번 거쳤습니다. 확률을 다시 로짓으로 쓰고 있지 않나요?",
    en="The softmax is applied twice. Are probabilities used as logits?",
)
def softmax_twice(logits, targets):
    return (_softmax(_softmax(logits)) - _one_hot(logits, targets)) / len(targets)


@mistake(
    ko="확률 대신 가장 높은 점수의 클래스만 1로 두었습니다. 아깝게 진 클래스의 확률은 0인가요?",
    en="The highest score gets 1 and all others 0. Has a close second no probability?",
)
def winner_takes_all(logits, targets):
    won = _one_hot(logits, np.argmax(logits, axis=1))
    return (won - _one_hot(logits, targets)) / len(targets)
