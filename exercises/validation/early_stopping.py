r"""# 조기 종료

너무 오래 학습한 모델은 학습 데이터의 노이즈까지 배우기 시작합니다. 학습 점수는 계속 오르지만 검증 점수는 떨어집니다. 조기 종료(early stopping)는 검증 점수를 지켜보다가 한동안 향상되지 않으면 학습을 끝냅니다. 몇 에폭을 기다릴지가 `patience`이고, 얼마나 올라야 향상으로 볼지가 `min_delta`입니다.

    에폭 e에서 향상 ⇔ s_e - s_best > δ

    멈추는 에폭 = 향상 없이 연달아 p번째가 되는 첫 에폭

여기서 s_e는 에폭 e의 점수, s_best는 그때까지의 최고 점수, p는 `patience`, δ는 `min_delta`입니다.

`early_stopping(scores, patience, min_delta=0.0)` 함수를 완성하세요.

- `scores`는 모양(shape)이 `(epochs,)`인 float32 또는 float64 배열이며 에폭은 적어도 하나입니다. 에폭마다의 검증 점수이고, 높을수록 좋습니다(정확도, 또는 손실에 마이너스를 붙인 값). 음수일 수도 있습니다.
- 점수가 NaN일 수 있습니다. 그 에폭에는 점수가 없다는 뜻이며, 향상이 없는 에폭으로 셉니다.
- `patience`는 1 이상의 int이고, `min_delta`는 0 이상의 수입니다.
- int 두 개의 튜플 `(stop_epoch, best_epoch)`를 돌려줍니다. 둘 다 0부터 셉니다. 한 번도 멈추지 않으면 멈춘 에폭은 마지막 에폭입니다. 점수가 모두 NaN이면 가장 좋은 에폭은 `None`입니다.
- 입력은 하나도 바꾸지 않습니다.

규칙. 최고 점수는 -∞에서 시작하므로 첫 점수는 값에 상관없이 향상입니다. 최고 점수는 향상이 있을 때만 바뀝니다. `min_delta` 이하로 오르거나 같은 점수이면 최고 점수는 그대로이고, 느린 상승도 쌓이면 향상이 될 수 있습니다. 멈춘 뒤의 점수는 쓰이지 않습니다. `min_delta`는 Keras처럼 절대적인 차이입니다. PyTorch의 `ReduceLROnPlateau`는 따로 정하지 않으면 비율로 비교하고, 한 에폭 늦게(`patience`를 넘겼을 때) 움직입니다. 최고보다 뚜렷이 떨어진 에폭만 세는 코드도 있습니다. 그러면 다른 에폭이 나옵니다.

손으로 해 보기. 점수가 0.5, 0.625, 0.75, 0.6875, 0.625, 0.5, 0.875이고 `patience=3`, `min_delta=0`이면 에폭 2가 가장 좋습니다. 에폭 3, 4, 5는 그보다 나아지지 않으므로 답은 (5, 2)입니다. 뒤의 0.875는 아무도 보지 못합니다.

강의에서(35): 검증 데이터의 성능이 향상되지 않을 때 학습을 조기에 중단합니다. 학습 데이터에만 과적합되면 검증 데이터에서 정확도(accuracy)가 감소하므로, 이때 종료하면 과적합되지 않은 모델을 얻을 수 있습니다. (한 번의 감소는 우연일 수도 있습니다. 그래서 `patience`만큼 기다립니다.)

확인: autograder check early_stopping

------------------------------------------------------------------------------

# Early stopping

A model that trains for too long begins to learn the noise of the training data: its training score still rises, but its validation score falls. Early stopping watches the validation score and ends the training once it has not improved for a while. How long it waits is the patience; how large a rise must be to count is `min_delta`.

    epoch e improves ⇔ s_e - s_best > δ

    stop = the first epoch that ends p epochs in a row without an improvement

Here s_e is the score of epoch e, s_best the best score so far, p the `patience` and δ the `min_delta`.

Write `early_stopping(scores, patience, min_delta=0.0)`.

- `scores` is a float32 or float64 array of shape `(epochs,)`, with at least one epoch: the validation score of each epoch. Higher is better (an accuracy; of a loss, its negative). Scores may be negative.
- A score may be NaN: that epoch has none, and it is an epoch without an improvement.
- `patience` is an int, at least 1; `min_delta` is a number, at least 0.
- Return the tuple `(stop_epoch, best_epoch)` of two ints, both counted from 0. If training is never stopped, the stop epoch is the last one. If all scores are NaN, the best epoch is `None`.
- Change none of the inputs.

Convention. The best score starts at -∞, so that the first score, whatever it is, is an improvement. It changes only at an improvement: a rise of `min_delta` or less, an equal score too, leaves the best as it is, and slow rises can still add up to an improvement. Scores after the stop play no part. `min_delta` is an absolute difference, as in Keras; in PyTorch's `ReduceLROnPlateau` the threshold is relative unless you ask otherwise, and it acts one epoch later (after more than `patience` epochs). Other versions count only the epochs that fall clearly below the best. Those give other epochs.

By hand. With the scores 0.5, 0.625, 0.75, 0.6875, 0.625, 0.5, 0.875, `patience=3` and `min_delta=0`, epoch 2 is the best; epochs 3, 4 and 5 do not improve on it. The answer is (5, 2), and nobody ever sees the 0.875.

From the lecture (35): training is ended early when the performance on the validation data no longer improves. If the accuracy on the validation data falls, the model has overfitted to the training data; stopping then gives a model that has not. (A single fall can also be chance, which is why there is a patience.)

Check: autograder check early_stopping
"""

import numpy as np


def early_stopping(scores, patience, min_delta=0.0):
    """The epoch at which training stops early, and the epoch that was the best until then.

    An epoch improves where score - best > min_delta. Training stops at the first epoch that is the
    `patience`-th one in a row without an improvement.

    Args:
        scores: validation score of each epoch, shape (epochs,), float32 or float64, at least one;
            higher is better; NaN where an epoch has none.
        patience: how many epochs without an improvement end the training, an int, at least 1.
        min_delta: what a score must exceed the best by, at least 0.

    Returns:
        (stop_epoch, best_epoch), both counted from 0. stop_epoch is the last epoch where training
        is never stopped; best_epoch is None where no epoch has a score.

    Source: Prechelt, "Early Stopping - But When?", 1998, criterion UP; the counter is that of
    Keras' EarlyStopping.
    """
    # YOUR CODE HERE
    raise NotImplementedError()
