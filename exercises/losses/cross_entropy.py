r"""# 교차 엔트로피

클래스가 여럿일 때 한 표본의 교차 엔트로피(cross-entropy)는 모델이 정답 클래스에 준 확률에 -log를 취한 값입니다. 클래스에 대한 합에서 나머지 항에는 모두 0이 곱해지므로 정답 클래스만 찾아보면 됩니다. 다른 클래스는 소프트맥스(softmax)의 분모를 통해 들어옵니다. 시그모이드에서처럼 확률이 0으로 반올림되기 전에 로그를 취해야 합니다.

    L = (1/N) Σ(i=1..N) -log p_(i,t_i) = (1/N) Σ(i=1..N) (log Σ_j e^z_ij - z_(i,t_i)),   p_i = softmax(z_i)

`cross_entropy(logits, targets)` 함수를 완성하세요.

- `logits`는 모양(shape)이 `(N, C)`인 float32 또는 float64 배열입니다. 행은 표본(하나 이상), 열은 클래스(하나 이상)이며 |z| ≤ 10⁴입니다.
- `targets`는 모양이 `(N,)`인 정수 배열로, 행마다 정답 클래스의 번호입니다. 번호는 0부터 셉니다.
- N개 행에 대한 평균, 곧 수 하나를 돌려줍니다. 허용된 모든 로짓(logit)에서 반올림 오차를 빼면 정확해야 합니다.
- 입력은 바꾸지 않습니다.

규칙. PyTorch의 `cross_entropy`처럼 로짓과 클래스 번호를 받아 평균을 돌려줍니다. 확률이나 원-핫(one-hot) 정답을 받거나, 표본을 열에 두거나, 합을 돌려주는 곳도 있습니다. 원-핫 표의 원소 N·C개 전체로 평균을 내면 C배만큼 작아집니다. 확률을 자르거나 log(p + ε)으로 쓰면 손실이 -log ε을 넘지 못하므로 여기서는 맞지 않습니다.

손으로 해 보기. 한 행이 z = (0, ln 2, ln 5)이면 확률은 (1/8,2/8,5/8)입니다. 정답이 2이면 손실은 -ln(5/8) ≈ 0.4700, 정답이 0이면 ln 8 ≈ 2.0794입니다. z = (1000, 0)이고 정답이 1이면 손실은 1000입니다.

강의에서(첫머리): 교차 엔트로피(CE)는 정답 클래스만 계산하면 됩니다. 하지만 정답이 아닌 클래스도 잘 맞춰야 합니다.

확인: autograder check cross_entropy

------------------------------------------------------------------------------

# Cross-entropy

With many classes the cross-entropy of a sample is -log of the probability that the model gave to its true class. All other terms of the sum over the classes are multiplied by zero, so only the true class has to be looked up; the others come in through the denominator of the softmax. As with the sigmoid, the logarithm has to be taken before a probability can be rounded to 0.

    L = (1/N) Σ(i=1..N) -log p_(i,t_i) = (1/N) Σ(i=1..N) (log Σ_j e^z_ij - z_(i,t_i)),   p_i = softmax(z_i)

Write `cross_entropy(logits, targets)`.

- `logits` is a float32 or float64 array `(N, C)`: one row for each sample and one column for each class, at least one of each, with |z| ≤ 10⁴.
- `targets` is an integer array `(N,)`: the number of the true class in each row, from 0.
- Return one number: the mean over the N rows. It is exact up to rounding for all logits that are allowed.
- Do not change the inputs.

Convention. It takes logits and class numbers and returns the mean, like PyTorch's `cross_entropy`. Some take probabilities, one-hot targets, or samples in the columns; some return the sum; and the mean over all N·C entries of a one-hot table is too small by the factor C. Clipping the probabilities or writing log(p + ε) puts a limit of -log ε on the loss; that is not enough here.

By hand. For the one row z = (0, ln 2, ln 5) the probabilities are (1/8,2/8,5/8). With target 2 the loss is -ln(5/8) ≈ 0.4700, with target 0 it is ln 8 ≈ 2.0794. For z = (1000, 0) and target 1 it is 1000.

From the lecture (at the start): for the cross-entropy only the true class has to be computed (but the classes that are not true have to be right as well).

Check: autograder check cross_entropy
"""

import numpy as np


def cross_entropy(logits, targets):
    """The cross-entropy of one class out of many, from logits.

    mean over the rows of -log(softmax(z)[target])
    = mean of log(sum_j exp(z_j - max(z))) - (z[target] - max(z))

    Args:
        logits: scores before the softmax, a float32 or float64 array (N, C), one row per sample and
            one column per class, at least one of each; up to 1e4 in size.
        targets: the index of the true class in each row, an integer array (N,), from 0 to C - 1.

    Returns:
        The mean over the rows, one number.

    Source: Blanchard, Higham and Higham, "Accurately computing the log-sum-exp and softmax
    functions", 2021.
    """
    # YOUR CODE HERE
    raise NotImplementedError()
