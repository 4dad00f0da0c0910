r"""# 시그모이드 함수

시그모이드(sigmoid) 함수는 어떤 점수든 0과 1 사이의 수로 바꾸어 확률처럼 읽을 수 있게 합니다. 예/아니요로 답하는 모델은 모두 이 함수로 끝납니다. 종이 위에서는 맞는 식이 컴퓨터에서 틀리는 일을 처음 만나는 곳이기도 합니다. e¹⁰⁰⁰은 부동소수점 수로 나타낼 수 없기 때문입니다.

    σ(x) = 1/(1 + e^(-x))

`sigmoid(x)` 함수를 완성하세요.

- `x`는 모양(shape)이 자유롭고 원소가 하나 이상인 float32 또는 float64 배열이거나 파이썬 float입니다. 결과의 모양과 dtype은 입력과 같습니다.
- |x| ≤ 10⁴인 모든 입력에서 올바라야 합니다. 값은 0 이상 1 이하이며(양 끝 포함), NaN이나 오류가 나오면 안 됩니다. 오차는 10⁻¹²(float32는 10⁻⁶)까지 허용합니다.
- NumPy가 출력하는 경고는 감점하지 않습니다.
- 입력은 바꾸지 않습니다.

규칙. 같은 함수를 e^x/(1 + e^x) 또는 (1 + tanh(x/2))/2로도 쓰고, SciPy에서는 `expit`이라고 부릅니다. 종이 위에서는 모두 같지만 부동소수점에서는 다릅니다. x = 1000과 x = -1000에서 어느 식이 살아남는지 확인해 보세요. 뒤에 로그를 쓰려고 결과를 [10⁻⁷, 1 - 10⁻⁷] 같은 범위로 자르는 프로그램도 있고, 꺾은선으로 어림하는 하드 시그모이드(hard sigmoid)도 있지만 그러면 다른 값이 나옵니다. 여기서는 σ(x)가 float로 구별할 수 없을 만큼 0이나 1에 가까우면 그대로 0이나 1이 답입니다.

손으로 해 보기. σ(0) = 1/2입니다. x = ln 3이면 e^(-x) = 1/3이므로 σ(ln 3) = 1/(1 + 1/3) = 0.75이고, x = -ln 3이면 0.25입니다.

강의에서(첫머리): 시그모이드 함수를 거치면 0~1의 값이 나옵니다.

확인: autograder check sigmoid

------------------------------------------------------------------------------

# The sigmoid function

The sigmoid turns any score into a number between 0 and 1 that can be read as a probability. It is the last step of every model that answers yes or no, and the first place where a formula that is right on paper goes wrong in a computer: e¹⁰⁰⁰ is no floating-point number.

    σ(x) = 1/(1 + e^(-x))

Write `sigmoid(x)`.

- `x` is a float32 or float64 array of any shape with at least one entry, or a Python float; the result has the same shape and dtype.
- It must be right for all |x| ≤ 10⁴: between 0 and 1, both included, never NaN and never an error. It may be wrong by 10⁻¹² at most (float32: 10⁻⁶).
- A warning that NumPy prints costs nothing.
- Do not change the input.

Convention. The same function is written as e^x/(1 + e^x) and as (1 + tanh(x/2))/2, and SciPy calls it `expit`. On paper all are equal; in floating point, find out which of them survives x = 1000 and x = -1000. Some programs clip the result to something like [10⁻⁷, 1 - 10⁻⁷], so that a logarithm may follow, and some use the piecewise linear hard sigmoid; those give other numbers. Here, where σ(x) is closer to 0 or 1 than a float can tell, the answer is 0 or 1.

By hand. σ(0) = 1/2. For x = ln 3 we have e^(-x) = 1/3, and so σ(ln 3) = 1/(1 + 1/3) = 0.75; for x = -ln 3 it is 0.25.

From the lecture (at the start): through the sigmoid function come values from 0 to 1.

Check: autograder check sigmoid
"""

import numpy as np


def sigmoid(x):
    """The logistic sigmoid, entry by entry.

    sigmoid(x) = 1 / (1 + exp(-x))

    Args:
        x: a float32 or float64 array of any shape with at least one entry, or a float; up to 1e4 in
            size.

    Returns:
        Values between 0 and 1, of the shape and dtype of x.

    Source: the lecture, at its start; scipy.special.expit is the same function.
    """
    # YOUR CODE HERE
    raise NotImplementedError()
