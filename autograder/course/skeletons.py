"""The files of a new course and of a new exercise, as their author first sees them.

Each is right as it stands: a new exercise builds, and its author changes it bit by bit. What has to
be written before a release is marked by `WRITE:`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence

from autograder.course.notebook_texts import EXERCISES_HERE
from autograder.texts import FALLBACK

__all__ = [
    "TO_WRITE",
    "assignment_table",
    "assignment_texts",
    "class_files",
    "course_files",
    "function_files",
    "titled",
    "with_driver_files",
    "written_files",
]

TO_WRITE = "WRITE:"
"""What a line has that says what its author still has to write."""

Files = dict[str, str]
"""Texts by the names of their files."""


def titled(name: str) -> str:
    """A title made from the name of a folder: `linear_algebra` is `Linear algebra`."""
    words = re.sub(r"[_\W]+", " ", name).strip() or name
    return words[0].upper() + words[1:]


def course_files(title: str, languages: Sequence[str]) -> Files:
    """The files of a new course without assignments."""
    listed = ", ".join(map(json.dumps, languages))
    return {
        "course.toml": _COURSE.format(title=_toml_text(title, languages), languages=listed),
        "nbgrader_config.py": _NBGRADER_CONFIG,
        ".gitignore": _GITIGNORE,
    }


def assignment_table(name: str, languages: Sequence[str]) -> str:
    """The part of `course.toml` for a new assignment."""
    title = _toml_text(titled(name), languages)
    return f"\n[[assignment]]\nname = {json.dumps(name)}\ntitle = {title}\n"


def assignment_texts(languages: Sequence[str]) -> Files:
    """What the notebook of a new assignment says before and after its exercises."""
    return {f"notebook.{language}.md": _NOTEBOOK for language in languages}


def function_files(name: str, languages: Sequence[str]) -> Files:
    """The files of a new exercise that asks for a function."""
    return _named(_FUNCTION, name, languages)


def with_driver_files(name: str, languages: Sequence[str]) -> Files:
    """The files of a new exercise whose function takes a function, so that it has a driver."""
    return _named(_WITH_DRIVER, name, languages)


def class_files(name: str, languages: Sequence[str]) -> Files:
    """The files of a new exercise that asks for a class."""
    return _named(_CLASS, name, languages)


def written_files(
    name: str,
    languages: Sequence[str],
    *,
    reference: str,
    domain: Mapping[str, str],
    inputs: Sequence[Mapping[str, str]],
) -> Files:
    """The files of a new exercise whose reference is written already.

    Args:
        name: of the exercise.
        languages: of the course.
        reference: the text of `reference.py`.
        domain: of each argument.
        inputs: of three cases, as Python.
    """
    cases = [
        f"    yield Case({', '.join(f'{each}={text}' for each, text in case.items())})"
        for case in inputs
    ]
    domains = "".join(
        f"        {json.dumps(each)}: {json.dumps(text)},\n" for each, text in domain.items()
    )
    first, second, third = cases
    own = {
        "reference.py": reference,
        "grading.py": _GRADING_HEAD.replace("DOMAIN", domains)
        + _GRADING_WRITTEN.replace("FIRST", first)
        .replace("SECOND", second)
        .replace("THIRD", third),
        "alternatives.py": _ALTERNATIVES_HEAD,
        "mistakes.py": _MISTAKES_HEAD,
    }
    return _named(own, name, languages)


def _named(files: Files, name: str, languages: Sequence[str]) -> Files:
    """The files of a skeleton for an exercise of this name in these languages."""
    made = {
        file: _in_languages(text.replace("NAME", name), languages) for file, text in files.items()
    }
    statement = _STATEMENT.replace("NAME", name).replace("TITLE", titled(name))
    return made | {f"statement.{language}.md": statement for language in languages}


_CHECK = re.compile(r'@exercise\.check\("([^"]*)"')
_HINT = re.compile(r'@mistake\("([^"]*)"\)')


def _in_languages(text: str, languages: Sequence[str]) -> str:
    """A skeleton's file, whose names of checks and hints are English, with a text per language."""
    named = FALLBACK if FALLBACK in languages else languages[-1]
    others = "".join(f', {each}="\\1"' for each in languages if each != named)
    every = ", ".join(f'{each}="\\1"' for each in languages)
    return _HINT.sub(f"@mistake({every})", _CHECK.sub(f'@exercise.check("\\1"{others}', text))


def _toml_text(text: str, languages: Sequence[str]) -> str:
    quoted = json.dumps(text, ensure_ascii=False)
    if len(languages) == 1:
        return quoted
    return f"{{ {', '.join(f'{each} = {quoted}' for each in languages)} }}"


_COURSE = """\
# What the course is called, the languages of its texts, and its assignments in order.
title = {title}
languages = [{languages}]

# Each folder of solutions/ has an [[assignment]]; `autograder new exercise` adds what is missing.
"""

_NBGRADER_CONFIG = '''\
"""nbgrader for this course: notebooks are graded in the sandbox, by the course's own checks."""

from autograder.nbgrader.plugin import configure

configure(get_config())  # noqa: F821 - nbgrader provides it
'''

_GITIGNORE = """\
__pycache__/
.ipynb_checkpoints/

# The course's secret seed, and what grading a class leaves behind.
.autograder/
submitted/
autograded/
feedback/
gradebook.db
gradebook.db.*
grades.csv
results.jsonl
*.jsonl.part
"""

_NOTEBOOK = f"""\
{TO_WRITE} what the assignment is about, in two or three sentences.

{EXERCISES_HERE}

## What to take away

{TO_WRITE} what students should remember.
"""

_STATEMENT = f"""\
# TITLE

{TO_WRITE} the idea in two or three sentences, the formula, the convention that is meant, and one
number worked by hand.
"""

_GRADING_HEAD = f"""\
import numpy as np

from autograder import Case, Exercise

exercise = Exercise(
    points=10,  # the sum of the points below
    notes=[],  # {TO_WRITE} the points of the lecture, as in ["1"]
    oracle="",  # {TO_WRITE} who else computes it, as in "numpy.linalg.norm"
    # What each argument may be. Hidden cases have to touch each end, dtype and size of it.
    domain={{
DOMAIN    }},
)


# A check is about one thing that a person can name, from the basic to the subtle. Students see the
# cases of public ones. Hidden ones carry at least half of the points.
"""

_GRADING_WRITTEN = """\
@exercise.check("a few numbers", points=1, public=True)
def few(rng):
FIRST


@exercise.check("other numbers", points=3, public=True)
def other(rng):
SECOND


@exercise.check("another size", points=6)
def size(rng):
THIRD
"""

_ALTERNATIVES_HEAD = """\
# Right versions, written differently, each under a name of its own: a loop, a rearranged formula.
# They must earn all points. A release needs two.
"""

_MISTAKES_HEAD = """\
# Wrong versions that people really write, each under the name of the mistake, with a hint: one
# sentence that points at the cause without giving the line away. A release needs one; three or more
# are better. Small slips of the reference are found without them.
#
# @mistake(en="Which of the two is subtracted?")
# def exchanges_the_two(a, b):
#     return b - a
"""

_DRIVER_HEAD = '''\
"""How the submission is called. Students get this file, and it runs beside their code."""

'''

_FUNCTION = {
    "reference.py": f'''\
import numpy as np


# Between the marks is what students write. All else, this comment too, is in their stub.
def NAME(x, scale):
    """{TO_WRITE} what it returns, in one line.

    Args:
        x: numbers, shape (n,), float32 or float64.
        scale: a positive number.

    Returns:
        The numbers, shape and dtype of `x`.
    """
    ### BEGIN SOLUTION
    return np.asarray(scale * x**2, dtype=x.dtype)
    ### END SOLUTION
''',
    "grading.py": _GRADING_HEAD.replace(
        "DOMAIN", '        "x": "float (n,)",\n        "scale": "(0, inf)",\n'
    )
    + """\
@exercise.check("a few numbers", points=1, public=True)
def few(rng):
    yield Case(x=np.array([1.0, -2.0, 4.0]), scale=0.5)


@exercise.check("other numbers", points=3, public=True)
def other(rng):
    yield Case(x=rng.normal(size=4), scale=3.0)


@exercise.check("one number, float32, a whole scale", points=6)
def edges(rng):
    yield Case(x=rng.normal(size=1), scale=rng.uniform(0.1, 0.9))
    yield Case(x=rng.normal(size=5).astype(np.float32), scale=2)
""",
    "alternatives.py": _ALTERNATIVES_HEAD
    + """\
import numpy as np


def entry_by_entry(x, scale):
    return np.array([scale * each * each for each in x], dtype=x.dtype)


def in_another_order(x, scale):
    return ((scale * x) * x).astype(x.dtype)
""",
    "mistakes.py": """\
from autograder import mistake

# Wrong versions that people really write, each under the name of the mistake, with a hint: one
# sentence that points at the cause without giving the line away.


@mistake("Where does the scale come in?")
def scale_forgotten(x, scale):
    return x**2
""",
}

_WITH_DRIVER = {
    "reference.py": f'''\
# Between the marks is what students write. All else, this comment too, is in their stub.
def NAME(f, x, h):
    """{TO_WRITE} what it returns, in one line.

    Args:
        f: a function of one number.
        x: a number.
        h: a positive number.

    Returns:
        A number.
    """
    ### BEGIN SOLUTION
    return (f(x + h) - f(x - h)) / (2 * h)
    ### END SOLUTION
''',
    "driver.py": _DRIVER_HEAD
    + '''\
import numpy as np


def of_a_polynomial(submission, coefficients, x, h):
    """Call it with a polynomial: no function can be in a case, so it is made here from data."""

    def f(t):
        return float(np.polyval(coefficients, t))

    return submission(f, x, h)
''',
    "grading.py": _GRADING_HEAD.replace(
        "DOMAIN",
        '        "f": "function",\n        "x": "float",\n        "h": "(0, inf)",\n',
    )
    + """\
@exercise.check("a parabola", points=1, public=True, driver="of_a_polynomial")
def parabola(rng):
    yield Case(coefficients=np.array([1.0, 0.0, 0.0]), x=3.0, h=0.5)


@exercise.check("another polynomial", points=3, public=True, driver="of_a_polynomial")
def another(rng):
    yield Case(coefficients=rng.normal(size=4), x=1.5, h=0.25)


@exercise.check("small and whole steps", points=6, driver="of_a_polynomial")
def steps(rng):
    yield Case(coefficients=rng.normal(size=5), x=rng.normal(), h=rng.uniform(0.1, 0.3))
    yield Case(coefficients=rng.normal(size=5), x=rng.normal(), h=1)
""",
    "alternatives.py": _ALTERNATIVES_HEAD
    + """\


def step_by_step(f, x, h):
    right, left = f(x + h), f(x - h)
    return 0.5 * (right - left) / h


def of_two_slopes(f, x, h):
    return ((f(x + h) - f(x)) / h + (f(x) - f(x - h)) / h) / 2
""",
    "mistakes.py": """\
from autograder import mistake

# Wrong versions that people really write, each under the name of the mistake, with a hint: one
# sentence that points at the cause without giving the line away.


@mistake("How far apart are the two points?")
def distance_of_one_step(f, x, h):
    return (f(x + h) - f(x - h)) / h
""",
}

_CLASS = {
    "reference.py": f'''\
# Between each pair of marks is what students write. All else, this comment too, is in their stub.
class NAME:
    """{TO_WRITE} what it is, in one line."""

    def __init__(self, decay):
        """Begin with an average of nothing.

        Args:
            decay: how much of the old average stays, from 0 up to 1.
        """
        ### BEGIN SOLUTION
        self.decay, self.mean = decay, 0.0
        ### END SOLUTION

    def add(self, x):
        """Take in a number; the average after it."""
        ### BEGIN SOLUTION
        self.mean = self.decay * self.mean + (1 - self.decay) * x
        return self.mean
        ### END SOLUTION
''',
    "driver.py": _DRIVER_HEAD
    + '''\

def means(submission, decay, numbers):
    """Make one and add the numbers one by one; what each `add` returned."""
    made = submission(decay)
    return [made.add(x) for x in numbers]
''',
    "grading.py": _GRADING_HEAD.replace(
        "DOMAIN", '        "decay": "[0, 1)",\n        "add.x": "float",\n'
    ).replace("import numpy as np\n\n", "")
    + """\
@exercise.check("a few numbers", points=1, public=True, driver="means")
def few(rng):
    yield Case(decay=0.5, numbers=[2.0, 4.0, 8.0])


@exercise.check("other numbers", points=3, public=True, driver="means")
def other(rng):
    yield Case(decay=0.75, numbers=rng.normal(size=4).tolist())


@exercise.check("many numbers, and no memory at all", points=6, driver="means")
def many(rng):
    yield Case(decay=rng.uniform(0.6, 0.9), numbers=rng.normal(size=20).tolist())
    yield Case(decay=0, numbers=rng.normal(size=3).tolist())
""",
    "alternatives.py": _ALTERNATIVES_HEAD
    + """\


class CorrectsTheOldAverage:
    def __init__(self, decay):
        self.rate, self.mean = 1 - decay, 0.0

    def add(self, x):
        self.mean += self.rate * (x - self.mean)
        return self.mean


class KeepsEveryNumber:
    def __init__(self, decay):
        self.decay, self.numbers = decay, []

    def add(self, x):
        self.numbers.insert(0, x)
        weighted = (self.decay**age * each for age, each in enumerate(self.numbers))
        return (1 - self.decay) * sum(weighted)
""",
    "mistakes.py": """\
from autograder import mistake

# Wrong versions that people really write, each a whole class under the name of the mistake, with a
# hint: one sentence that points at the cause without giving the line away.


@mistake("Which part belongs to the old average, and which to the new number?")
class weights_exchanged:
    def __init__(self, decay):
        self.decay, self.mean = decay, 0.0

    def add(self, x):
        self.mean = (1 - self.decay) * self.mean + self.decay * x
        return self.mean
""",
}
