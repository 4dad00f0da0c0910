import numpy as np

from autograder import mistake


def _softmax(z, axis=1):
    powers = np.exp(z - np.max(z, axis=axis, keepdims=True))
    return powers / np.sum(powers, axis=axis, keepdims=True)


def _one_hot(logits, targets):
    table = np.zeros_like(logits)
    table[np.arange(len(targets)), targets] = 1
    return table


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
)
def gradient_of_the_probabilities(logits, targets):
    return -_one_hot(logits, targets) / _softmax(logits) / len(targets)


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
