import numpy as np

from autograder import mistake


def _sigmoid(x):
    return np.exp(np.minimum(x, 0)) / (1 + np.exp(-np.abs(x)))


def _losses(x, y):
    return np.maximum(x, 0) - x * y + np.log1p(np.exp(-np.abs(x)))


@mistake(
    ko="로짓이 1000이면 exp는 넘치고 확률은 0이나 1로 반올림됩니다. 그다음의 로그는 무엇인가요?",
    en="At a logit of 1000 exp overflows and a probability is rounded. What is its logarithm then?",
)
def infinite_or_rounded_far_out(logits, targets):
    p = _sigmoid(logits)
    return np.mean(-(targets * np.log(p) + (1 - targets) * np.log(1 - p)))


@mistake(
    ko="log(1 + exp(x))는 x가 1000이면 무엇이 되나요? 실제 값은 1000에 아주 가깝습니다.",
    en="What becomes of log(1 + exp(x)) at x = 1000? Its value is next to 1000.",
)
def softplus_that_overflows(logits, targets):
    return np.mean(np.log1p(np.exp(logits)) - logits * targets)


@mistake(
    ko="확률을 잘라 냈기 때문에 크게 틀린 답의 손실이 일정한 값을 넘지 못합니다.",
    en="The probabilities are clipped, so no answer can be more wrong than the bound allows.",
    eps=[1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-10, 1e-12, 1e-15, 2.220446049250313e-16],
)
def probabilities_clipped(logits, targets, *, eps):
    p = np.clip(_sigmoid(logits), eps, 1 - eps)
    return np.mean(-(targets * np.log(p) + (1 - targets) * np.log(1 - p)))


@mistake(
    ko="로그 안에 더한 작은 수가 모든 손실을 조금씩 바꾸고, 큰 손실은 막아 버립니다.",
    en="The small number inside the logarithm changes every loss a little and caps the large ones.",
    eps=[1e-4, 1e-7, 1e-8, 1e-10, 1e-12, 1e-15],
)
def epsilon_inside_the_logarithm(logits, targets, *, eps):
    p = _sigmoid(logits)
    return np.mean(-(targets * np.log(p + eps) + (1 - targets) * np.log(1 - p + eps)))


@mistake(
    ko="무한대를 다른 수로 바꾸면 NaN은 사라지지만 손실은 맞지 않습니다.",
    en="Replacing the infinities removes the NaN, but the loss is still not right.",
)
def infinities_replaced(logits, targets):
    p = _sigmoid(logits)
    losses = -(targets * np.log(p) + (1 - targets) * np.log(1 - p))
    return np.mean(np.nan_to_num(losses))


@mistake(
    ko="로짓을 잘랐습니다. 확신하고 틀릴수록 손실은 계속 커져야 합니다.",
    en="The logits are clipped. The surer a wrong answer is, the larger its loss has to be.",
    bound=[10, 20, 30, 50, 100],
)
def logits_clipped(logits, targets, *, bound):
    return np.mean(_losses(np.clip(logits, -bound, bound), targets))


@mistake(
    ko="로짓은 아직 확률이 아닙니다. 음수의 로그를 구하고 있지 않나요?",
    en="Logits are no probabilities yet. Is a logarithm of a negative number taken?",
)
def logits_taken_as_probabilities(logits, targets):
    return np.mean(-(targets * np.log(logits) + (1 - targets) * np.log(np.subtract(1, logits))))


@mistake(
    ko="정답이 0인 원소의 손실이 빠졌습니다. '아니요'라고 답해야 할 때도 틀릴 수 있습니다.",
    en="Entries with target 0 cost nothing here. An answer that should be no can be wrong too.",
)
def no_loss_for_target_zero(logits, targets):
    return np.mean(targets * _losses(logits, 1.0))


@mistake(
    ko="정답을 0 또는 1로 반올림했습니다. 0.3 같은 정답은 두 항 모두에 나누어 들어갑니다.",
    en="The targets are rounded to 0 or 1. A target such as 0.3 has a share in both terms.",
    least=[0.5, 1, 1e-300],
)
def targets_rounded(logits, targets, *, least):
    return np.mean(_losses(logits, np.where(np.greater_equal(targets, least), 1.0, 0.0)))


@mistake(
    ko="평균이 아니라 합입니다. 원소가 두 배로 늘면 손실도 두 배가 되나요?",
    en="This is the sum. Should twice as many entries have twice the loss?",
)
def sum_instead_of_mean(logits, targets):
    return np.sum(_losses(logits, targets))


@mistake(
    ko="행의 수로만 나누었습니다. 평균은 모든 원소에 대한 것입니다.",
    en="Only the number of rows divides. The mean is over all the entries.",
)
def divided_by_the_rows(logits, targets):
    losses = np.atleast_1d(_losses(logits, targets))
    return np.sum(losses) / len(losses)


@mistake(
    ko="원소마다의 손실입니다. 끝에서 하나의 수로 모아야 합니다.",
    en="These are the losses of the single entries. One number is asked for.",
)
def not_averaged(logits, targets):
    return _losses(logits, targets)


@mistake(
    ko="정답 배열을 그 자리에서 바꾸었습니다. 다음에 부를 때는 다른 정답이 들어옵니다.",
    en="The targets are changed in place, and the next call is given others.",
)
def targets_flipped_in_place(logits, targets):
    if_yes = targets * _losses(logits, 1.0)
    targets *= -1
    targets += 1
    return np.mean(if_yes + targets * _losses(logits, 0.0))


@mistake(
    ko="로그의 밑이 2입니다. 여기의 log는 어떤 로그인가요?",
    en="The logarithm has base 2. Which one is meant by log here?",
)
def measured_in_bits(logits, targets):
    return np.mean(_losses(logits, targets)) / np.log(2)


@mistake(
    ko="정답을 -1과 1로 옮겨 썼습니다. 0.3 같은 정답은 두 항에 어떻게 나누어 들어가나요?",
    en="The targets are moved to -1 and 1. How does a target such as 0.3 share in both terms?",
)
def targets_as_signs(logits, targets):
    return np.mean(np.logaddexp(0, -(2 * np.asarray(targets) - 1) * logits))


@mistake(
    ko="확률과 정답의 차이를 제곱했습니다. 확신하고 틀린 답의 손실은 얼마까지 커질 수 있나요?",
    en="The difference to the target is squared. How large can the loss of a sure answer become?",
)
def squared_error_of_the_probabilities(logits, targets):
    return np.mean((_sigmoid(logits) - targets) ** 2)


@mistake(
    ko="충분히 맞은 답의 손실이 정확히 0이 됩니다. 로그가 들어간 손실도 0이 될 수 있나요?",
    en="An answer that is right enough costs exactly 0. Can a loss with a logarithm be 0?",
)
def hinge_loss(logits, targets):
    return np.mean(np.maximum(0, 1 - (2 * np.asarray(targets) - 1) * logits))


@mistake(
    ko="시그모이드를 두 번 거쳤습니다. 확률을 다시 로짓으로 쓰고 있지 않나요?",
    en="The sigmoid is applied twice. Are probabilities used as logits?",
)
def sigmoid_twice(logits, targets):
    return np.mean(_losses(_sigmoid(logits), targets))


@mistake(
    ko="예/아니요를 원소마다 따로 묻는데 확률들의 합이 1이 되었습니다. 어떤 함수를 거쳤나요?",
    en="Each entry is a yes or no of its own, yet the probabilities sum to 1. What made them so?",
)
def softmax_instead_of_sigmoid(logits, targets):
    powers = np.exp(np.subtract(logits, np.max(logits)))
    p = powers / np.sum(powers)
    return np.mean(-(targets * np.log(p) + (1 - targets) * np.log(1 - p)))


@mistake(
    ko="정답 자신의 엔트로피를 뺐습니다. 정답이 0.3일 때 가장 작은 손실은 0인가요?",
    en="The entropy of the targets is taken off. Is the least loss for a target of 0.3 zero?",
)
def divergence_from_the_targets(logits, targets):
    shares = np.stack([targets, np.subtract(1, targets)])
    entropy = -np.sum(shares * np.log(np.where(shares > 0, shares, 1)), axis=0)
    return np.mean(_losses(logits, targets) - entropy)


@mistake(
    ko="로그가 어떤 값보다 작아지지 못합니다(BCELoss). 더 크게 틀린 답의 손실은 얼마인가요?",
    en="No logarithm goes below a bound, as in PyTorch's BCELoss. How much worse can an answer be?",
    bound=[50, 100],
)
def logarithms_clamped(logits, targets, *, bound):
    p = _sigmoid(logits)
    log_p, log_not_p = np.maximum(np.log(p), -bound), np.maximum(np.log(1 - p), -bound)
    return np.mean(-(targets * log_p + (1 - targets) * log_not_p))


@mistake(
    ko="로그에 넣는 수가 어떤 값보다 작아지지 못합니다. 크게 틀린 답의 손실은 얼마까지 커지나요?",
    en="What goes into the logarithms has a least value. How large can a loss get then?",
    eps=[1e-7, 1e-8, 1e-10, 1e-12, 1e-15],
)
def probabilities_with_a_least_value(logits, targets, *, eps):
    p = _sigmoid(logits)
    log_p, log_not_p = np.log(np.maximum(p, eps)), np.log(np.maximum(1 - p, eps))
    return np.mean(-(targets * log_p + (1 - targets) * log_not_p))


@mistake(
    ko="확률을 한쪽 끝에서만 잘랐습니다. p가 1로 반올림되면 다른 로그는 무엇이 되나요?",
    en="The probability is clipped at one end alone. What if it is rounded to the other?",
)
def clipped_at_one_end(logits, targets):
    p = np.maximum(_sigmoid(logits), 1e-7)
    return np.mean(-(targets * np.log(p) + (1 - targets) * np.log(1 - p)))


@mistake(
    ko="자른 확률에 작은 수를 또 더했습니다(Keras). 손실이 얼마까지 커질 수 있나요?",
    en="The probabilities are clipped, and added to as well. How large can a loss get then?",
    eps=[1e-7, 1e-8],
)
def clipped_and_added_to(logits, targets, *, eps):
    p = np.clip(_sigmoid(logits), eps, 1 - eps)
    return np.mean(-(targets * np.log(p + eps) + (1 - targets) * np.log(1 - p + eps)))


@mistake(
    ko="쉬운 답의 손실이 더 줄어듭니다(focal loss). 여기에는 그런 가중치가 있나요?",
    en="Easy answers cost still less, as in the focal loss. Is there such a weight here?",
    gamma=[1, 2],
)
def focal_loss(logits, targets, *, gamma):
    p = _sigmoid(logits)
    if_yes, if_no = _losses(logits, 1.0), _losses(logits, 0.0)
    return np.mean(targets * (1 - p) ** gamma * if_yes + (1 - targets) * p**gamma * if_no)


@mistake(
    ko="정답을 0과 1에서 조금 떼어 놓았습니다(label smoothing). 주어진 정답은 얼마인가요?",
    en="The targets are moved away from 0 and 1: label smoothing. What targets were given?",
    alpha=[0.01, 0.1, 0.2],
)
def targets_smoothed(logits, targets, *, alpha):
    return np.mean(_losses(logits, (1 - alpha) * targets + alpha / 2))


@mistake(
    ko="로짓과 정답의 차이를 제곱했습니다. 로짓은 아직 확률이 아닙니다. 로그는 어디에 있나요?",
    en="The difference of logit and target is squared. Is a logit a probability?",
)
def squared_error_of_the_logits(logits, targets):
    return np.mean((logits - targets) ** 2)


@mistake(
    ko="확률과 정답의 차이를 그대로 평균했습니다. 확신하고 틀린 답의 손실은 얼마까지 커지나요?",
    en="The plain distance to the target is averaged. How large can the loss of a sure answer get?",
)
def absolute_error_of_the_probabilities(logits, targets):
    return np.mean(np.abs(_sigmoid(logits) - targets))


@mistake(
    ko="로그의 밑이 10입니다. 여기의 log는 어떤 로그인가요?",
    en="The logarithm has base 10. Which one is meant by log here?",
)
def decimal_logarithm(logits, targets):
    return np.mean(_losses(logits, targets)) / np.log(10)


@mistake(
    ko="p - y는 손실의 기울기입니다. 묻는 것은 손실 자체인가요?",
    en="p - y is the gradient of the loss. Is it the loss itself that is asked for?",
)
def gradient_returned(logits, targets):
    return np.mean(_sigmoid(logits) - targets)
