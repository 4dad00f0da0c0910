r"""# 소프트맥스 함수

시그모이드가 두 클래스에서 하는 일을 소프트맥스(softmax)는 여러 클래스에서 합니다. 점수(로짓, logit)를 모두 양수이고 합이 1인 확률로 바꾸며, 점수가 클수록 확률도 큽니다. 점수 사이의 차이만 중요하므로 모든 점수에서 같은 수를 빼도 됩니다. 가장 큰 점수를 빼면 어떤 e^z_i도 넘치지 않습니다.

    softmax(z)_i = e^z_i/(Σ_j e^z_j) = (e^(z_i-max z))/(Σ_j e^(z_j-max z))

`softmax(z, axis)` 함수를 완성하세요. `axis`를 주지 않으면 마지막 축입니다.

- `z`는 축도 원소도 하나 이상인 float32 또는 float64 배열이며 |z| ≤ 10⁴입니다. 결과의 모양(shape)과 dtype은 입력과 같습니다.
- `axis`는 NumPy처럼 센 `z`의 축 번호로, 정수이며 음수일 수도 있습니다. 최댓값과 합은 이 축을 따라서만 구합니다. 기본값이라면 표 `(N, C)`의 행마다 합이 1입니다.
- 입력은 바꾸지 않습니다.

규칙. 기본 축은 PyTorch의 `softmax(z, dim=-1)`처럼 마지막 축, 곧 한 표본의 클래스들입니다. SciPy의 `softmax`는 축을 주지 않으면 배열 전체를 한 묶음으로 보고, 표본을 열에 두는 강의(`axis=0`)도 있습니다. 그러면 다른 값이 나옵니다. 분모에는 아무것도 더하지 않습니다. 최댓값을 빼고 나면 분모의 한 항이 e⁰ = 1이기 때문입니다.

손으로 해 보기. z = (0, ln 2, ln 5)이면 e^z_i은 1, 2, 5이고 합은 8이므로 확률은 (0.125, 0.25, 0.625)입니다. z = (1000, 1000 + ln 2, 1000 + ln 5)이어도 똑같습니다.

강의에서(첫머리): 교차 엔트로피는 정답 클래스만 계산하면 되지만 정답이 아닌 클래스도 잘 맞춰야 합니다. 그 까닭이 여기에 있습니다. 모든 클래스가 분모의 합 하나를 나누어 가집니다.

확인: autograder check softmax

------------------------------------------------------------------------------

# The softmax function

The softmax does for many classes what the sigmoid does for two: it turns scores (logits) into probabilities that are positive and sum to 1, the larger the score the larger the probability. Only the differences between the scores count, so the same number may be taken off all of them; taking off the largest keeps every exponential from overflowing.

    softmax(z)_i = e^z_i/(Σ_j e^z_j) = (e^(z_i-max z))/(Σ_j e^(z_j-max z))

Write `softmax(z, axis)`; where no axis is given, it is the last one.

- `z` is a float32 or float64 array with at least one axis and at least one entry, and |z| ≤ 10⁴; the result has the same shape and dtype.
- `axis` is an int, possibly negative: one of the axes of `z` as NumPy counts them. The maximum and the sum are taken along this axis alone: with the default, each row of a table `(N, C)` sums to 1.
- Do not change the input.

Convention. The default axis is the last one, the classes of one sample, as in PyTorch's `softmax(z, dim=-1)`. SciPy's `softmax` takes the whole array if no axis is given, and some courses keep the samples in the columns (`axis=0`); those give other numbers. Nothing is added to the denominator: after the shift one of its terms is e⁰ = 1.

By hand. For z = (0, ln 2, ln 5) the exponentials are 1, 2, 5 and their sum is 8, so the probabilities are (0.125, 0.25, 0.625). For z = (1000, 1000 + ln 2, 1000 + ln 5) they are the same.

From the lecture (at the start): for the cross-entropy only the true class is computed, but the other classes have to be right as well. This is where they come in: all of them share the one sum in the denominator.

Check: autograder check softmax
"""

import numpy as np


def softmax(z, axis=-1):
    """Scores to probabilities, along one axis.

    softmax(z)_i = exp(z_i - max(z)) / sum_j exp(z_j - max(z))

    Args:
        z: scores, a float32 or float64 array with at least one axis and at least one entry; up to
            1e4 in size.
        axis: along which the probabilities sum to 1, an int; the last one if not given.

    Returns:
        Probabilities, of the shape and dtype of z.

    Source: Blanchard, Higham and Higham, "Accurately computing the log-sum-exp and softmax
    functions", 2021.
    """
    # YOUR CODE HERE
    raise NotImplementedError()
