import numpy as np

from autograder import mistake


def _log_softmax(z, axis=1):
    shifted = z - np.max(z, axis=axis, keepdims=True)
    return shifted - np.log(np.sum(np.exp(shifted), axis=axis, keepdims=True))


def _true(table, targets):
    return table[np.arange(len(targets)), targets]


def _right(logits, targets):
    return np.mean(-_true(_log_softmax(logits), targets))


@mistake(
    ko="로짓이 1000이면 exp가 넘칩니다. 행마다 무엇을 빼도 손실은 그대로일까요?",
    en="exp overflows at a logit of 1000. What may be taken off a row without changing its loss?",
)
def no_shift(logits, targets):
    powers = np.exp(logits)
    p = powers / np.sum(powers, axis=1, keepdims=True)
    return np.mean(-np.log(_true(p, targets)))


@mistake(
    ko="exp를 더하기 전에 넘칩니다. 행마다 무엇을 빼면 합의 로그가 안전해지나요?",
    en="exp overflows before it is summed. What taken off a row makes the log of the sum safe?",
)
def log_of_a_sum_that_overflows(logits, targets):
    log_sums = np.log(np.sum(np.exp(logits), axis=1))
    return np.mean(log_sums - _true(logits, targets))


@mistake(
    ko="확률이 0으로 반올림된 뒤에 로그를 구합니다. 로그와 지수를 먼저 지울 수 있습니다.",
    en="The logarithm comes after the probability was rounded to 0. Let log and exp cancel first.",
)
def logarithm_of_a_rounded_probability(logits, targets):
    p = np.exp(_log_softmax(logits))
    return np.mean(-np.log(_true(p, targets)))


@mistake(
    ko="확률을 잘라 냈기 때문에 크게 틀린 답의 손실이 일정한 값을 넘지 못합니다.",
    en="The probabilities are clipped, so no answer can be more wrong than the bound allows.",
    eps=[1e-4, 1e-6, 1e-7, 1e-8, 1e-9, 1e-10, 1e-12, 1e-15],
)
def probabilities_clipped(logits, targets, *, eps):
    p = np.clip(np.exp(_log_softmax(logits)), eps, 1 - eps)
    return np.mean(-np.log(_true(p, targets)))


@mistake(
    ko="로그 안에 더한 작은 수가 모든 손실을 조금씩 바꾸고, 큰 손실은 막아 버립니다.",
    en="The small number inside the logarithm changes every loss a little and caps the large ones.",
    eps=[1e-4, 1e-7, 1e-8, 1e-10, 1e-12, 1e-15],
)
def epsilon_inside_the_logarithm(logits, targets, *, eps):
    p = np.exp(_log_softmax(logits))
    return np.mean(-np.log(_true(p, targets) + eps))


@mistake(
    ko="최댓값을 합에서는 뺐지만 정답의 점수에서는 빼지 않았습니다.",
    en="The maximum is taken off inside the sum, but not off the score of the true class.",
)
def shift_not_undone(logits, targets):
    shifted = logits - np.max(logits, axis=1, keepdims=True)
    log_sums = np.log(np.sum(np.exp(shifted), axis=1))
    return np.mean(log_sums - _true(logits, targets))


@mistake(
    ko="평균이 아니라 합입니다. 표본이 두 배로 늘면 손실도 두 배가 되나요?",
    en="This is the sum. Should twice as many samples have twice the loss?",
)
def sum_instead_of_mean(logits, targets):
    return -np.sum(_true(_log_softmax(logits), targets))


@mistake(
    ko="클래스의 수로도 나누었습니다. 손실은 표본마다 하나씩입니다.",
    en="It is divided by the number of classes too. There is one loss for each sample.",
)
def divided_by_all_entries(logits, targets):
    return -np.sum(_true(_log_softmax(logits), targets)) / np.size(logits)


@mistake(
    ko="표본은 행에 있습니다. 합이 1이 되어야 하는 것은 행일까요, 열일까요?",
    en="The samples are in the rows. Is it the rows that sum to 1, or the columns?",
)
def softmax_over_the_columns(logits, targets):
    return -np.mean(_true(_log_softmax(logits, axis=0), targets))


@mistake(
    ko="모든 행에서 모든 정답 열을 골랐습니다. 행마다 자기 정답 하나만 필요합니다.",
    en="All target columns are taken from every row. Each row needs its own target alone.",
)
def every_target_from_every_row(logits, targets):
    return -np.mean(_log_softmax(logits)[:, targets])


@mistake(
    ko="정답이 아닌 클래스의 손실도 더했습니다. 다른 클래스는 softmax의 분모에 이미 들어 있습니다.",
    en="The other classes are charged as well. They are in the denominator of the softmax already.",
)
def binary_loss_of_each_class(logits, targets):
    log_p = _log_softmax(logits)
    log_not_p = np.stack(
        [
            np.logaddexp.reduce(np.delete(log_p, each, axis=1), axis=1)
            for each in range(logits.shape[1])
        ],
        axis=1,
    )
    return np.mean(_true(log_not_p - log_p, targets) - np.sum(log_not_p, axis=1))


@mistake(
    ko="점수가 가장 높은 클래스의 손실입니다. 어느 클래스가 정답인지는 targets가 말해 줍니다.",
    en="This is the loss of the class with the highest score. The true one is told by targets.",
)
def predicted_class_instead_of_the_true_one(logits, targets):
    return -np.mean(np.max(_log_softmax(logits), axis=1))


@mistake(
    ko="softmax를 두 번 거쳤습니다. 확률을 다시 로짓으로 쓰고 있지 않나요?",
    en="The softmax is applied twice. Are probabilities used as logits?",
)
def softmax_twice(logits, targets):
    p = np.exp(_log_softmax(logits))
    return -np.mean(_true(_log_softmax(p), targets))


@mistake(
    ko="정답의 번호는 0부터 셉니다. 1을 빼면 옆 클래스를 가리킵니다.",
    en="The targets count from 0. With 1 taken off they point to the class beside.",
)
def targets_counted_from_one(logits, targets):
    return -np.mean(_true(_log_softmax(logits), targets - 1))


@mistake(
    ko="최댓값을 부른 쪽의 배열에서 그대로 뺐습니다. 그 배열을 다시 쓸 때 점수가 달라집니다.",
    en="The maximum is taken off the caller's own array, whose scores are others from then on.",
)
def shifted_in_place(logits, targets):
    logits -= np.max(logits, axis=1, keepdims=True)
    return -np.mean(_true(_log_softmax(logits), targets))


@mistake(
    ko="클래스의 수로 나누었습니다. 평균은 표본에 대한 것입니다.",
    en="It is divided by the number of classes. The mean is over the samples.",
)
def divided_by_the_classes(logits, targets):
    return np.sum(-_true(_log_softmax(logits), targets)) / logits.shape[1]


@mistake(
    ko="로그의 밑이 2입니다. 여기의 log는 어떤 로그인가요?",
    en="The logarithm has base 2. Which one is meant by log here?",
)
def measured_in_bits(logits, targets):
    return -np.mean(_true(_log_softmax(logits), targets)) / np.log(2)


@mistake(
    ko="손실에 exp를 씌운 것(perplexity)입니다. 손실 자체는 그 전의 값입니다.",
    en="This is exp of the loss, the perplexity. The loss is what was there before.",
)
def perplexity_returned(logits, targets):
    return np.exp(-np.mean(_true(_log_softmax(logits), targets)))


@mistake(
    ko="확률을 평균한 다음에 로그를 구했습니다. 표본마다의 손실은 언제 구하나요?",
    en="The probabilities are averaged before the logarithm. When does each sample get its loss?",
)
def averaged_before_the_logarithm(logits, targets):
    return -np.log(np.mean(np.exp(_true(_log_softmax(logits), targets))))


@mistake(
    ko="정답의 확률에서 로그가 빠졌습니다. 확신하고 틀린 답도 손실이 얼마 되지 않습니다.",
    en="There is no logarithm of the true probability. Being sure and wrong costs hardly anything.",
)
def probability_without_its_logarithm(logits, targets):
    return -np.mean(np.exp(_true(_log_softmax(logits), targets)))


@mistake(
    ko="정답의 점수만 보았습니다. 다른 클래스의 점수가 더 높으면 손실에 어떻게 나타나나요?",
    en="Only the score of the true class is used. Where do higher scores of others show up?",
)
def score_of_the_true_class_alone(logits, targets):
    return -np.mean(_true(logits, targets))


@mistake(
    ko="예측한 확률들 자신의 엔트로피입니다. targets는 어디에 쓰이나요?",
    en="This is the entropy of the predicted probabilities themselves. Where is targets used?",
)
def entropy_of_the_prediction(logits, targets):
    log_p = _log_softmax(logits)
    return -np.mean(np.sum(np.exp(log_p) * log_p, axis=1))


@mistake(
    ko="확률과 원-핫의 차이를 제곱했습니다. 확신하고 틀린 답의 손실은 얼마까지 커지나요?",
    en="The differences to the one-hot truth are squared. How large can this loss become?",
    over=["samples", "entries", "halves"],
)
def squared_error_of_the_probabilities(logits, targets, *, over):
    one_hot = np.eye(logits.shape[1])[targets]
    squares = (np.exp(_log_softmax(logits)) - one_hot) ** 2
    return np.sum(squares) / {"samples": len(logits), "entries": logits.size}.get(over, 2)


@mistake(
    ko="정답의 점수가 1만큼 앞서면 손실이 0입니다(hinge). 여기에는 그런 여유(margin)가 없습니다.",
    en="With a lead of 1 the true class costs nothing: the hinge loss. There is no margin here.",
)
def hinge_loss(logits, targets):
    margins = np.maximum(0, logits - _true(logits, targets)[:, None] + 1)
    return np.mean(np.sum(margins, axis=1) - 1)


@mistake(
    ko="최댓값도 합도 배치 전체에서 구했습니다. 합이 1이 되어야 하는 것은 표본 하나의 확률입니다.",
    en="Maximum and sum are those of the whole batch. It is one sample that has to sum to 1.",
    eps=[0, 1e-7],
)
def one_softmax_for_the_batch(logits, targets, *, eps):
    powers = np.exp(logits - np.max(logits))
    return -np.mean(np.log(_true(powers / np.sum(powers), targets) + eps))


@mistake(
    ko="배열 전체의 최댓값을 뺐습니다. 점수가 훨씬 낮은 행에는 무엇이 남나요?",
    en="The maximum of the whole array is taken off. What is left of a row with far lower scores?",
    probabilities=[True, False],
)
def shifted_by_the_largest_of_all(logits, targets, *, probabilities):
    shifted = logits - np.max(logits)
    sums = np.sum(np.exp(shifted), axis=1)
    if probabilities:
        return -np.mean(np.log(_true(np.exp(shifted) / sums[:, None], targets)))
    return np.mean(np.log(sums) - _true(shifted, targets))


@mistake(
    ko="정답의 확률을 1보다 조금 작게 잡았습니다(label smoothing). 정답은 클래스 하나 아닌가요?",
    en="A little of the truth goes to the other classes: label smoothing. Is there not one class?",
    alpha=[0.1, 0.2],
    others_alone=[False, True],
)
def labels_smoothed(logits, targets, *, alpha, others_alone):
    classes = logits.shape[1]
    log_p = _log_softmax(logits)
    share = alpha / (classes - others_alone) if classes > 1 else 0.0
    rest = 1 - alpha - (share if others_alone else 0) if classes > 1 else 1.0
    return -np.mean(rest * _true(log_p, targets) + share * np.sum(log_p, axis=1))


@mistake(
    ko="쉬운 표본의 손실이 더 줄어듭니다(focal loss). 여기에는 그런 가중치가 있나요?",
    en="Easy samples cost still less, as in the focal loss. Is there such a weight here?",
    gamma=[1, 2],
)
def focal_loss(logits, targets, *, gamma):
    log_p = _true(_log_softmax(logits), targets)
    return -np.mean((1 - np.exp(log_p)) ** gamma * log_p)


@mistake(
    ko="원-핫의 0에 로그 0의 무한대를 곱하면 무엇인가요? 필요한 것은 정답의 로그뿐입니다.",
    en="What is a 0 of the one-hot table times the infinity of log 0? Which logarithm is needed?",
)
def zero_times_infinity(logits, targets):
    one_hot = np.eye(logits.shape[1])[targets]
    return -np.sum(one_hot * np.log(np.exp(_log_softmax(logits)))) / len(targets)


@mistake(
    ko="로짓은 아직 확률이 아닙니다. 음수의 로그를 구하고 있지 않나요?",
    en="Logits are no probabilities yet. Is a logarithm of a negative number taken?",
    eps=[0, 1e-7],
)
def logits_taken_as_probabilities(logits, targets, *, eps):
    return -np.mean(np.log(_true(logits, targets) + eps))


@mistake(
    ko="로그가 어떤 값보다 작아지지 못합니다. 더 크게 틀린 답의 손실은 얼마인가요?",
    en="No logarithm goes below a bound. How much worse can an answer be?",
    bound=[50, 100],
)
def logarithms_clamped(logits, targets, *, bound):
    return -np.mean(np.maximum(_true(_log_softmax(logits), targets), -bound))


@mistake(
    ko="로짓을 잘랐습니다. 확신하고 틀릴수록 손실은 계속 커져야 합니다.",
    en="The logits are clipped. The surer a wrong answer is, the larger its loss has to be.",
    bound=[20, 50, 100, 500, 700],
)
def logits_clipped(logits, targets, *, bound):
    powers = np.exp(np.clip(logits, -bound, bound))
    return -np.mean(np.log(_true(powers / np.sum(powers, axis=1, keepdims=True), targets)))


@mistake(
    ko="맞힌 표본이나 틀린 표본의 비율입니다. 확률이 조금 달라져도 이 값은 그대로 아닌가요?",
    en="This counts right or wrong samples. Does it notice a probability that changes a little?",
    right=[True, False],
)
def samples_counted(logits, targets, *, right):
    return np.mean((np.argmax(logits, axis=1) == targets) == right)


@mistake(
    ko="합에 1이 더 있습니다. 정답의 점수는 합 안에 이미 들어 있지 않나요?",
    en="There is one more 1 in the sum. Is the score of the true class not in it already?",
)
def true_class_counted_twice(logits, targets):
    return np.mean(np.logaddexp(0, -_true(_log_softmax(logits), targets)))


@mistake(
    ko="정답의 점수가 분모의 합에서 빠졌습니다. 확률을 모두 더하면 1이 되나요?",
    en="The true class is missing from the sum in the denominator. Which classes belong there?",
)
def true_class_left_out_of_the_sum(logits, targets):
    others = np.array(logits)
    others[np.arange(len(targets)), targets] = -np.inf
    return np.mean(np.logaddexp.reduce(others, axis=1) - _true(logits, targets))


@mistake(
    ko="모든 클래스의 로그를 같은 비중으로 모았습니다. 어느 클래스가 정답인지 쓰였나요?",
    en="The logarithms of all classes count alike. Does it matter which class is true?",
    over=["entries", "samples"],
)
def every_class_charged_alike(logits, targets, *, over):
    log_p = _log_softmax(logits)
    return -np.sum(log_p) / (len(log_p) if over == "samples" else log_p.size)


@mistake(
    ko="로그의 밑이 10입니다. 여기의 log는 어떤 로그인가요?",
    en="The logarithm has base 10. Which one is meant by log here?",
)
def decimal_logarithm(logits, targets):
    return -np.mean(_true(_log_softmax(logits), targets)) / np.log(10)


@mistake(
    ko="점수마다 시그모이드를 따로 구했습니다. 다른 클래스의 점수는 어디에 들어가나요?",
    en="Each score has a sigmoid of its own. Where do the scores of the other classes come in?",
)
def sigmoid_of_the_true_score(logits, targets):
    return np.mean(np.logaddexp(0, -_true(logits, targets)))


@mistake(
    ko="클래스마다 예/아니요를 따로 물었습니다. 한 표본의 확률을 모두 더하면 1이 되나요?",
    en="Each class is a yes or no of its own. Do the probabilities of a sample sum to 1?",
    over=["samples", "entries"],
)
def sigmoid_loss_of_each_class(logits, targets, *, over):
    losses = np.sum(np.logaddexp(0, logits)) - np.sum(_true(logits, targets))
    return losses / (len(logits) if over == "samples" else logits.size)
