r"""# 패널티를 더한 손실

정규화(regularization)는 모델을 학습하는 방법이 아니라 무엇을 최소로 만들지를 바꿉니다. 이제는 손실과 패널티의 합을 줄입니다. 합을 줄이려면 데이터에 잘 맞는 것과 가중치가 작은 것 사이에서 균형을 잡아야 합니다.

    L'(w) = L(w) + R(w)

`penalised_loss(loss, penalty)` 함수를 완성하세요.

- `loss`와 `penalty`는 가중치 하나를 인자로 받아 숫자 하나를 주는 함수입니다.
- 가중치의 함수를 돌려줍니다. `w`로 부르면 L(w) + R(w)를 숫자 하나로 줍니다. 자료형은 무엇이든 됩니다.
- `w`는 두 함수가 받는 것이면 무엇이든 됩니다. 모양(shape)이 자유로운 배열이나 파이썬 float입니다.
- 돌려준 함수들은 서로 독립이고 아무것도 기억하지 않습니다. 같은 `w`에는 늘 같은 값을 줍니다. 패널티를 더한 손실도 손실이므로 패널티를 한 번 더 더할 수 있습니다.

규칙. 세기 λ는 `penalty` 안에 들어 있습니다. 세기를 따로 두어 L + λ R로 쓰거나, 패널티를 표본의 수로 나누는 곳도 있습니다.

손으로 해 보기. L(w) = (w - 3)², R(w) = 2|w|이면 w = 1에서 4 + 2 = 6입니다.

강의에서(39): L'(w) = L(w) + R(w)입니다. 노트에는 "최종 가중치 = 가중치 + 패널티 항"이라고 적혀 있지만 식이 맞습니다. 패널티는 손실에 더하고, 최솟값의 자리가 옮겨 가기 때문에 가중치가 달라집니다. 그림에서는 0 쪽으로 옮겨 갑니다.

확인: autograder check penalised_loss

------------------------------------------------------------------------------

# The loss with its penalty

Regularisation does not change how a model is trained, only what is minimised: the loss and the penalty together. Whatever lowers the sum has to weigh a good fit against small weights.

    L'(w) = L(w) + R(w)

Write `penalised_loss(loss, penalty)`.

- `loss` and `penalty` are functions of one argument, the weights; each gives a single number.
- Return a function of the weights: called with `w` it gives L(w) + R(w), a single number of any type.
- `w` is whatever the two functions take: an array of any shape, or a Python float.
- The functions that are returned are independent of each other and remember nothing: the same `w` gives the same value each time. A penalised loss is a loss again, and can be penalised once more.

Convention. The strength λ is a part of `penalty`. Elsewhere the sum is L + λ R with the strength apart, or the penalty is divided by the number of samples.

By hand. With L(w) = (w - 3)² and R(w) = 2|w|, at w = 1: 4 + 2 = 6.

From the lecture (39): L'(w) = L(w) + R(w). The notes put it in words as "final weights = weights + penalty term", but the formula is the right one: the penalty is added to the loss, and changes the weights only because the minimum moves. In the picture it moves towards zero.

Check: autograder check penalised_loss
"""

import numpy as np


def penalised_loss(loss, penalty):
    """The loss with a penalty on the weights added to it.

    L'(w) = L(w) + R(w)

    Args:
        loss: L, a function of the weights that gives a single number.
        penalty: R, a function of the weights that gives a single number.

    Returns:
        L', a function of the weights that gives a single number.

    Source: Goodfellow, Bengio and Courville, "Deep Learning", 2016, section 7.1.
    """

    # YOUR CODE HERE
    raise NotImplementedError()
