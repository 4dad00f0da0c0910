r"""# 편향 보정

0에서 시작하는 이동평균은 처음에 너무 작습니다. 값이 t개 들어왔을 때 비중의 합은 1 - βᵗ뿐이고, 나머지 비중은 아직 출발점인 0에 있습니다. 이 합으로 나누어 바로잡는 것이 편향 보정(bias correction)입니다. 보정은 초기에 크고, βᵗ이 0에 가까워지면서 저절로 사라집니다.

    m_hat = m/(1 - βᵗ)

`bias_correction(moment, beta, t)` 함수를 완성하세요.

- `moment`는 모양(shape)이 자유롭고 원소가 하나 이상인 float32 또는 float64 배열이거나 파이썬 float입니다. 결과는 같은 dtype을 유지합니다.
- `beta`는 파이썬 숫자이며 0 ≤ β < 1입니다.
- `t`는 평균에 들어간 값의 개수를 세는 int이며 1부터 셉니다.
- 입력은 하나도 바꾸지 않습니다.

규칙. t는 아담(Adam) 논문처럼 1부터 셉니다. 0부터 세는 코드는 1 - β^(t+1)이라고 씁니다. 1부터 세면서 그 식을 쓰면 보정이 모자라게 됩니다.

손으로 해 보기. β = 0.8이면 거듭제곱은 0.8, 0.64, 0.512, …입니다. m = 0.36, t = 2이면 m_hat = 0.36/(1 - 0.64) = 1입니다. 실제로 값 1이 두 번 들어온 이동평균이 m = 0.8·0.2 + 0.2 = 0.36입니다.

강의에서(23): m과 v는 시작점이 0이기 때문에 그대로 쓰지 않고 편향을 보정해서 씁니다. βᵗ은 계속 곱해지면서 0.8, 0.64, …로 작아집니다. 노트에는 초기에는 m_hat, v_hat을 크게 하고 후기에는 작게 한다고 되어 있는데, 정확히는 보정하는 정도가 초기에 크고 후기에는 거의 없다는 뜻입니다. 보정 때문에 모멘트의 크기가 줄어드는 일은 없습니다.

확인: autograder check bias_correction

------------------------------------------------------------------------------

# Bias correction

A moving average that starts at zero is too small at first: after t values its weights add up to 1 - βᵗ only, and the rest of the weight still lies on the zero at the start. Dividing by that sum puts it right. The correction is large early and fades by itself, as βᵗ goes to zero.

    m_hat = m/(1 - βᵗ)

Write `bias_correction(moment, beta, t)`.

- `moment` is a float32 or float64 array of any shape with at least one entry, or a Python float; the result keeps the dtype.
- `beta` is a Python number, 0 ≤ β < 1.
- `t` is an int that counts the values in the average, from 1.
- Change none of the inputs.

Convention. t counts from 1, as in the paper on Adam. Code that counts from 0 writes 1 - β^(t+1); with its formula and a t from 1 the correction would be too small.

By hand. With β = 0.8 the powers are 0.8, 0.64, 0.512, … For m = 0.36 at t = 2: m_hat = 0.36/(1 - 0.64) = 1. It is the average of two values 1: m = 0.8·0.2 + 0.2 = 0.36.

From the lecture (23): m and v are not used as they are but corrected, because they start at zero. βᵗ becomes smaller as it is multiplied: 0.8, then 0.64, and so on. The notes say that m_hat and v_hat are made large early and small later; put exactly, it is the correction that is large early and hardly anything later. It never makes a moment smaller.

Check: autograder check bias_correction
"""

import numpy as np


def bias_correction(moment, beta, t):
    """The moving average without the pull of its start at zero.

    moment / (1 - beta**t)

    Args:
        moment: a moving average that started at zero, a float array of any shape with at least
            one entry, or a float.
        beta: weight of the past in the average, from 0 up to, but not including, 1.
        t: how many values are in the average, an int, counted from 1.

    Returns:
        The corrected average, of the shape and dtype of moment.

    Source: Kingma and Ba, "Adam: A Method for Stochastic Optimization", 2015, section 3.
    """
    # YOUR CODE HERE
    raise NotImplementedError()
