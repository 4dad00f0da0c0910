import numpy as np

from autograder import mistake


@mistake(
    ko="출력이 줄어드는 것도 변화입니다. 얼마나 변했는지에는 부호가 없습니다.",
    en="An output that falls has changed too. How much it changed has no sign.",
)
def change_with_its_sign(w, X, dX):
    return dX @ w


@mistake(
    ko="변화의 제곱입니다. 노이즈가 두 배가 되면 이 값은 네 배가 됩니다.",
    en="This is the square of the change: twice the noise makes it four times as large.",
)
def change_squared(w, X, dX):
    return (dX @ w) ** 2


@mistake(
    ko="노이즈와 가중치의 부호를 먼저 지웠습니다. 서로 상쇄되는 변화는 어디로 갔나요?",
    en="The signs of noise and weights are dropped first. Where do changes cancel now?",
)
def signs_dropped_too_early(w, X, dX):
    return np.abs(dX) @ np.abs(w)


@mistake(
    ko="변화가 넘을 수 없는 한계를 구했습니다. 실제로 얼마나 변했나요?",
    en="This is the limit that no change exceeds. How large is the change itself?",
)
def bound_instead_of_change(w, X, dX):
    return np.linalg.norm(dX, axis=1) * np.linalg.norm(w)


@mistake(
    ko="노이즈가 섞인 출력입니다. 무엇과 비교해야 변화가 되나요?",
    en="This is the output with the noise. Compared with what is it a change?",
)
def noisy_output_only(w, X, dX):
    return np.abs((X + dX) @ w)


@mistake(
    ko="출력의 크기로 나누었습니다. 여기서는 비율이 아니라 변화 자체입니다.",
    en="It is divided by the output. The change itself is asked for, not its ratio.",
)
def relative_to_the_output(w, X, dX):
    return np.abs(dX @ w) / np.abs(X @ w)


@mistake(
    ko="출력의 절댓값끼리 뺐습니다. 음수인 출력이 더 작아지면 어떻게 되나요?",
    en="It subtracts the absolute outputs. What if the noise turns an output's sign?",
)
def sizes_of_the_outputs_compared(w, X, dX):
    return np.abs((X + dX) @ w) - np.abs(X @ w)


@mistake(
    ko="표본마다 값이 하나씩 있어야 합니다. 무엇까지 더해졌나요?",
    en="There should be one value for each sample. What has been summed as well?",
)
def all_samples_summed(w, X, dX):
    return np.sum(np.abs(dX @ w))


@mistake(
    ko="모든 표본에 첫 노이즈를 더했습니다.",
    en="Every sample gets the first one's noise.",
)
def first_noise_for_all(w, X, dX):
    return np.abs((X + dX[0]) @ w - X @ w)


@mistake(
    ko="float32로 들어온 데이터의 변화가 float64로 나옵니다. 어디에서 형이 바뀌었나요?",
    en="Data in float32 get a change in float64. Where does the type change?",
)
def single_precision_becomes_double(w, X, dX):
    return np.abs(np.asarray(dX, dtype=float) @ w)


@mistake(
    ko="dX에 X를 그대로(in place) 더하면 노이즈가 사라지고 데이터가 됩니다.",
    en="Adding X to dX in place turns the noise into data.",
)
def noise_changed_in_place(w, X, dX):
    before = X @ w
    dX += X
    return np.abs(dX @ w - before)


@mistake(
    ko="X에 노이즈를 그대로(in place) 더하면 부른 쪽의 데이터에 노이즈가 남습니다.",
    en="Adding the noise to X in place leaves it in the caller's data.",
)
def inputs_changed_in_place(w, X, dX):
    before = X @ w
    X += dX
    return np.abs(X @ w - before)


@mistake(
    ko="노이즈의 크기로 나누었습니다. 여기서는 비율이 아니라 변화 자체입니다.",
    en="It is divided by the size of the noise. The change itself is asked for, not its ratio.",
)
def relative_to_the_noise(w, X, dX):
    return np.abs(dX @ w) / np.linalg.norm(dX, axis=1)


@mistake(
    ko="노이즈를 입력에 곱했습니다. 입력에 1 + dX를 곱하는 것과 dX를 더하는 것은 같은가요?",
    en="The noise multiplies the inputs. Is that the same as adding it to them?",
)
def noise_multiplied(w, X, dX):
    return np.abs((X * dX) @ w)


@mistake(
    ko="출력의 변화율을 입력의 변화율로 나누었습니다(조건수). 여기서는 변화 자체입니다.",
    en="A ratio of two ratios comes out, a condition number. Is the change itself not asked for?",
)
def condition_number(w, X, dX):
    outputs = np.abs(dX @ w) / np.abs(X @ w)
    inputs = np.linalg.norm(dX, axis=1) / np.linalg.norm(X, axis=1)
    return outputs / inputs


@mistake(
    ko="입력이 얼마나 바뀌었는지만 쟀습니다. 같은 노이즈라도 출력은 무엇에 따라 다르게 변하나요?",
    en="This is how far the inputs moved. What makes one noise change two models differently?",
)
def change_of_the_inputs(w, X, dX):
    return np.linalg.norm(dX, axis=1)


@mistake(
    ko="가장 크게 기여한 입력 하나만 남았습니다. 다른 입력의 노이즈도 출력에 닿습니다.",
    en="Only the input that matters most is left. The noise of the others reaches the output too.",
)
def largest_contribution_only(w, X, dX):
    return np.max(np.abs(dX * w), axis=1)


@mistake(
    ko="노이즈가 섞인 출력의 크기로 나누었습니다. 여기서는 비율이 아니라 변화 자체입니다.",
    en="It is divided by the output with the noise. The change itself is asked for, not its ratio.",
)
def relative_to_the_noisy_output(w, X, dX):
    return np.abs(dX @ w) / np.abs((X + dX) @ w)


@mistake(
    ko="표본마다 값이 하나씩 있어야 하는데 전체에서 하나뿐입니다. 무엇이 합쳐졌나요?",
    en="One value is left of all samples: a mean, a maximum, a norm. How many are asked for?",
    how=["mean", "max", "norm", "rms"],
)
def one_value_for_all_samples(w, X, dX, *, how):
    change = dX @ w
    if how == "norm":
        return np.linalg.norm(change)
    if how == "rms":
        return np.sqrt(np.mean(change**2))
    return np.mean(np.abs(change)) if how == "mean" else np.max(np.abs(change))


@mistake(
    ko="다른 노름으로 구한 한계입니다. 실제로 얼마나 변했나요?",
    en="This is a limit by other norms, which no change exceeds. How large is the change itself?",
    norms=["w_summed", "noise_summed"],
)
def bound_by_other_norms(w, X, dX, *, norms):
    if norms == "w_summed":
        return np.sum(np.abs(w)) * np.max(np.abs(dX), axis=1)
    return np.max(np.abs(w)) * np.sum(np.abs(dX), axis=1)


@mistake(
    ko="가중치의 크기로 나누었습니다. 그러면 가중치가 큰 모델이 더 민감하다는 것이 보이나요?",
    en="It is divided by the size of the weights. Does it still show that large ones matter?",
)
def relative_to_the_weights(w, X, dX):
    return np.abs(dX @ w) / np.linalg.norm(w)


@mistake(
    ko="노이즈 크기의 합으로 나누었습니다. 여기서는 비율이 아니라 변화 자체입니다.",
    en="It is divided by the summed size of the noise. Is a ratio asked for, or the change itself?",
)
def relative_to_the_summed_noise(w, X, dX):
    return np.abs(dX @ w) / np.sum(np.abs(dX), axis=1)


@mistake(
    ko="입력마다의 기여를 제곱해서 더했습니다. 출력에서 기여는 어떻게 합쳐지나요?",
    en="The inputs' contributions are added as squares under a root. How do they add in an output?",
)
def contributions_added_as_squares(w, X, dX):
    return np.sqrt(np.sum((dX * w) ** 2, axis=1))


@mistake(
    ko="출력에 시그모이드를 씌웠습니다. 여기의 모델은 무엇인가요?",
    en="A sigmoid is put on the outputs. Which model is it here?",
)
def sigmoid_on_the_outputs(w, X, dX):
    before, after = (1 / (1 + np.exp(-inputs @ w)) for inputs in (X, X + dX))
    return np.abs(after - before)


@mistake(
    ko="입력마다의 기여가 더해지지 않은 채로 있습니다. 출력은 표본마다 하나입니다.",
    en="The contributions are not summed: one is left for each input. How many outputs are there?",
)
def contributions_not_summed(w, X, dX):
    return np.abs(dX * w)


@mistake(
    ko="기울기의 크기입니다. 이 노이즈에서는 출력이 얼마나 변하나요?",
    en="This is the size of the gradient. How far does the output move by this very noise?",
)
def size_of_the_gradient(w, X, dX):
    return np.abs(w)


@mistake(
    ko="노이즈를 가중치에 더했습니다. 노이즈는 어디로 들어오나요?",
    en="The noise is added to the weights. Where does it come in?",
)
def noise_on_the_weights(w, X, dX):
    return np.abs(np.sum(X * dX, axis=1))
