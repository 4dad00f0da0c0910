r"""# 교차 엔트로피의 기울기

교차 엔트로피(cross-entropy)의 값은 정답 클래스만 보지만 기울기(gradient)는 모든 클래스에 있습니다. 경사 하강법으로 내려가면 정답 클래스의 점수는 올라가고, 나머지 클래스의 점수는 잘못 받은 확률에 비례하여 내려갑니다. 손실의 로그와 소프트맥스(softmax)의 지수 함수가 서로 지워지고 '예측 빼기 정답'이라는 간단한 차이만 남습니다.

    ∂L/∂z_ij = (1/N) (p_ij - [j = t_i]),   p_i = softmax(z_i)

여기서 [j = t_i]는 i번째 행의 정답 클래스에서 1, 나머지에서 0입니다(원-핫, one-hot).

`cross_entropy_gradient(logits, targets)` 함수를 완성하세요.

- `logits`는 모양(shape)이 `(N, C)`인 float32 또는 float64 배열입니다. 행은 표본(하나 이상), 열은 클래스(하나 이상)이며 |z| ≤ 10⁴입니다.
- `targets`는 모양이 `(N,)`인 정수 배열로, 행마다 정답 클래스의 번호입니다. 번호는 0부터 셉니다.
- 모양이 `(N, C)`이고 dtype이 `logits`와 같은 배열을 돌려줍니다.
- 입력은 바꾸지 않습니다.

규칙. N개 행에 대한 평균의 기울기이므로 1/N이 붙습니다. PyTorch에서 `cross_entropy(logits, targets).backward()`를 부른 뒤 `logits.grad`에 남는 값입니다. `reduction="sum"`을 쓰거나 갱신할 때 나누는 강의에서는 이 인자가 없습니다. 손실과 기울기는 서로 짝이 맞아야 합니다. 또 확률에 대한 기울기(정답 클래스에서 -1/p)가 아니라 로짓(logit)에 대한 기울기입니다.

손으로 해 보기. 한 행이 z = (0, ln 2, ln 5)이면 확률은 (0.125, 0.25, 0.625)입니다. 정답이 2이면 기울기는 (0.125, 0.25, -0.375)입니다. 한 행의 합은 언제나 0입니다.

강의에서(첫머리): 교차 엔트로피(CE)는 정답 클래스만 계산하면 되지만 정답이 아닌 클래스도 잘 맞춰야 합니다. 두 말이 어떻게 함께 맞는지 기울기가 보여 줍니다. 다른 클래스에 확률이 조금이라도 남아 있으면 그 점수를 끌어내립니다.

확인: autograder check cross_entropy_gradient

------------------------------------------------------------------------------

# The gradient of the cross-entropy

The value of the cross-entropy looks up the true class alone, but its gradient has an entry for every class: a step downhill raises the score of the true class and lowers all the others, each in proportion to the probability that was wrongly given to it. The logarithm of the loss and the exponential of the softmax cancel, and a simple difference is left, the prediction less the truth.

    ∂L/∂z_ij = (1/N) (p_ij - [j = t_i]),   p_i = softmax(z_i)

Here [j = t_i] is 1 for the true class of row i and 0 for the others (one-hot).

Write `cross_entropy_gradient(logits, targets)`.

- `logits` is a float32 or float64 array `(N, C)`: one row for each sample and one column for each class, at least one of each, with |z| ≤ 10⁴.
- `targets` is an integer array `(N,)`: the number of the true class in each row, from 0.
- Return an array `(N, C)` of the dtype of `logits`.
- Do not change the inputs.

Convention. It is the gradient of the mean over the N rows, hence the 1/N: what PyTorch leaves in `logits.grad` after `cross_entropy(logits, targets).backward()`. With `reduction="sum"`, and in courses that divide later in the update, the factor is missing; what belongs together is the loss and its own gradient. The gradient is by the logits, not by the probabilities (-1/p at the true class).

By hand. For the one row z = (0, ln 2, ln 5) the probabilities are (0.125, 0.25, 0.625). With target 2 the gradient is (0.125, 0.25, -0.375). The entries of a row always sum to 0.

From the lecture (at the start): for the cross-entropy only the true class is computed, but the classes that are not true have to be right as well. The gradient shows how that goes together: as long as another class has any probability, its score is pushed down.

Check: autograder check cross_entropy_gradient
"""

import numpy as np


def cross_entropy_gradient(logits, targets):
    """The gradient of the mean cross-entropy with respect to the logits.

    (softmax(logits) - onehot(targets)) / N

    Args:
        logits: scores before the softmax, a float32 or float64 array (N, C), one row per sample and
            one column per class, at least one of each; up to 1e4 in size.
        targets: the index of the true class in each row, an integer array (N,), from 0 to C - 1.

    Returns:
        The gradient, of the shape and dtype of logits.

    Source: Bishop, "Pattern Recognition and Machine Learning", 2006, equation 4.109.
    """
    # YOUR CODE HERE
    raise NotImplementedError()
