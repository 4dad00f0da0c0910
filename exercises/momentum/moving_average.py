r"""# 이동평균

지수 이동평균(exponential moving average, EMA)은 수열을 저장하지 않고도 매끄럽게 만듭니다. 평균 m은 자기 자신을 β만큼 남기고 최신 값을 1 - β만큼 받아들입니다. k걸음 전의 값은 (1 - β)βᵏ의 비중으로 남으므로, 오래된 값일수록 지수적으로 잊힙니다. 모멘텀, RMSprop, 아담(Adam)이 모두 이 한 줄 위에 서 있습니다.

    m_t = β m_(t-1) + (1 - β) x_t   m_(-1) = 0

`moving_average(values, beta)` 함수를 완성하세요.

- `values`는 축이 하나 이상인 float32 또는 float64 배열입니다. 첫 번째 축이 시간이며, 축이 더 있으면 자리마다 따로 하나의 수열입니다. 값이 하나도 없을 수도 있습니다.
- `beta`는 0 ≤ β < 1인 파이썬 숫자입니다.
- 모양(shape)과 dtype이 `values`와 같은 배열 하나를 돌려줍니다. 값마다, 그 값까지 넣은 평균이 들어갑니다.
- `values`는 바꾸지 않습니다.

규칙. 평균은 0에서 시작하므로 첫 결과는 (1 - β)x_0입니다. `pandas.Series.ewm(adjust=False)`처럼 첫 값에서 시작하는 곳도 있고, 1 - β^(t+1)로 나누는 곳(아담에서 배우는 편향 보정)도 있습니다. 새 값의 비중을 평활 계수 α라고 부르는 책에서는 α가 여기의 1 - β입니다.

손으로 해 보기. 값이 4, 8, 0이고 β = 0.5이면 0.5·0 + 0.5·4 = 2, 0.5·2 + 0.5·8 = 5, 0.5·5 + 0.5·0 = 2.5이므로 [2, 5, 2.5]입니다.

강의에서(13, 22): 모멘텀은 과거 기울기의 이동평균을 고려합니다. 누적 기울기에는 β, 최신 기울기에는 1 - β를 곱하며, 과거의 비중은 지수적으로 감소합니다.

확인: autograder check moving_average

------------------------------------------------------------------------------

# The moving average

The exponential moving average (EMA) smooths a sequence without storing it: the average m keeps the part β of itself and takes up the part 1 - β of the newest value. A value that lies k steps back still counts with weight (1 - β)βᵏ, so old ones fade exponentially. Momentum, RMSprop and Adam are all built on this line.

    m_t = β m_(t-1) + (1 - β) x_t   m_(-1) = 0

Write `moving_average(values, beta)`.

- `values` is a float32 or float64 array with at least one axis. The first axis is time; with more axes, each entry is a sequence of its own. There may be no values at all.
- `beta` is a Python number with 0 ≤ β < 1.
- Return one array of the shape and dtype of `values`: the average after each value, with that value already in it.
- Do not change `values`.

Convention. The average starts at zero, so the first result is (1 - β)x_0. Others start at the first value, as `pandas.Series.ewm(adjust=False)` does, or divide by 1 - β^(t+1) (the bias correction, which comes with Adam). Some call the new value's weight the smoothing factor: their α is our 1 - β.

By hand. For the values 4, 8, 0 and β = 0.5: 0.5·0 + 0.5·4 = 2, then 0.5·2 + 0.5·8 = 5, then 0.5·5 + 0.5·0 = 2.5; so [2, 5, 2.5].

From the lecture (13, 22): momentum looks at a moving average of the past gradients; the accumulated past gets β, the newest gradient 1 - β, and the past decreases exponentially.

Check: autograder check moving_average
"""

import numpy as np


def moving_average(values, beta):
    """The exponential moving average of a sequence, after each of its values.

    m <- beta*m + (1 - beta)*x, from m = 0

    Args:
        values: the sequence, a float array with at least one axis; the first axis is time, and
            there may be no values.
        beta: how much of the old average stays, at least 0 and less than 1.

    Returns:
        The average after each value, of the shape and dtype of values.

    Source: Kingma and Ba, "Adam: A Method for Stochastic Optimization", 2015, section 3, where
    the moving averages start at zero.
    """
    # YOUR CODE HERE
    raise NotImplementedError()
