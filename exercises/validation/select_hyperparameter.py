r"""# 하이퍼파라미터 고르기

하이퍼파라미터(hyperparameter: 학습률, 다항식의 차수, 정규화의 세기 등)는 학습 데이터에서 배우는 값이 아니므로 직접 시험해 보아야 합니다. 후보마다 모델을 하나씩 학습하고, 검증 데이터(validation set)로 그중 하나를 고릅니다. 그다음에 테스트 데이터(test set)로 고른 모델의 최종 성능을 한 번만 잽니다.

    c^* = arg max_c score(fit(c, train), validation)

    answer = (c^*, score(fit(c^*, train), test))

`select_hyperparameter(candidates, fit, score, train, validation, test)` 함수를 완성하세요.

- `candidates`는 서로 다른 파이썬 숫자의 리스트이고 적어도 하나가 있습니다. 0도 있을 수 있습니다.
- `fit(candidate, data)`는 모델을 돌려줍니다. 모델이 어떻게 생겼는지는 몰라도 됩니다. 마지막 모델을 포함하여 학습 데이터만 볼 수 있습니다.
- `score(model, data)`는 유한한 float를 돌려줍니다. 높을수록 좋고, 음수일 수도 있습니다.
- `train`, `validation`, `test`는 한 행이 표본 하나인 float64 배열이며 행은 하나 이상입니다. 그대로 넘겨주면 됩니다.
- 튜플 `(candidate, test_score)`를 돌려줍니다. 점수가 같은 후보 중에서는 앞의 것을 고릅니다.
- 고를 때는 검증 데이터만 봅니다. 테스트 점수는 고른 모델로 꼭 한 번만 잽니다. 같은 후보를 두 번 학습하는 것은 괜찮습니다.
- 후보 리스트를 포함하여 입력은 하나도 바꾸지 않습니다.

규칙. 더 많은 데이터로 다시 학습하지 않습니다. scikit-learn의 `GridSearchCV`는 기본값(`refit=True`)으로 학습 데이터와 검증 데이터를 합쳐서 다시 학습한 다음 테스트하므로 모델과 점수가 달라집니다. 손실을 비교할 때는 가장 낮은 것을 고르지만, 여기서는 점수가 가장 높은 것을 고릅니다.

손으로 해 보기. 후보 셋의 검증 점수가 3, 7, 5이고 테스트 점수가 2, 4, 6이라고 합시다. 검증 점수는 두 번째가 가장 높으므로 답은 두 번째 후보와 그 테스트 점수 4입니다. 세 번째의 6은 보지 않습니다. 그것을 보고 골랐다면 더는 공정한 테스트가 아닙니다.

강의에서(34): 단순 분할로 하면 테스트 데이터에만 적합한 하이퍼파라미터가 될 수 있습니다. 검증 데이터를 쓰면 학습 중간에 검증 데이터로 하이퍼파라미터를 정하고 테스트 데이터로 검증합니다. 하이퍼파라미터가 검증 데이터에만 적합하다면 테스트에서 드러나므로, 일반화된 모델인지 보증할 수 있습니다. (노트에는 테스트로 완화한다고 되어 있지만, 테스트는 이를 드러낼 뿐입니다. 테스트 결과를 보고 다시 고르면 그 데이터는 더는 테스트 데이터가 아닙니다.)

확인: autograder check select_hyperparameter

------------------------------------------------------------------------------

# Choosing a hyper-parameter

A hyper-parameter (a learning rate, a degree, a strength of regularisation) is not learned from the training data; it has to be tried out. Train one model for each candidate, let the validation data choose among them, and only then ask the test data, once, how good the chosen model really is.

    c^* = arg max_c score(fit(c, train), validation)

    answer = (c^*, score(fit(c^*, train), test))

Write `select_hyperparameter(candidates, fit, score, train, validation, test)`.

- `candidates` is a list of different Python numbers, at least one; 0 may be one of them.
- `fit(candidate, data)` returns a model; what it looks like is not your concern. It may see the training data only, for the final model too.
- `score(model, data)` returns a finite float. Higher is better, and scores may be negative.
- `train`, `validation` and `test` are float64 arrays with one row per sample, at least one; hand them on as they are.
- Return the tuple `(candidate, test_score)`. Of equally good candidates take the first.
- The validation data alone decides. The test data is scored exactly once, by the chosen model. Fitting a candidate twice is allowed.
- Change none of the inputs, the list of candidates included.

Convention. There is no second training on more data. scikit-learn's `GridSearchCV` does one by default (`refit=True`): it trains the winner again on training and validation data before the test, which gives another model and another score. Where a loss is compared, the lowest one wins; here it is the highest score.

By hand. Three candidates score 3, 7, 5 on the validation data and 2, 4, 6 on the test data. The second is the best on validation, so its test score 4 is the answer. The third one's 6 is never seen, because choosing by it would have spoiled the test.

From the lecture (34): with the simple split, hyper-parameters may fit nothing but the test data. With a validation set they are decided during training by the validation data and then checked by the test data; should they fit only the validation data, the test shows it. So one can vouch for a model that generalises. (The notes say that the test eases this; to be exact, it only shows it. Who chooses again after seeing the test has no test data left.)

Check: autograder check select_hyperparameter
"""

import numpy as np


def select_hyperparameter(candidates, fit, score, train, validation, test):
    """The candidate whose model does best on the validation data, and its score on the test data.

    best = argmax over c of score(fit(c, train), validation)

    Args:
        candidates: the values to choose from, a list of different numbers, at least one.
        fit: a function; fit(candidate, data) returns a model that has learned from these data.
        score: a function; score(model, data) returns a finite float, higher is better, possibly
            negative.
        train: the training data, a float64 array (n, d) with one row per sample, at least one; the
            only data for `fit`.
        validation: the validation data, an array of the same kind; they alone decide.
        test: the test data, likewise; scored exactly once, by the chosen model.

    Returns:
        (candidate, test_score): of equally good candidates the first.

    Source: Hastie, Tibshirani and Friedman, "The Elements of Statistical Learning", 2009, 7.2.
    """
    # YOUR CODE HERE
    raise NotImplementedError()
