from autograder import mistake


def _verdict(*, underfit, overfit):
    if underfit:
        return "underfit"
    return "overfit" if overfit else "good"


@mistake(
    ko="학습 오차도 크고 간격도 크면 무엇을 먼저 물어야 하나요?",
    en="If the training error is large and the gap is too, which question comes first?",
)
def overfit_asked_first(train_error, validation_error, target_error, gap):
    if validation_error - train_error > gap:
        return "overfit"
    return "underfit" if train_error > target_error else "good"


@mistake(
    ko="학습 오차가 목표와 꼭 같으면 목표를 이룬 것인가요?",
    en="Is the target met by a training error that equals it?",
)
def target_not_met_when_equal(train_error, validation_error, target_error, gap):
    return _verdict(
        underfit=train_error >= target_error, overfit=validation_error - train_error > gap
    )


@mistake(
    ko="차이가 꼭 gap과 같으면 허용되나요?",
    en="Is a difference of exactly `gap` still allowed?",
)
def gap_exceeded_when_equal(train_error, validation_error, target_error, gap):
    return _verdict(
        underfit=train_error > target_error, overfit=validation_error - train_error >= gap
    )


@mistake(
    ko="과소적합은 어떤 데이터에서의 오차로 알 수 있나요?",
    en="On which data does a model that underfits already do badly?",
)
def target_against_validation_error(train_error, validation_error, target_error, gap):
    return _verdict(
        underfit=validation_error > target_error, overfit=validation_error - train_error > gap
    )


@mistake(
    ko="검증 오차를 목표와 비교했습니다. 과적합은 어느 두 오차의 차이로 나타나나요?",
    en="The validation error is compared with the target. Between which two errors is the gap?",
)
def gap_above_the_target(train_error, validation_error, target_error, gap):
    return _verdict(
        underfit=train_error > target_error, overfit=validation_error - target_error > gap
    )


@mistake(
    ko="검증 오차가 학습 오차보다 훨씬 작아도 과적합인가요?",
    en="Is it overfitting when the validation error is far below the training error?",
)
def gap_without_a_sign(train_error, validation_error, target_error, gap):
    return _verdict(
        underfit=train_error > target_error, overfit=abs(validation_error - train_error) > gap
    )


@mistake(
    ko="어느 오차에서 어느 오차를 빼야 하나요? 과적합이면 검증 오차가 더 큽니다.",
    en="Which error is taken from which? An overfitted model does worse in validation.",
)
def gap_the_wrong_way_round(train_error, validation_error, target_error, gap):
    return _verdict(
        underfit=train_error > target_error, overfit=train_error - validation_error > gap
    )


@mistake(
    ko="gap은 학습 오차의 비율이 아니라 두 오차의 차이입니다.",
    en="`gap` is a difference of two errors, not a part of the training error.",
)
def gap_relative_to_the_training_error(train_error, validation_error, target_error, gap):
    return _verdict(
        underfit=train_error > target_error,
        overfit=validation_error - train_error > gap * train_error,
    )


@mistake(
    ko="오차는 정확도와 반대로 작을수록 좋습니다.",
    en="Errors are not accuracies: the smaller the better.",
)
def errors_read_as_accuracies(train_error, validation_error, target_error, gap):
    return _verdict(
        underfit=train_error < target_error, overfit=train_error - validation_error > gap
    )


@mistake(
    ko="과소적합과 과적합의 이름이 바뀌었습니다. 학습 데이터에도 맞지 않는 쪽은 어느 것인가요?",
    en="The two names are exchanged. Which one does not even fit the training data?",
)
def names_exchanged(train_error, validation_error, target_error, gap):
    if train_error > target_error:
        return "overfit"
    return "underfit" if validation_error - train_error > gap else "good"


@mistake(
    ko="검증 오차가 작으면 과소적합이 아니라고 보았습니다. 먼저 물어야 하는 것은 어느 오차인가요?",
    en="A small validation error lets underfitting pass. Which error is asked about first?",
)
def underfit_only_in_both(train_error, validation_error, target_error, gap):
    return _verdict(
        underfit=min(train_error, validation_error) > target_error,
        overfit=validation_error - train_error > gap,
    )


@mistake(
    ko="검증 오차가 목표보다 작으면 간격이 커도 괜찮다고 보았습니다. gap은 목표와 관계가 있나요?",
    en="Below the target any gap is let pass. Does the gap have to do with the target?",
)
def overfit_only_above_the_target(train_error, validation_error, target_error, gap):
    return _verdict(
        underfit=train_error > target_error,
        overfit=validation_error > target_error and validation_error - train_error > gap,
    )


@mistake(
    ko="gap을 어디에 썼나요? 검증 오차와 목표만으로는 과적합을 알 수 없습니다.",
    en="Where is `gap` used? The validation error and the target alone do not show overfitting.",
)
def validation_error_alone_decides(train_error, validation_error, target_error, gap):
    if validation_error <= target_error:
        return "good"
    return "underfit" if train_error > target_error else "overfit"


@mistake(
    ko="돌려준 단어를 문제에 있는 세 단어와 한 글자씩 비교해 보세요.",
    en="Compare the words that come back with the three of the statement, letter by letter.",
    words=["longer", "ending", "capital", "upper", "good_fit", "korean"],
)
def other_words(train_error, validation_error, target_error, gap, *, words):
    underfit, overfit, good = {
        "longer": ("underfitting", "overfitting", "good fit"),
        "ending": ("underfitting", "overfitting", "good"),
        "capital": ("Underfit", "Overfit", "Good"),
        "upper": ("UNDERFIT", "OVERFIT", "GOOD"),
        "good_fit": ("underfit", "overfit", "good fit"),
        "korean": ("과소적합", "과적합", "적합"),
    }[words]
    if train_error > target_error:
        return underfit
    return overfit if validation_error - train_error > gap else good


@mistake(
    ko="두 가지가 모두 있을 때에 다른 단어를 돌려주었습니다. 학습 오차가 크면 무엇이라고 하나요?",
    en="Where both are true another word comes back. What is a large training error called here?",
)
def another_word_for_both(train_error, validation_error, target_error, gap):
    underfit, overfit = train_error > target_error, validation_error - train_error > gap
    return "both" if underfit and overfit else _verdict(underfit=underfit, overfit=overfit)


@mistake(
    ko="목표에 gap을 더해서 학습 오차와 비교했습니다. gap은 어느 두 오차 사이의 것인가요?",
    en="The training error is allowed the target and the gap. Between which errors is the gap?",
)
def gap_added_to_the_target(train_error, validation_error, target_error, gap):
    return _verdict(
        underfit=train_error > target_error + gap, overfit=validation_error - train_error > gap
    )


@mistake(
    ko="검증 오차가 학습 오차보다 얼마나 커도 되나요? gap이 빠졌거나 배수로 쓰였습니다.",
    en="The gap is left out, or used as a factor. How much larger may the validation error be?",
)
def any_gap_overfits(train_error, validation_error, target_error, gap):
    return _verdict(underfit=train_error > target_error, overfit=validation_error > train_error)


@mistake(
    ko="마지막 else가 두 번째 조건에만 딸려 있어 앞의 답을 덮어씁니다. elif이어야 하지 않나요?",
    en="The last else overwrites the first answer. Is the second question an elif?",
)
def first_answer_overwritten(train_error, validation_error, target_error, gap):
    return "overfit" if validation_error - train_error > gap else "good"


@mistake(
    ko="두 오차의 평균을 목표와 비교했습니다. 먼저 물어야 하는 것은 어느 오차인가요?",
    en="The mean of both errors is compared with the target. Which error is asked about first?",
)
def mean_of_both_errors(train_error, validation_error, target_error, gap):
    return _verdict(
        underfit=(train_error + validation_error) / 2 > target_error,
        overfit=validation_error - train_error > gap,
    )


@mistake(
    ko="목표와의 거리를 gap과 비교했습니다. 학습 오차는 목표보다 크기만 하면 되지 않나요?",
    en="How far the training error is from the target is compared with the gap. Is it asked for?",
)
def distance_from_the_target(train_error, validation_error, target_error, gap):
    return _verdict(
        underfit=abs(train_error - target_error) > gap,
        overfit=validation_error - train_error > gap,
    )


@mistake(
    ko="목표와 꼭 같은 학습 오차에서는 과적합을 묻지 않았습니다. 세 경우 중 어느 것인가요?",
    en="With a training error equal to the target, overfitting is never asked about. Which is it?",
)
def overfit_only_below_the_target(train_error, validation_error, target_error, gap):
    return _verdict(
        underfit=train_error > target_error,
        overfit=train_error < target_error and validation_error - train_error > gap,
    )


@mistake(
    ko="두 경계에서 모두 같을 때를 넣었습니다. 꼭 목표이거나 꼭 gap이면 허용되나요?",
    en="Both limits count when they are met exactly. Is equal to the target, or the gap, allowed?",
)
def both_exceeded_when_equal(train_error, validation_error, target_error, gap):
    return _verdict(
        underfit=train_error >= target_error, overfit=validation_error - train_error >= gap
    )


@mistake(
    ko="검증 오차만 목표보다 커도 과소적합이라고 했습니다. 먼저 물어야 하는 것은 어느 오차인가요?",
    en="A large validation error alone counts as underfitting. Which error is asked about first?",
)
def underfit_in_either(train_error, validation_error, target_error, gap):
    return _verdict(
        underfit=max(train_error, validation_error) > target_error,
        overfit=validation_error - train_error > gap,
    )
