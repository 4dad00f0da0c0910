"""The edits of small programs, and of every reference of this course."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from autograder.edits.making import OPERATOR_NAMES, known_names, make_edits
from tests.sampling import sampled

COURSE = Path(__file__).parents[2] / "solutions"

STEP = "w, v, grad, t, lr=0.1, beta=0.9, eps=1e-8"

EDITS = [
    # (operator, arguments, body, the lines that are new, what it is about)
    ("update_not_stored", STEP, "v = v + grad\nreturn w, v", "old_v = v | return w, old_v", "v"),
    ("use_old_value", STEP, "v = v + grad\nw = w - v\nreturn w", "old_v = v | w = w - old_v", "v"),
    ("exchange_statements", STEP, "v = v + grad\nw = w + v\nreturn w",
     "w = w + v | v = v + grad | return w", "v"),
    ("drop_statement", STEP, "v = v + grad\nreturn v", "pass", "v"),
    ("drop_statement", "x", "a, b = 0, 0\nfor n in x:\n    a, b = n, 0\nreturn a",
     "a, b = n, b", "b"),
    ("replace_update", "x, n", "n += x\nreturn n", "n = x", "n"),
    ("initial_value", "values", "m = 0.0\nfor x in values:\n    m = m + x\nreturn m",
     "m = values[0]", "m"),
    ("initial_value", "w0", "path = [w0]\nreturn path", "path = []", "path"),
    ("update_in_place", STEP, "w = w - grad\nreturn w", "w -= grad", "w"),
    ("drop_term", STEP, "return grad / (np.sqrt(v) + eps)", "return grad / (np.sqrt(v))", "eps"),
    ("drop_factor", "x, y", "return x * y", "return x", "y"),
    ("drop_divisor", "x", "return sum(x) / len(x)", "return sum(x)", "len"),
    ("drop_exponent", STEP, "return v / (1 - beta**t)", "return v / (1 - beta)", "t"),
    ("flip_sign", STEP, "return w - lr * grad", "return w + lr * grad", "lr"),
    ("swap_operands", "x, y", "return x - y", "return y - x", "x"),
    ("exchange_weights", STEP, "return beta * v + (1 - beta) * grad",
     "return (1 - beta) * v + (beta) * grad", "beta"),
    ("complement", STEP, "return beta * v + (1 - beta) * grad",
     "return (1 - beta) * v + (1 - beta) * grad", "beta"),
    ("power_as_product", STEP, "return beta**t", "return (beta * t)", "t"),
    ("power_of_count", STEP, "return beta * v + (1 - beta) * grad",
     "return beta**t * v + (1 - beta) * grad", "beta"),
    ("elementwise_product", "X, w", "return X @ w", "return X * w", "X"),
    ("absolute_for_square", STEP, "return v + grad * grad", "return v + abs(grad)", "grad"),
    ("add_factor", "x, lr", "return lr * x", "return (lr * (lr * x))", "lr"),
    ("double_term", "x, y", "return x + y", "return x + (2 * y)", "y"),
    ("halve_term", "x, y", "return x + y", "return x + (y / 2)", "y"),
    ("square_operand", "x, y", "return x * y", "return x * y**2", "y"),
    ("root_operand", "x, y", "return x * y", "return x * y**0.5", "y"),
    ("multiply_or_divide", "x, y", "return x * y", "return x / y", "y"),
    ("integer_division", "x, y", "return x / y", "return x // y", "y"),
    ("add_or_multiply", "x, y", "return x * y", "return (x + y)", "y"),
    ("drop_brackets", "a, b, c", "return a / (b + c)", "return a / b + c", "c"),
    ("drop_brackets", "x, mu", "return -((x - mu) ** 2)", "return -(x - mu**2)", None),
    ("drop_brackets", "x", "return (-x) ** 2", "return -x**2", "x"),
    ("move_brackets", "beta, t", "return 1 - beta**t", "return (1 - beta)**t", "t"),
    ("end_brackets_early", "a, b", "return np.cos(a * b)", "return np.cos(a) * b", "cos"),
    ("end_brackets_early", "a, b", "return np.sum(a * b)", "return np.sum(a) * b", "sum"),
    ("include_bound", "x, level", "return x < level", "return x <= level", "x"),
    (
        "include_bound", "x, level", "return np.less(x, level)", "return np.less_equal(x, level)",
        "x",
    ),
    ("turn_comparison", "x, level", "return x < level", "return x > level", "x"),
    ("settle_condition", "x", "if x > 0:\n    return x\nreturn 0", "if True:", "x"),
    ("change_condition", "x, y", "return x > 0 and y > 0", "return (x > 0 or y > 0)", "x"),
    ("replace_text", "x", 'if x:\n    return "a"\nreturn "b"', "return 'b'", "a"),
    ("other_default", "x", "if x:\n    return x\nreturn None", "return -1", "None"),
    ("include_missing", "x", "return x is None", "return (not x)", "x"),
    ("return_in_loop", "values", "n = 0\nfor x in values:\n    n += x\nreturn n", "return n", "loop"),
    ("one_turn", "values", "n = 0\nfor x in values:\n    n += x\nreturn n", "break", "loop"),
    ("change_range", "n", "return [t for t in range(n)]", "return [t for t in range((n) - 1)]", "n"),
    ("change_range", "x, size", "return [x[i] for i in range(0, len(x), size)]",
     "return [x[i] for i in range(0, (len(x)) - (size), size)]", "loop"),
    ("shift_count", "x", "for i, v in enumerate(x):\n    print(i, v)",
     "for i, v in enumerate(x, 1):", "loop"),
    ("other_order", "values", "for x in values:\n    print(x)", "for x in values[::-1]:", "values"),
    ("reset_in_loop", "values", "m = 1\nfor x in values:\n    m = m + x\nreturn m",
     "m = 1 | for x in values: | m = 1 | m = m + x | return m", "m"),
    ("keep_in_loop", "values", "for x in values:\n    m = 1\n    m = m + x\n    print(m)",
     "m = 1 | for x in values: | m = m | m = m + x | print(m)", "m"),
    ("move_into_loop", "values", "n = 0\nfor x in values:\n    n += x\nn *= 2\nreturn n",
     "n *= 2 | pass", "n"),
    ("move_out_of_loop", "values", "n = 0\nfor x in values:\n    n += x\nreturn n",
     "n = 0 | for x in values: | pass | n += x | return n", "n"),
    ("drop_call", "x", "return np.sqrt(x)", "return x", "sqrt"),
    ("replace_function", "x", "return np.mean(x)", "return np.sum(x)", "sum_for_mean"),
    ("exchange_calls", "x", "return np.sum(np.abs(x))", "return np.abs(np.sum(x))", "sum"),
    ("change_axis", "x", "return x.sum(axis=0)", "return x.sum(axis=1)", "axis"),
    ("change_keepdims", "x", "return np.max(x, axis=1, keepdims=True)",
     "return np.max(x, axis=1, keepdims=False)", "keepdims"),
    ("one_bound", "x", "return np.clip(x, 0, 1)", "return np.maximum(x, 0)", "clip"),
    ("change_ddof", "x", "return np.std(x)", "return np.std(x, ddof=1)", "std"),
    ("exchange_arguments", "fit, x, y", "return fit(x, y)", "return fit(y, x)", "fit"),
    ("exchange_results", "x, y", "return x, y", "return y, x", "x"),
    ("last_of_ties", "x", "return np.argmax(x)", "return (len(x) - 1 - np.argmax(x[::-1]))", "argmax"),
    ("sign_of_zero", "x", "return np.sign(x)", "return np.where(x >= 0, 1.0, -1.0)", "sign"),
    ("other_size", "x", "return len(x)", "return np.size(x)", "len"),
    ("transpose", "X, y", "return X.T @ y", "return X @ y", "X"),
    ("add_function", "x, y", "return x - y", "return abs(x - y)", "abs"),
    ("drop_index", "x, i", "return x[i]", "return x", "x"),
    ("drop_bound", "x, n", "return x[:n]", "return x[:]", "x"),
    ("shift_slice", "x, n", "return x[:n]", "return x[:(n) + 1]", "x"),
    ("other_entry", "x", "return x[0]", "return x[-1]", "x"),
    ("shorten", "x", "return np.sum(x)", "return np.sum(x[1:])", "x"),
    ("replace_name", "x, beta1, beta2", "return beta1 * x", "return beta2 * x", "beta1"),
    ("exchange_names", "x, y", "z = x / 2\nreturn z - y", "z = y / 2 | return z - x", "x"),
    ("shift_name", "beta, t", "return beta**t", "return beta**(t + 1)", "t"),
    ("shift_name", "t, warmup", "return t / warmup", "return (t + 1) / (warmup + 1)", "t"),
    ("name_as_number", "x, y, beta", "return beta * x + (1 - beta) * y",
     "return beta * x + (1 - 0.9) * y", "beta"),
    ("name_as_one", "x, gap", "return x > gap", "return x > 1", "gap"),
    ("name_as_zero", "x, gap", "return x > gap", "return x > 0", "gap"),
    ("move_epsilon", STEP, "return np.sqrt(v) + eps", "return np.sqrt(v + eps)", "eps"),
    ("move_epsilon", STEP, "return np.sqrt(v + eps)", "return (np.sqrt(v) + eps)", "eps"),
    ("add_epsilon", "x", "return np.log(x)", "return np.log((x + 1e-7))", "log"),
    ("clip_values", "x", "return np.log(x)", "return np.log(np.clip(x, 1e-7, 1 - 1e-7))", "log"),
    ("change_number", "x", "return 0.5 * x", "return 1 * x", "x"),
    ("round_values", "x", "y = x / 3\nreturn y * 2", "y = np.round(x / 3, 2)", "x"),
]  # fmt: skip


def program(arguments: str, body: str) -> str:
    """A function of a module that has NumPy."""
    lines = "\n".join(f"    {line}" for line in body.splitlines())
    return f"import numpy as np\n\n\ndef f({arguments}):\n{lines}\n"


def new_lines(before: str, after: str) -> str:
    """The lines that an edit brings, joined."""
    old = before.splitlines()
    return " | ".join(line.strip() for line in after.splitlines() if line not in old)


def text(source: str) -> str:
    """The lines of the function, joined."""
    return " | ".join(line.strip() for line in source.splitlines()[4:])


@pytest.mark.parametrize(
    ("operator", "arguments", "body", "after", "of"), EDITS, ids=[f"{e[0]}:{e[3]}" for e in EDITS]
)
def test_what_people_do(operator, arguments, body, after, of):
    """Each operator makes the change that it is named after, and says what it is about."""
    source = program(arguments, body)
    made = [each for each in make_edits(source) if each.operator == operator]
    found = [each for each in made if after in (new_lines(source, each.source), text(each.source))]
    assert found, [new_lines(source, each.source) for each in made]
    assert of is None or found[0].of == of


def test_every_operator_is_tried():
    """None is left out above."""
    assert {each[0] for each in EDITS} == set(OPERATOR_NAMES)


def test_an_error_is_made_again_wherever_it_fits():
    """Without the exponent in both corrections; the other square too."""
    source = program("m, v, beta1, beta2, t", "return m / (1 - beta1**t), v / (1 - beta2**t)")
    made = {new_lines(source, each.source): each for each in make_edits(source)}
    both = made["return m / (1 - beta1), v / (1 - beta2)"]
    assert (both.operator, both.of) == ("drop_exponent", "t")
    shifted = made["return m / (1 - beta1**(t - 1)), v / (1 - beta2**(t - 1))"]
    assert (shifted.operator, shifted.of) == ("shift_name", "t")


def test_methods_store_what_they_change():
    """A value of `self` that is worked out and used, but not stored."""
    source = (
        "class Rule:\n    def __init__(self):\n        self.v = 0.0\n\n"
        "    def step(self, x):\n        self.v = self.v + x\n        return 2 * self.v\n"
    )
    lost = [each for each in make_edits(source) if each.operator == "update_not_stored"]
    assert [new_lines(source, each.source) for each in lost] == [
        "new_v = self.v + x | return 2 * new_v"
    ]
    assert lost[0].of == "v"


def test_one_state_may_stand_for_all():
    """Wherever an entry is read or stored, the first one is."""
    source = program("m, x", "for i in range(2):\n    m[i] = m[i] + x[i]\nreturn m")
    made = {new_lines(source, each.source): each for each in make_edits(source)}
    assert made["m[0] = m[0] + x[i]"].operator == "other_entry"
    assert made["m[0] = m[0] + x[i]"].of == "m"


def test_only_the_solution_is_changed():
    """Between the marks; without marks, all of the functions but their docstrings."""
    marked = (
        "def f(x):\n    y = x + 3\n    ### BEGIN SOLUTION\n    y = y + x\n    ### END SOLUTION\n"
        "    return y - x\n"
    )
    assert {each.line for each in make_edits(marked)} == {4}
    bare = 'def f(x):\n    """Return it."""\n    return x - 1\n\n\nlevel = 3 - 1\n'
    assert {each.line for each in make_edits(bare)} == {3}
    assert {each.line for each in make_edits(marked, lines=[6])} == {6}


def test_what_a_student_does_not_know_is_called_by_what_it_is_made_of():
    """A variable that only the solution has is named by an argument, or a function."""
    source = program("z, axis", "powers = np.exp(z)\nshifted = z - 1\nreturn powers / shifted")
    about = {
        new_lines(source, each.source): each.of
        for each in make_edits(source)
        if each.operator in ("drop_divisor", "drop_factor")
    }
    assert about["return powers"] == "z"
    assert about["return shifted"] == "exp"
    known = make_edits(source, known=["shifted"])
    assert "shifted" in {each.of for each in known}
    assert known_names(source, [5, 6, 7]) >= {"z", "axis"}


def test_epsilon_of_adam():
    """Every site of it is about `eps`."""
    source = (COURSE / "adaptive/adam_step/reference.py").read_text("utf-8")
    edits = make_edits(source)
    moved = [each for each in edits if each.operator == "move_epsilon"]
    assert len(moved) >= 3
    assert {each.of for each in moved} == {"eps"}
    without = [each for each in edits if "(np.sqrt(v_hat))" in each.source]
    assert [(each.operator, each.of) for each in without] == [("drop_term", "eps")]
    assert 100 <= len(edits) <= 600


REFERENCES = sorted(COURSE.glob("*/*/reference.py"))


@pytest.mark.parametrize("path", sampled(REFERENCES, 0.2, name=lambda path: path.parent.name))
def test_edits_of_a_reference(path):
    """Valid and distinct programs, none the reference itself, each about something nameable."""
    source = path.read_text("utf-8")
    edits = make_edits(source)
    assert edits == make_edits(source)
    trees = [ast.dump(ast.parse(each.source)) for each in edits]
    assert len(set(trees)) == len(trees) >= 10
    assert ast.dump(ast.parse(source)) not in trees
    for each in edits:
        compile(each.source, "edit.py", "exec")
        assert each.operator in OPERATOR_NAMES
        assert each.of is None or re.fullmatch(r"[A-Za-z0-9_]+", each.of)


def test_any_program_has_its_edits():
    """Whatever Python can write: operators on bits, stars, lambdas, nested functions, comments."""
    source = (
        "import numpy as np\n\n\nclass 규칙:\n"
        "    def f(self, a, b=(1, 2), *rest, **more):  # 주석\n"
        "        c = a | b & ~a ^ a << 2 >> 1 or a @ b % 3 // 2 -1 if a is not b else -a\n"
        "        d = [x for x in rest if x not in more]; e = {'k': lambda y, z=2: y - z, **more}\n"
        "        with open('글') as f: c += yield a\n"
        "        while (n := len(d)) > 0 and a < n <= 5: d[n:, ..., ::2] = d.pop(*rest, key=a)\n"
        "        try:\n            return c, e['k'](a, b), np.sum(d, axis=0) / 2.5e-9\n"
        "        except (ValueError, TypeError): del d[0]\n"
        "        global g\n        g, self.h, *_ = rest\n        return f'{a!r:>{b}} {c}'\n"
    )
    assert len(make_edits(source)) > 50
