import numpy as np

from autograder import mistake


def _first_best(scores):
    return int(np.argmax(scores))


def _right(candidates, fit, score, train, validation, test):
    models = [fit(candidate, train) for candidate in candidates]
    best = _first_best([score(model, validation) for model in models])
    return candidates[best], score(models[best], test)


@mistake(
    ko="테스트 점수를 보고 골랐습니다. 그러면 테스트 데이터에만 적합한 값이 될 수 있습니다.",
    en="The choice was made by the test scores. What is left to tell how good it is?",
)
def chosen_by_the_test_data(candidates, fit, score, train, validation, test):
    scores = [score(fit(candidate, train), test) for candidate in candidates]
    best = _first_best(scores)
    return candidates[best], scores[best]


@mistake(
    ko="학습 점수를 보고 골랐습니다. 과적합된 모델일수록 학습 점수가 높습니다.",
    en="The choice was made by the training scores. Who overfits does best there.",
)
def chosen_by_the_training_data(candidates, fit, score, train, validation, test):
    models = [fit(candidate, train) for candidate in candidates]
    best = _first_best([score(model, train) for model in models])
    return candidates[best], score(models[best], test)


@mistake(
    ko="후보마다 테스트 점수를 재고 있습니다. 테스트 데이터는 몇 번 볼 수 있나요?",
    en="Every candidate is scored on the test data. How many looks at it are allowed?",
)
def every_candidate_tested(candidates, fit, score, train, validation, test):
    models = [fit(candidate, train) for candidate in candidates]
    validated = [score(model, validation) for model in models]
    tested = [score(model, test) for model in models]
    best = _first_best(validated)
    return candidates[best], tested[best]


@mistake(
    ko="돌려준 점수는 고를 때 쓴 검증 점수입니다. 최종 성능은 어떤 데이터로 재나요?",
    en="The score returned is the one it was chosen by. Which data tells the final performance?",
)
def validation_score_returned(candidates, fit, score, train, validation, test):
    scores = [score(fit(candidate, train), validation) for candidate in candidates]
    best = _first_best(scores)
    return candidates[best], scores[best]


@mistake(
    ko="테스트한 모델이 고른 후보의 모델인가요, 마지막에 학습한 모델인가요?",
    en="Is the tested model the one of the chosen candidate, or the one trained last?",
)
def last_model_tested(candidates, fit, score, train, validation, test):
    best_candidate, best_score = None, -np.inf
    for candidate in candidates:
        model = fit(candidate, train)
        validation_score = score(model, validation)
        if validation_score > best_score:
            best_candidate, best_score = candidate, validation_score
    return best_candidate, score(model, test)


@mistake(
    ko="고른 다음에 더 많은 데이터로 다시 학습했습니다. fit이 볼 수 있는 데이터는 무엇인가요?",
    en="The winner is trained again on more data. Which data may `fit` see here?",
)
def refitted_with_validation_data(candidates, fit, score, train, validation, test):
    scores = [score(fit(candidate, train), validation) for candidate in candidates]
    best = candidates[_first_best(scores)]
    return best, score(fit(best, np.concatenate([train, validation])), test)


@mistake(
    ko="검증 데이터로 학습하고 같은 데이터로 점수를 매기고 있습니다.",
    en="The models learn from the very data that they are then compared by.",
)
def fitted_on_validation_data(candidates, fit, score, train, validation, test):
    models = [fit(candidate, validation) for candidate in candidates]
    best = _first_best([score(model, validation) for model in models])
    return candidates[best], score(models[best], test)


@mistake(
    ko="점수가 낮은 쪽을 골랐습니다. 여기서 점수는 오차가 아닙니다.",
    en="The lowest score wins. Is a score an error here?",
)
def lowest_score_chosen(candidates, fit, score, train, validation, test):
    models = [fit(candidate, train) for candidate in candidates]
    best = int(np.argmin([score(model, validation) for model in models]))
    return candidates[best], score(models[best], test)


@mistake(
    ko="점수가 같은 후보가 나오면 누가 남나요? 앞의 후보가 남아야 합니다.",
    en="When a second candidate scores the same, who stays? It should be the first.",
)
def last_of_equals(candidates, fit, score, train, validation, test):
    best_candidate, best_model, best_score = None, None, -np.inf
    for candidate in candidates:
        model = fit(candidate, train)
        validation_score = score(model, validation)
        if validation_score >= best_score:
            best_candidate, best_model, best_score = candidate, model, validation_score
    return best_candidate, score(best_model, test)


@mistake(
    ko="점수가 모두 음수라면 처음에 정한 최고 점수를 넘는 후보가 있을까요?",
    en="If all scores are negative, does any of them beat the best score you start with?",
)
def best_starts_at_zero(candidates, fit, score, train, validation, test):
    models = [fit(candidate, train) for candidate in candidates]
    scores = [score(model, validation) for model in models]
    best = _first_best(scores) if max(scores) > 0 else 0
    return candidates[best], score(models[best], test)


@mistake(
    ko="돌려줄 것은 후보의 위치가 아니라 후보 자체입니다.",
    en="What is returned is the place of the candidate. Is that the candidate?",
)
def place_instead_of_candidate(candidates, fit, score, train, validation, test):
    models = [fit(candidate, train) for candidate in candidates]
    best = _first_best([score(model, validation) for model in models])
    return best, score(models[best], test)


@mistake(
    ko="받은 목록을 그 자리에서(in place) 정렬하면 부른 쪽의 목록도 바뀝니다.",
    en="Sorting the list in place changes the caller's list as well.",
)
def candidates_sorted_in_place(candidates, fit, score, train, validation, test):
    def validated(candidate):
        return score(fit(candidate, train), validation)

    candidates.sort(key=validated, reverse=True)
    return candidates[0], score(fit(candidates[0], train), test)


@mistake(
    ko="학습 점수도 함께 보고 골랐습니다. 고르는 일은 어느 데이터만의 몫인가요?",
    en="The training scores have a say in the choice. Which data alone should decide?",
)
def training_score_counted_too(candidates, fit, score, train, validation, test):
    models = [fit(candidate, train) for candidate in candidates]
    best = _first_best([score(model, train) + score(model, validation) for model in models])
    return candidates[best], score(models[best], test)


@mistake(
    ko="학습 점수와 검증 점수가 가장 가까운 후보입니다. 둘 다 나빠도 그렇지 않나요?",
    en="It takes whose training and validation scores are closest. Could not both be bad?",
)
def smallest_gap_chosen(candidates, fit, score, train, validation, test):
    models = [fit(candidate, train) for candidate in candidates]
    gaps = [abs(score(model, train) - score(model, validation)) for model in models]
    best = int(np.argmin(gaps))
    return candidates[best], score(models[best], test)


@mistake(
    ko="후보마다 학습 데이터와 검증 데이터를 모두 배웠습니다. 배운 데이터로 고를 수 있을까요?",
    en="Each candidate learns from the validation data too. Can these still judge it?",
)
def fitted_on_both(candidates, fit, score, train, validation, test):
    both = np.concatenate([train, validation])
    models = [fit(candidate, both) for candidate in candidates]
    best = _first_best([score(model, validation) for model in models])
    return candidates[best], score(models[best], test)


@mistake(
    ko="첫 번째로 돌려준 것은 학습된 모델입니다. 물은 것은 무엇을 골랐는지입니다.",
    en="What comes back first is the trained model. What was to be chosen?",
)
def model_instead_of_candidate(candidates, fit, score, train, validation, test):
    models = [fit(candidate, train) for candidate in candidates]
    best = _first_best([score(model, validation) for model in models])
    return models[best], score(models[best], test)


@mistake(
    ko="테스트 점수가 모든 후보의 평균입니다. 테스트 데이터는 누가 한 번 보는 것인가요?",
    en="The test score is the mean over all candidates. Who is it that sees the test data once?",
)
def test_score_of_all_averaged(candidates, fit, score, train, validation, test):
    models = [fit(candidate, train) for candidate in candidates]
    best = _first_best([score(model, validation) for model in models])
    return candidates[best], float(np.mean([score(model, test) for model in models]))


@mistake(
    ko="가장 큰 후보를 골랐습니다. 가장 커야 하는 것은 후보인가요, 점수인가요?",
    en="The largest candidate wins. Which should be largest, the candidate or its score?",
)
def largest_candidate_chosen(candidates, fit, score, train, validation, test):
    best = max(candidates)
    return best, score(fit(best, train), test)


@mistake(
    ko="검증 데이터까지 넣어 테스트했습니다. 마지막 점수는 어떤 데이터만으로 재나요?",
    en="The validation data is part of the last test. Which data alone tells the performance?",
)
def tested_on_validation_data_too(candidates, fit, score, train, validation, test):
    models = [fit(candidate, train) for candidate in candidates]
    best = _first_best([score(model, validation) for model in models])
    return candidates[best], score(models[best], np.concatenate([validation, test]))


@mistake(
    ko="돌려주는 두 값의 순서를 확인하세요. 후보가 먼저입니다.",
    en="Look at the order of the two results. Does the candidate come first?",
)
def results_swapped(candidates, fit, score, train, validation, test):
    models = [fit(candidate, train) for candidate in candidates]
    best = _first_best([score(model, validation) for model in models])
    return score(models[best], test), candidates[best]


@mistake(
    ko="돌려준 점수는 학습 데이터에서 잰 것입니다. 최종 성능은 어떤 데이터로 재나요?",
    en="The score returned is that of the training data. Which data tells the final performance?",
)
def training_score_returned(candidates, fit, score, train, validation, test):
    models = [fit(candidate, train) for candidate in candidates]
    best = _first_best([score(model, validation) for model in models])
    return candidates[best], score(models[best], train)


@mistake(
    ko="테스트 데이터로 학습했습니다. 학습에 조금도 쓰이지 않아야 하는 데이터는 무엇인가요?",
    en="The test data is learned from. Which data must take no part in the training?",
)
def fitted_on_test_data(candidates, fit, score, train, validation, test):
    models = [fit(candidate, test) for candidate in candidates]
    scores = [score(model, test) for model in models]
    return candidates[_first_best(scores)], max(scores)


@mistake(
    ko="고른 후보를 검증 데이터나 전체로 다시 학습했습니다. fit은 어떤 데이터만 볼 수 있나요?",
    en="The winner is fitted again, on the validation data or on all there is. What may `fit` see?",
)
def refitted_on_other_data(candidates, fit, score, train, validation, test):
    scores = [score(fit(candidate, train), validation) for candidate in candidates]
    best = candidates[_first_best(scores)]
    return best, score(fit(best, validation), test)


@mistake(
    ko="검증 점수와 테스트 점수를 함께 보고 골랐습니다. 고르는 일은 어느 데이터만의 몫인가요?",
    en="Validation and test scores choose together. Which data alone should decide?",
)
def test_score_counted_too(candidates, fit, score, train, validation, test):
    models = [fit(candidate, train) for candidate in candidates]
    best = _first_best([score(model, validation) + score(model, test) for model in models])
    return candidates[best], score(models[best], test)


@mistake(
    ko="후보들의 테스트 점수 가운데 가장 높은 것입니다. 물은 것은 고른 후보의 점수입니다.",
    en="This is the highest test score of all candidates. Whose test score is asked for?",
)
def highest_test_score_returned(candidates, fit, score, train, validation, test):
    models = [fit(candidate, train) for candidate in candidates]
    best = _first_best([score(model, validation) for model in models])
    return candidates[best], max(score(model, test) for model in models)


@mistake(
    ko="점수의 절댓값으로 골랐습니다. 음수인 점수에서는 어느 쪽이 더 좋은가요?",
    en="The absolute scores are compared. Which of two negative scores is the better one?",
)
def absolute_scores_compared(candidates, fit, score, train, validation, test):
    models = [fit(candidate, train) for candidate in candidates]
    best = _first_best([abs(score(model, validation)) for model in models])
    return candidates[best], score(models[best], test)


@mistake(
    ko="테스트 데이터를 두 번 평가했습니다. 출력해 보는 것도 한 번입니다.",
    en="The chosen model is scored on the test data twice. Does a look at it not count?",
)
def tested_twice(candidates, fit, score, train, validation, test):
    models = [fit(candidate, train) for candidate in candidates]
    best = _first_best([score(model, validation) for model in models])
    score(models[best], test)
    return candidates[best], score(models[best], test)


@mistake(
    ko="학습 데이터 안에서 교차 검증으로 골랐습니다. 받은 검증 데이터는 어디에 쓰이나요?",
    en="Cross-validation within the training data chooses. What is the validation data for?",
)
def cross_validated(candidates, fit, score, train, validation, test):
    one, other = np.array_split(train, 2)

    def both_ways(candidate):
        return score(fit(candidate, one), other) + score(fit(candidate, other), one)

    best = candidates[_first_best([both_ways(candidate) for candidate in candidates])]
    return best, score(fit(best, train), test)


@mistake(
    ko="돌려준 것은 위치와 검증 점수입니다. 물은 것은 후보와 그 테스트 점수입니다.",
    en="A place and a validation score come back. Are they the candidate and its test score?",
)
def place_and_validation_score(candidates, fit, score, train, validation, test):
    scores = [score(fit(candidate, train), validation) for candidate in candidates]
    return _first_best(scores), max(scores)


@mistake(
    ko="점수가 같으면 큰 후보를 골랐습니다. 목록에서 앞에 있는 후보가 남아야 합니다.",
    en="Of equal scores the larger candidate wins. Should it not be the first in the list?",
)
def larger_of_equals(candidates, fit, score, train, validation, test):
    pairs = [(score(fit(candidate, train), validation), candidate) for candidate in candidates]
    _, best = max(pairs)
    return best, score(fit(best, train), test)


@mistake(
    ko="가장 작은 후보나 첫 후보를 골랐습니다. 고르는 것은 검증 점수입니다.",
    en="The smallest or the first candidate wins. What does the validation score decide?",
    which=["smallest", "first"],
)
def chosen_without_a_score(candidates, fit, score, train, validation, test, *, which):
    best = min(candidates) if which == "smallest" else candidates[0]
    return best, score(fit(best, train), test)


@mistake(
    ko="나아진 폭이 작으면 더 나은 후보로 치지 않습니다. 얼마나 더 나아야 이기는 것인가요?",
    en="A candidate that is only a little better does not win. How much better does it have to be?",
    margin=[0.1],
)
def small_gains_passed_over(candidates, fit, score, train, validation, test, *, margin):
    best, most = None, -np.inf
    for candidate in candidates:
        model = fit(candidate, train)
        found = score(model, validation)
        if found > most + margin:
            best, most = (candidate, model), found
    return best[0], score(best[1], test)


@mistake(
    ko="점수가 처음으로 떨어지면 찾기를 그만둡니다. 그 뒤의 후보가 더 나을 수는 없나요?",
    en="The search ends at the first score that is worse. Can none of the later ones be better?",
)
def search_ended_at_the_first_worse(candidates, fit, score, train, validation, test):
    best, most = None, -np.inf
    for candidate in candidates:
        model = fit(candidate, train)
        found = score(model, validation)
        if found < most:
            break
        if found > most:
            best, most = (candidate, model), found
    return best[0], score(best[1], test)


@mistake(
    ko="마지막 후보까지 보지 않았습니다. 반복문은 어디에서 끝나나요?",
    en="The last candidate is never looked at. Where does the loop end?",
)
def last_candidate_left_out(candidates, fit, score, train, validation, test):
    return _right(candidates[:-1] or candidates, fit, score, train, validation, test)
