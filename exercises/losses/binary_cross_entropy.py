r"""# 이진 교차 엔트로피

이진 교차 엔트로피(binary cross-entropy)는 모델이 정답을 보고 얼마나 놀라는지를 잽니다. 정답에 높은 확률을 주었으면 작고, 반대쪽을 확신했으면 한없이 커집니다. 식은 확률 p = σ(x)로 쓰지만(σ는 시그모이드) 컴퓨터에서는 로짓(logit) x에서 바로 계산해야 합니다. x = 40이면 p에 가장 가까운 float는 1이고, 그러면 실제 손실은 40인데도 log(1 - p)가 -∞가 되기 때문입니다.

    L = (1/n) Σ(i=1..n) -(y_i log p_i + (1 - y_i) log(1 - p_i)),   p_i = σ(x_i)

    -log σ(x) = log(1 + e^(-x)),   -log(1 - σ(x)) = log(1 + e^x)

`binary_cross_entropy(logits, targets)` 함수를 완성하세요.

- `logits`는 모양(shape)이 자유롭고 원소가 하나 이상인 float32 또는 float64 배열이거나 파이썬 float이며, |x| ≤ 10⁴입니다.
- `targets`는 `logits`와 모양과 dtype이 같고 값은 0 이상 1 이하입니다. 0.3 같은 정답도 있으며, 그때는 두 항이 모두 들어갑니다.
- 모양과 관계없이 모든 원소에 대한 평균, 곧 수 하나를 돌려줍니다. 허용된 모든 로짓에서 반올림 오차를 빼면 정확해야 합니다.
- 입력은 바꾸지 않습니다.

규칙. PyTorch의 `binary_cross_entropy_with_logits`처럼 로짓을 받습니다. PyTorch의 `binary_cross_entropy`는 확률을 받습니다. Keras나 scikit-learn처럼 p를 [ε, 1 - ε]으로 자르거나 log(p + ε)으로 쓰면 무한대는 피할 수 있지만, 아무리 틀린 답도 손실이 -log ε을 넘지 못하므로 여기서는 맞지 않습니다. 평균 대신 합을 쓰거나 행의 수로만 나누는 곳도 있습니다.

손으로 해 보기. x = ln 3이면 p = 0.75입니다. y = 1이면 손실은 -ln 0.75 ≈ 0.2877, y = 0이면 -ln 0.25 ≈ 1.3863이고, 두 손실의 평균은 약 0.8370입니다.

강의에서(첫머리): 시그모이드 함수를 거치면 0~1의 값이 나옵니다. 여기서는 그 값을 확률로 보고 평가합니다. 부동소수점에서는 양 끝 0과 1에 정말로 닿기 때문에, 손실은 시그모이드를 거치기 전의 값에서 계산합니다.

확인: autograder check binary_cross_entropy

------------------------------------------------------------------------------

# Binary cross-entropy

The binary cross-entropy measures how surprised a model is by the true answer: little if it gave that answer a high probability, without limit if it was sure of the opposite. The formula speaks of the probability p = σ(x), where σ is the sigmoid, but a computer has to work from the logit x: for x = 40 the float nearest to p is 1, and log(1 - p) is then -∞, although the loss is only 40.

    L = (1/n) Σ(i=1..n) -(y_i log p_i + (1 - y_i) log(1 - p_i)),   p_i = σ(x_i)

    -log σ(x) = log(1 + e^(-x)),   -log(1 - σ(x)) = log(1 + e^x)

Write `binary_cross_entropy(logits, targets)`.

- `logits` is a float32 or float64 array of any shape with at least one entry, or a Python float, and |x| ≤ 10⁴.
- `targets` is like `logits` in shape and dtype, with values from 0 to 1; 0.3 is a proper target too, and then both terms count.
- Return one number: the mean over all entries, whatever the shape. It is exact up to rounding for every logit that is allowed.
- Do not change the inputs.

Convention. It takes logits, like PyTorch's `binary_cross_entropy_with_logits`; PyTorch's `binary_cross_entropy` takes probabilities. Clipping p to [ε, 1 - ε], as Keras and scikit-learn do, and writing log(p + ε) avoid the infinity, but a wrong answer then never costs more than -log ε; that is not enough here. Some sum instead of taking the mean, or divide by the number of rows alone.

By hand. For x = ln 3 we have p = 0.75. With y = 1 the loss is -ln 0.75 ≈ 0.2877, with y = 0 it is -ln 0.25 ≈ 1.3863, and the mean of the two is about 0.8370.

From the lecture (at the start): the sigmoid gives values from 0 to 1; here they are judged as probabilities. In floating point the ends 0 and 1 are reached, and so the loss is computed from the values before the sigmoid.

Check: autograder check binary_cross_entropy
"""

import numpy as np


def binary_cross_entropy(logits, targets):
    """The cross-entropy of yes-or-no answers, from their logits.

    mean of -(y*log(p) + (1 - y)*log(1 - p))  with  p = sigmoid(x)
    = mean of max(x, 0) - x*y + log(1 + exp(-abs(x)))

    Args:
        logits: scores x before the sigmoid, a float32 or float64 array of any shape with at least
            one entry, or a float; up to 1e4 in size.
        targets: y, like logits, with values from 0 to 1.

    Returns:
        The mean over all entries, one number.

    Source: the second form is that of torch.nn.BCEWithLogitsLoss.
    """
    # YOUR CODE HERE
    raise NotImplementedError()
