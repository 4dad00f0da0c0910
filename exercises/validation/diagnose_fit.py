r"""# 과소적합일까, 과적합일까

학습 오차와 검증 오차를 함께 보면 모델의 무엇이 문제인지 알 수 있습니다. 학습한 데이터에도 맞지 않으면 과소적합(underfitting)입니다. 모델이 너무 단순하거나 학습이 부족한 것입니다. 학습 데이터에는 잘 맞는데 검증 데이터에서 훨씬 나쁘면 과적합(overfitting)입니다. 노이즈까지 학습한 것입니다. 먼저 학습 오차가 충분히 작은지 묻고, 그다음에 두 오차의 간격을 봅니다.

    진단 =
        underfit   (E_train > E_target)
        overfit   (위가 아니고 E_val - E_train > gap)
        good   (둘 다 아닐 때)

`diagnose_fit(train_error, validation_error, target_error, gap)` 함수를 완성하세요.

- 네 값은 모두 0 이상입니다. 두 오차(E_train과 E_val)는 파이썬 float이고, `target_error`(E_target, 이만하면 충분히 작다고 보는 학습 오차)와 `gap`은 파이썬 숫자입니다. 오차는 작을수록 좋습니다.
- 문자열 `"underfit"`(과소적합), `"overfit"`(과적합), `"good"`(적절함) 중 하나를 돌려줍니다.

규칙. 학습 오차가 목표와 꼭 같으면 목표를 이룬 것이고, 차이가 꼭 `gap`과 같으면 허용됩니다. 두 비교 모두 같은 경우는 넣지 않습니다. 간격은 부호가 있는 차이 E_val - E_train입니다. 두 오차의 비율을 보거나, 검증 오차가 목표보다 얼마나 큰지를 보는 책도 있습니다. 학습 오차도 크고 간격도 큰 모델은 여기서 `"underfit"`입니다.

손으로 해 보기. 목표가 0.25이고 gap이 0.125라고 합시다. 학습 오차와 검증 오차가 0.5와 0.75이면 `"underfit"`(0.5 > 0.25), 0.125와 0.5이면 `"overfit"`(차이가 0.375), 0.25와 0.375이면 `"good"`입니다.

강의에서(32, 36): 검증을 하면 모델의 성능, 즉 과적합과 과소적합을 측정할 수 있습니다. 노이즈까지 학습하면 과적합 모델이 되며, 이를 막으려고 정규화(regularization)를 사용합니다.

확인: autograder check diagnose_fit

------------------------------------------------------------------------------

# Underfitting or overfitting?

The training error and the validation error together tell what is wrong with a model. If it does not even fit the data it was trained on, it underfits: it is too simple, or not trained enough. If it fits those but does much worse on the validation data, it overfits: it has learned the noise as well. First ask whether the training error is small enough, and only then look at the gap.

    diagnosis =
        underfit   (E_train > E_target)
        overfit   (otherwise, if E_val - E_train > gap)
        good   (otherwise)

Write `diagnose_fit(train_error, validation_error, target_error, gap)`.

- All four are at least 0: the two errors (E_train and E_val) are Python floats, `target_error` (E_target, the training error that is small enough) and `gap` are Python numbers. Errors: the smaller the better.
- Return one of the strings `"underfit"`, `"overfit"` and `"good"`.

Convention. An error that equals the target meets it, and a difference of exactly `gap` is allowed: both comparisons are strict. The gap is the plain difference E_val - E_train, with its sign; some texts take the ratio of the errors, or how far the validation error is above the target. A model with a large training error and a large gap is called `"underfit"` here.

By hand. With a target of 0.25 and a gap of 0.125: errors of 0.5 and 0.75 are `"underfit"` (0.5 > 0.25), errors of 0.125 and 0.5 are `"overfit"` (the difference is 0.375), errors of 0.25 and 0.375 are `"good"`.

From the lecture (32, 36): validation is good for measuring a model, its overfitting and its underfitting. A model that learns even the noise is overfitted; regularisation is used against it.

Check: autograder check diagnose_fit
"""

import numpy as np


def diagnose_fit(train_error, validation_error, target_error, gap):
    """Tell whether a model underfits, overfits or is good, from its errors.

    "underfit" if train_error > target_error
    "overfit"  else, if validation_error - train_error > gap
    "good"     else

    Args:
        train_error: error on the training data, a float, at least 0.
        validation_error: error on the validation data, a float, at least 0.
        target_error: the training error that can be hoped for, a number, at least 0.
        gap: how much larger the validation error may be, a number, at least 0.

    Returns:
        "underfit", "overfit" or "good".

    Source: Goodfellow, Bengio and Courville, "Deep Learning", 2016, section 5.2.
    """
    # YOUR CODE HERE
    raise NotImplementedError()
