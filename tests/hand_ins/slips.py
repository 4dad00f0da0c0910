"""Slips of contract as people make them, and right answers in styles that only look like slips.

They answer this course's exercises. What each is told has to contain the words that stand beside
it, in both languages.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["CELLS", "FILES", "RIGHT", "Slipped"]


@dataclass(frozen=True)
class Slipped:
    """A hand-in with one slip.

    Attributes:
        exercise: that it answers.
        name: of the slip in `results.jsonl`.
        cells: the code cells; of a `.py` file there is one.
        said: what the sentence contains in both languages.
        ko: what it contains in Korean.
        en: what it contains in English.
        checked: what stands in the check cell, where that was changed.
    """

    exercise: str
    name: str
    cells: tuple[str, ...]
    said: tuple[str, ...]
    ko: str
    en: str
    checked: str = ""


def _file(exercise: str, name: str, source: str, *said: str, ko: str, en: str) -> Slipped:
    return Slipped(exercise, name, (source,), said, ko, en)


_ADAM = """\
import numpy as np


class Adam:
    def __init__(self, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
        self.lr, self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps
        self.t, self.m, self.v = 0, None, None

    def step(self, params, grads):
        if self.m is None:
            self.m = [np.zeros_like(w) for w in params]
            self.v = [np.zeros_like(w) for w in params]
        self.t += 1
        new = []
        for i, (w, g) in enumerate(zip(params, grads)):
            self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * g
            self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * g * g
            m_hat = self.m[i] / (1 - self.beta1**self.t)
            v_hat = self.v[i] / (1 - self.beta2**self.t)
            new.append(w - self.lr * m_hat / (np.sqrt(v_hat) + self.eps))
        return new
"""
_ADAM_STEP = """\
import numpy as np

def adam_step(w, m, v, grad, t, lr, beta1, beta2, eps):
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    return w - lr * (m / (1 - beta1**t)) / (np.sqrt(v / (1 - beta2**t)) + eps), m, v
"""
_REORDERED = "w, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8"
_STOPPING = """\
def early_stopping(scores, patience, min_delta=None):
    best, best_epoch, waited = float("-inf"), None, 0
    for epoch, score in enumerate(scores):
        if score - best > min_delta:
            best, best_epoch, waited = score, epoch, 0
        else:
            waited += 1
        if waited == patience:
            return epoch, best_epoch
    return len(scores) - 1, best_epoch
"""

FILES: dict[str, Slipped] = {
    "a parameter renamed": _file(
        "gradient_step",
        "parameter_renamed",
        "def gradient_step(w, grad, learning_rate):\n    return w - learning_rate * grad",
        "`learning_rate` → `lr`",
        ko="인자 이름",
        en="parameter",
    ),
    "two parameters renamed": _file(
        "momentum_step",
        "parameter_renamed",
        "def momentum_step(w, velocity, g, lr, beta):\n"
        "    v = beta * velocity - lr * g\n    return w + v, v",
        "`velocity` → `v`",
        "`g` → `grad`",
        ko="고치세요",
        en="parameter",
    ),
    "a parameter left out": _file(
        "l1_penalty",
        "parameter_missing",
        "import numpy as np\ndef l1_penalty(w):\n    return 0.1 * np.sum(np.abs(w))",
        "`lam`",
        ko="빠진 인자",
        en="lacks",
    ),
    "defaults removed": _file(
        "adam_step", "default_removed", _ADAM_STEP, "`lr`", "`beta1`", ko="기본값", en="default"
    ),
    "a default that is None": _file(
        "early_stopping",
        "default_none",
        _STOPPING,
        "`min_delta`",
        "None",
        ko="기본값",
        en="default",
    ),
    "a parameter added": _file(
        "exponential_decay",
        "parameter_added",
        "def exponential_decay(t, lr0, gamma, steps):\n    return lr0 * gamma**t",
        "`steps`",
        ko="지우거나 기본값",
        en="Remove it",
    ),
    "parameters reordered": _file(
        "adam_step",
        "parameters_reordered",
        _ADAM_STEP.replace("w, m, v, grad, t, lr, beta1, beta2, eps", _REORDERED),
        "`w`, `m`, `v`, `grad`, `t`",
        ko="순서",
        en="order",
    ),
    "a class for a function": _file(
        "l2_norm",
        "class_for_function",
        "import numpy as np\nclass l2_norm:\n    def __init__(self, w):\n        self.w = w\n"
        "    def value(self):\n        return np.sqrt(np.sum(self.w**2))",
        "`def l2_norm(w):`",
        ko="함수",
        en="function",
    ),
    "a function for a class": _file(
        "Adam",
        "function_for_class",
        "def Adam(params, grads, lr=1e-3):\n    return [w - lr * g for w, g in zip(params, grads)]",
        "`class Adam:`",
        ko="클래스",
        en="class",
    ),
    "a method missing": _file(
        "Adam",
        "method_missing",
        _ADAM.partition("    def step")[0],
        "`step`",
        ko="메서드",
        en="method",
    ),
    "a method renamed": _file(
        "Adam",
        "method_renamed",
        _ADAM.replace("def step", "def update"),
        "`update`",
        "`step`",
        ko="메서드",
        en="method",
    ),
    "self forgotten": _file(
        "Adam",
        "self_missing",
        _ADAM.replace("def step(self, params", "def step(params"),
        "`Adam.step`",
        "`self`",
        ko="첫 인자",
        en="first",
    ),
    "a setting renamed": _file(
        "Adam",
        "parameter_renamed",
        _ADAM.replace("beta1", "b1"),
        "`Adam.__init__`",
        "`b1` → `beta1`",
        ko="인자 이름",
        en="parameter",
    ),
    "self before a setting": _file(
        "Adam",
        "self_prefix_missing",
        _ADAM.replace("w - self.lr *", "w - lr *"),
        "`lr`",
        "`self.",
        "20",
        ko="붙이세요",
        en="in a method",
    ),
    "the name misspelt": _file(
        "sigmoid",
        "other_name",
        "import numpy as np\ndef sigmiod(x):\n    return 1 / (1 + np.exp(-x))",
        "`sigmiod`",
        "`sigmoid`",
        ko="이름",
        en="You have",
    ),
    "another name altogether": _file(
        "moving_average",
        "other_name",
        "def ema(values, beta):\n    return values * beta",
        "`ema`",
        "`moving_average`",
        ko="이름",
        en="You have",
    ),
    "bound to its own result": _file(
        "step_decay",
        "value_for_function",
        "def step_decay(t, lr0, gamma, d):\n    return lr0 * gamma ** (t // d)\n"
        "step_decay = step_decay(3, 1.0, 0.5, 2)\nprint(step_decay)",
        "`step_decay`",
        "`float`",
        ko="다른 이름",
        en="another name",
    ),
    "the stub's line below the code": _file(
        "minibatches",
        "raise_left",
        'def minibatches(order, batch_size):\n    """Cut it."""\n    batches = []\n'
        "    for i in range(0, len(order), batch_size):\n"
        "        batches.append(order[i : i + batch_size])\n    # YOUR CODE HERE\n"
        "    raise NotImplementedError()\n    return batches",
        "7",
        "`raise NotImplementedError`",
        ko="지우세요",
        en="emove",
    ),
    "the stub's line above the code": _file(
        "l2_penalty",
        "raise_left",
        'import numpy as np\n\ndef l2_penalty(w, lam):\n    """A docstring."""\n'
        "    # YOUR CODE HERE\n    raise NotImplementedError()\n    return lam * np.sum(w * w)",
        "6",
        ko="지우세요",
        en="emove",
    ),
    "the stub's line in a method": _file(
        "Adam",
        "raise_left",
        _ADAM.replace("        return new", "        raise NotImplementedError()"),
        "21",
        ko="지우세요",
        en="emove",
    ),
    "printed": _file(
        "l1_norm",
        "printed",
        "import numpy as np\ndef l1_norm(w):\n    print(np.sum(np.abs(w)))",
        "None",
        "return",
        ko="print",
        en="print",
    ),
    "return forgotten": _file(
        "l2_distance",
        "returns_nothing",
        "import numpy as np\ndef l2_distance(a, b):\n    distance = np.sqrt(np.sum((a - b) ** 2))",
        "None",
        "`return`",
        ko="돌려주세요",
        en="comes back",
    ),
    "return in one branch only": _file(
        "minibatches",
        "returns_nothing",
        "def minibatches(order, batch_size):\n    if len(order) % batch_size == 0:\n"
        "        return [order[i : i + batch_size] for i in range(0, len(order), batch_size)]",
        "None",
        ko="어떤 경우에도",
        en="in every case",
    ),
    "np not imported": _file(
        "l1_distance",
        "not_imported",
        "def l1_distance(a, b):\n    return np.sum(np.abs(a - b))",
        "`import numpy as np`",
        ko="이 파일",
        en="this file",
    ),
    "math not imported": _file(
        "train_test_split",
        "not_imported",
        "def train_test_split(order, test_fraction):\n"
        "    n = math.ceil(len(order) * test_fraction - 1e-9)\n"
        "    return order[:-n], order[-n:]",
        "`import math`",
        ko="맨 위",
        en="at the top",
    ),
    "plt not imported": _file(
        "overshoot",
        "not_imported",
        "def overshoot(path, minimum):\n    plt.plot(path)\n    return 0.0",
        "`import matplotlib.pyplot as plt`",
        ko="맨 위",
        en="at the top",
    ),
    "torch": _file(
        "softmax",
        "no_module",
        "import numpy as np\nimport torch\ndef softmax(z, axis=-1):\n    return z",
        "`torch`",
        "NumPy",
        "2",
        ko="NumPy만",
        en="NumPy alone",
    ),
    "polars in the function": _file(
        "moving_average",
        "no_module",
        "def moving_average(values, beta):\n    import polars as pl\n"
        "    return pl.Series(values).ewm(alpha=1 - beta).mean()",
        "`polars`",
        "2",
        ko="NumPy만",
        en="NumPy alone",
    ),
    "pd not imported": _file(
        "moving_average",
        "library_unknown",
        "def moving_average(values, beta):\n    return pd.Series(values).mean()",
        "`pandas`",
        ko="NumPy만",
        en="NumPy alone",
    ),
    "a module of one's own": _file(
        "sigmoid",
        "no_own_module",
        "from my_helpers import stable_exp\ndef sigmoid(x):\n    return 1 / (1 + stable_exp(-x))",
        "`my_helpers`",
        "1",
        ko="철자",
        en="spelling",
    ),
    "a colon missing": _file(
        "half_life",
        "syntax_colon",
        "def half_life(schedule, lr0, horizon)\n    return None",
        "1",
        "`:`",
        ko="번째 줄",
        en="Line 1",
    ),
    "a bracket left open": _file(
        "cosine_decay",
        "syntax_bracket",
        "import numpy as np\ndef cosine_decay(t, lr0, T):\n"
        "    return lr0 * (1 + np.cos(np.pi * t / T) / 2\n",
        "3",
        ko="괄호",
        en="bracket",
    ),
    "indented otherwise": _file(
        "linear_warmup",
        "syntax_indent",
        "def linear_warmup(t, lr0, warmup):\n    share = t / warmup\n      return lr0 * share",
        "3",
        ko="들여쓰기",
        en="indent",
    ),
    "tabs and spaces": _file(
        "warmup_cosine",
        "syntax_tabs",
        "def warmup_cosine(t, lr0, warmup, T):\n        if t < warmup:\n\treturn 0.0\n"
        "        return lr0",
        "3",
        ko="탭",
        en="tab",
    ),
    "a name misspelt": _file(
        "penalty_gradient",
        "name_misspelt",
        "import numpy as np\ndef penalty_gradient(w, lam, ratio):\n"
        "    return lam * ratoi * np.sign(w)",
        "`ratoi`",
        "`ratio`",
        "3",
        ko="인가요",
        en="meant",
    ),
    "a name that is nowhere": _file(
        "output_sensitivity",
        "name_undefined",
        "def output_sensitivity(w, X, dX):\n    return helper_of_nobody(w)",
        "`helper_of_nobody`",
        "2",
        ko="철자",
        en="not defined",
    ),
    "capitals": _file(
        "three_way_split",
        "other_name",
        "def ThreeWaySplit(order, validation_fraction, test_fraction):\n    return order",
        "`ThreeWaySplit`",
        "`three_way_split`",
        ko="똑같이",
        en="give it that name",
    ),
    "spelt in full": _file(
        "exponential_warmup",
        "parameter_renamed",
        "def exponential_warmup(t, lr0, warmup_steps, start):\n"
        "    return start * (lr0 / start) ** min(t / warmup_steps, 1)",
        "`warmup_steps` → `warmup`",
        ko="문제에 적힌 대로",
        en="as the task does",
    ),
    "the data inside": _file(
        "linear_regression_gradient",
        "parameter_missing",
        "X = [[1.0]]\ny = [1.0]\ndef linear_regression_gradient(w):\n    return 2 * w",
        "`X`, `y`",
        ko="빠진 인자",
        en="lacks",
    ),
    "a method in the place of a function": _file(
        "nesterov_step",
        "parameter_added",
        "def nesterov_step(self, w, v, grad_fn, lr, beta):\n"
        "    v = beta * v - lr * grad_fn(w + beta * v)\n    return w + v, v",
        "`self`",
        ko="지우거나",
        en="Remove it",
    ),
    "nothing written but a print": _file(
        "elastic_net_penalty",
        "printed",
        "import numpy as np\ndef elastic_net_penalty(w, lam, ratio):\n"
        "    penalty = lam * np.sum(np.abs(w))\n    print('penalty:', penalty)",
        "None",
        ko="출력은 했지만",
        en="printed",
    ),
    "exp without np": _file(
        "binary_cross_entropy",
        "prefix_missing",
        "import numpy as np\ndef binary_cross_entropy(logits, targets):\n"
        "    return np.mean(log1p(-logits))",
        "`np.log1p`",
        "3",
        ko="NumPy의 것",
        en="NumPy",
    ),
    "torch.nn": _file(
        "cross_entropy_gradient",
        "no_module",
        "from torch.nn import softmax\n"
        "def cross_entropy_gradient(logits, targets):\n    return softmax(logits) - targets",
        "`torch`",
        "1",
        ko="NumPy만",
        en="NumPy alone",
    ),
    "the cursor in an empty function": _file(
        "diagnose_fit",
        "syntax_empty_block",
        "def diagnose_fit(train_error, validation_error, target_error, gap):\n"
        "    if train_error > target_error:\n    return 'underfits'",
        "3",
        ko="들여",
        en="indent",
    ),
    "one equals sign": _file(
        "select_hyperparameter",
        "syntax_equals",
        "def select_hyperparameter(candidates, fit, score, train, validation, test):\n"
        "    if len(candidates) = 0:\n        return None",
        "2",
        "`==`",
        ko="비교",
        en="compare",
    ),
    "a quotation mark": _file(
        "compare_momentum",
        "syntax_string",
        "def compare_momentum(grad_fn, w0, lr, beta, steps):\n    print('steps)\n    return w0",
        "2",
        ko="따옴표",
        en="quotation",
    ),
    "a full-width comma": _file(
        "adagrad_step",
        "syntax_character",
        "def adagrad_step(w, h, grad, lr=1e-2, eps=1e-8):\n    return w， h",
        "2",
        ko="글자",
        en="character",
    ),
    "return at the margin": _file(
        "adagrad_learning_rates",
        "syntax_outside",
        "def adagrad_learning_rates(grads, lr=1e-2, eps=1e-8):\n    rates = lr\nreturn rates",
        "3",
        "`return`",
        ko="함수 밖",
        en="outside",
    ),
    "a decorated one with another name for a parameter": _file(
        "output_sensitivity",
        "parameter_renamed",
        "import functools\ndef timed(f):\n    @functools.wraps(f)\n"
        "    def inner(*a, **k):\n        return f(*a, **k)\n    return inner\n"
        "@timed\ndef output_sensitivity(w, X, delta):\n    return abs(delta @ w)",
        "`delta` → `dX`",
        ko="인자 이름",
        en="parameter",
    ),
}
"""By what the slip is; each is a `.py` file."""

CELLS: dict[str, Slipped] = {
    "answer in the check cell": Slipped(
        "l1_norm",
        "in_check_cell",
        ("import numpy as np\n\ndef l1_norm(w):\n    raise NotImplementedError()",),
        (),
        "검사 셀",
        "check cell",
        'def l1_norm(w):\n    return np.sum(np.abs(w))\n\ncheck("l1_norm", language)',
    ),
    "the answer is no Python": Slipped(
        "l1_norm",
        "syntax_bracket",
        ("import numpy as np", "def l1_norm(w):\n    return np.sum(np.abs(w)"),
        ("`l1_norm`", "2"),
        "괄호",
        "bracket",
    ),
    "polars in another cell": Slipped(
        "sigmoid",
        "no_module",
        (
            "import numpy as np\nimport polars as pl",
            "def sigmoid(x):\n    return 1 / (1 + np.exp(-pl.Series(x)))",
        ),
        ("`polars`", "2"),
        "NumPy만",
        "NumPy alone",
    ),
    "the cell of imports removed": Slipped(
        "cross_entropy",
        "not_imported",
        ("def cross_entropy(logits, targets):\n    return np.mean(logits)",),
        ("`import numpy as np`",),
        "이 셀",
        "this cell",
    ),
    "random": Slipped(
        "minibatches",
        "not_imported",
        ("def minibatches(order, batch_size):\n    random.shuffle(order)\n    return [order]",),
        ("`import random`",),
        "이 셀",
        "this cell",
    ),
    "a helper whose cell stopped": Slipped(
        "gradient_noise",
        "cell_stopped",
        (
            "import numpy as np",
            "limit = 1 / 0\ndef loss_gradient(w, X, y):\n    return X.T @ (X @ w - y)",
            "def gradient_noise(w, X, y, batch_size, order):\n    return loss_gradient(w, X, y)",
        ),
        ("`loss_gradient`", "ZeroDivisionError", "1"),
        "그 줄",
        "that line",
    ),
    "misspelt among others": Slipped(
        "l2_norm",
        "other_name",
        (
            "import numpy as np\ndef l1_norm(w):\n    return np.sum(np.abs(w))",
            "def l2norm(w):\n    return np.sqrt(np.sum(w * w))",
            "def plot_ball(radius):\n    pass",
        ),
        ("`l2norm`", "`l2_norm`"),
        "이름",
        "You have",
    ),
    "raise left": Slipped(
        "Adam",
        "raise_left",
        (
            "import numpy as np",
            _ADAM.replace("        return new", "        raise NotImplementedError"),
        ),
        ("`Adam`", "21"),
        "지우세요",
        "emove",
    ),
    "printed": Slipped(
        "step_decay",
        "printed",
        ("def step_decay(t, lr0, gamma, d):\n    print(lr0 * gamma ** (t // d))",),
        ("None", "return"),
        "print",
        "print",
    ),
    "indented otherwise": Slipped(
        "train_linear_regression",
        "syntax_indent",
        (
            "import numpy as np",
            "def train_linear_regression(X, y, w0, lr, batch_size, orders):\n"
            "    w = w0\n  return w",
        ),
        ("`train_linear_regression`", "3"),
        "빈칸",
        "spaces",
    ),
    "torch in the cell of imports": Slipped(
        "descend_landscape",
        "no_module",
        (
            "import numpy as np",
            "from torch import tensor",
            "def descend_landscape(grad, w0, lr, noise):\n    return tensor(w0)",
        ),
        ("`torch`", "1"),
        "NumPy만",
        "NumPy alone",
    ),
    "the name bound to a result": Slipped(
        "compare_optimizers",
        "value_for_function",
        ("import numpy as np", "compare_optimizers = np.zeros(3)"),
        ("`ndarray`", "`compare_optimizers`"),
        "다른 이름",
        "another name",
    ),
    "an import that stopped the helper": Slipped(
        "penalty_gradient",
        "cell_stopped",
        (
            "import numpy as np",
            "total = undefined_here\nsign = np.sign",
            "def penalty_gradient(w, lam, ratio):\n    return lam * sign(w)",
        ),
        ("`sign`", "NameError"),
        "그 줄",
        "that line",
    ),
    "a parameter renamed": Slipped(
        "ridge_path",
        "parameter_renamed",
        ("import numpy as np", "def ridge_path(X, y, lambdas):\n    return lambdas"),
        ("`lambdas` → `lams`",),
        "인자 이름",
        "parameter",
    ),
}
"""By what the slip is; each is a notebook."""

_COUNTER = """\
class Counter:
    def __init__(self, step):
        self.step, self.count = step, 0

    def next(self):
        self.count += self.step
        return self.count
"""

RIGHT: dict[str, str] = {
    "an optional parameter more": "def double(x, factor=2, *, verbose=False):\n    return x * factor",
    "anything": "def double(*args, **kwargs):\n    return kwargs['x'] * 2",
    "keywords": "def double(**others):\n    return others['x'] * 2",
    "keyword only": "def double(*, x):\n    return x * 2",
    "positional only": "def double(x, /):\n    return x * 2",
    "wraps": (
        "import functools\ndef logged(f):\n    @functools.wraps(f)\n"
        "    def inner(*args, **kwargs):\n        print('called')\n"
        "        return f(*args, **kwargs)\n    return inner\n"
        "@logged\ndef double(x):\n    return x * 2"
    ),
    "a decorator without wraps": (
        "def logged(f):\n    def inner(*a, **k):\n        return f(*a, **k)\n    return inner\n"
        "@logged\ndef double(x):\n    return x * 2"
    ),
    "lru_cache": (
        "import functools\n@functools.lru_cache(maxsize=None)\ndef factor():\n    return 2\n"
        "def double(x):\n    return x * factor()"
    ),
    "a callable object": (
        "class Doubling:\n    def __call__(self, x):\n        return x * 2\ndouble = Doubling()"
    ),
    "partial": (
        "import functools\ndef times(factor, x):\n    return factor * x\n"
        "double = functools.partial(times, 2)"
    ),
    "lambda": "double = lambda x: x * 2",
    "annotated": (
        "import numpy as np\ndef double(x: 'np.ndarray | float') -> np.ndarray:\n    return x * 2"
    ),
    "a static method": (
        "class Tools:\n    @staticmethod\n    def double(x):\n        return x * 2\n"
        "double = Tools.double"
    ),
    "a class that returns the value": (
        "class double:\n    def __new__(cls, x):\n        return x * 2"
    ),
    "a library's function": "import numpy as np\nfrom functools import partial\n"
    "double = lambda *, x: np.multiply(x, 2)",
    "prints and returns": "def double(x):\n    print(x)\n    return x * 2",
    "raise in a branch that is never reached": (
        "def double(x):\n    if x is None:\n        raise NotImplementedError\n    return x * 2"
    ),
}
"""By their style; each answers `double` of the toy course rightly."""

RIGHT_CLASSES: dict[str, str] = {
    "a factory": _COUNTER.replace("Counter", "Inner")
    + "def Counter(step):\n    return Inner(step)",
    "inherited": _COUNTER.replace("Counter", "Base") + "class Counter(Base):\n    pass",
    "a method by another name as well": _COUNTER.replace("def next", "def up") + "    next = up",
    "a dataclass": (
        "from dataclasses import dataclass\n@dataclass\nclass Counter:\n    step: int\n"
        "    count: int = 0\n    def next(this):\n        this.count += this.step\n"
        "        return this.count"
    ),
    "slots and more": (
        "class Counter:\n    __slots__ = ('step', 'count')\n"
        "    def __init__(self, step, count=0, **options):\n"
        "        self.step, self.count = step, count\n"
        "    def next(self, *, times=1):\n        self.count += self.step * times\n"
        "        return self.count"
    ),
    "methods that are set": (
        "class Counter:\n    def __init__(self, step):\n        count = [0]\n"
        "        def up():\n            count[0] += step\n            return count[0]\n"
        "        self.next = up"
    ),
}
"""By their style; each answers `Counter` of the toy course rightly."""
