"""A mistake with parameters is one mistake, in a version for each value."""

from __future__ import annotations

import pytest

from autograder.course import CourseError, load_course
from autograder.course.known_source import known_source
from autograder.keys.making import make_key
from autograder.keys.public_file import dump_key, load_key
from autograder.sandbox.call import Call
from autograder.sandbox.in_process import call_here
from autograder.texts import Text
from autograder.validation.in_process import examine_here
from tests.toy_settings import SEED

MULTIPLIES = '''

@mistake(ko="몇 배입니까?", en="How many times?", factor=[3, 0.5], sign=[-1])
def multiplies(x, factor=1, *, sign):
    """Not twice."""
    return sign * factor * x
'''
STARTS = """

@mistake(ko="어디에서 시작합니까?", en="Where does it start?", start=[1e-7, True])
class starts_there:
    def __init__(self, step, *, start):
        self.step, self.count = step, start

    def next(self):
        self.count += self.step
        return self.count
"""


@pytest.fixture
def loaded(toy_root):
    """The exercises of a toy course in which some mistakes have parameters."""
    folder = toy_root / "solutions" / "basics"
    add(folder / "double" / "mistakes.py", MULTIPLIES)
    add(folder / "Counter" / "mistakes.py", STARTS)
    return {solution.name: solution for solution in load_course(toy_root).solutions()}


def add(path, text):
    """Write something behind a file."""
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")


def test_each_value_makes_a_version_with_the_same_hint(loaded):
    """Their names say which; together they are one mistake."""
    names = ["multiplies[factor=3, sign=-1]", "multiplies[factor=0.5, sign=-1]"]
    double = loaded["double"]
    assert list(double.mistakes)[-2:] == names
    assert double.mistake_names[-1:] == ["multiplies"]
    assert [double.mistakes[name](x=2.0) for name in names] == [-6.0, -1.0]
    assert {double.hints[name] for name in names} == {Text(en="How many times?", ko="몇 배입니까?")}


def test_a_class_has_versions_too(loaded):
    """The value is bound in its constructor."""
    starts = loaded["Counter"].mistakes["starts_there[start=1e-07]"]
    assert isinstance(starts, type)
    assert starts(2.0).next() == pytest.approx(2.0000001)


def test_a_version_as_text_answers_as_it_does(loaded):
    """The values stand in the text, where a student would have them."""
    for solution in loaded.values():
        key = make_key(solution, None)
        check, case = key.checks[0], key.checks[0].cases[0]
        for name in solution.mistakes:
            source = known_source(solution, "mistakes.py", name)
            namespace = {}
            exec(source, namespace)
            call = Call(solution.name, case.inputs, check.driver, solution.driver_source).fresh()
            outcome = call_here(namespace[solution.name], call)
            assert str(outcome.output) == str(case.mistakes[name].output)
    assert "def multiplies(x):" in known_source(
        loaded["double"], "mistakes.py", "multiplies[factor=3, sign=-1]"
    )


def test_a_students_own_check_knows_the_versions(loaded):
    """The public file names them as the key does."""
    key = make_key(loaded["double"], None)
    read = load_key(dump_key(key, "0" * 64))
    assert list(read.hints) == list(key.hints)
    assert read.checks[0].cases[0].mistakes.keys() == key.hints.keys()


def test_versions_are_examined_as_mistakes_are(loaded, toy_root):
    """Each is caught; a value that no case tells from another one is of no use."""
    examined = examine_here(loaded["double"], SEED)
    assert (examined.faults, examined.named, len(examined.mistake_names)) == ([], 4, 4)
    scores = dict(zip(loaded["double"].mistake_names, (0, 7, 4, 0), strict=True))
    assert examined.mistake_scores == scores
    path = toy_root / "solutions" / "basics" / "double" / "mistakes.py"
    # Longer than before: Python takes a text of the same second and length for the compiled one.
    changed = path.read_text("utf-8").replace("[3, 0.5]", "[3, 3.000]")
    path.write_text(changed, encoding="utf-8")
    again = examine_here(next(load_course(toy_root).solutions()), SEED)
    assert (again.named, len(again.mistakes)) == (4, 5)
    name = "'multiplies[factor=3, sign=-1]'"
    other = "'multiplies[factor=3.0, sign=-1]'"
    assert again.faults == [
        f"{path}:21: no case tells {one} from {another}: both give the same answers"
        for one, another in ((name, other), (other, name))
    ]


FAULTS = [
    ("sign=[-1]", "sign=-1", "parameter 'sign' of 'multiplies' has a list of values, not -1"),
    ("sign=[-1]", "sign=[]", "parameter 'sign' of 'multiplies' has no values"),
    ("sign=[-1]", "sign=[1, 1]", "parameter 'sign' of 'multiplies' has a value twice"),
    ("sign=[-1]", "sign=['a b']", "a truth value or None, not 'a b'"),
    ("sign=[-1]", "sign=[float('inf')]", "a truth value or None, not inf"),
    ("sign=[-1]", "sign=[-1], x=[1]", "'x' is an argument of the exercise"),
    ("*, sign", "*, sing", "'multiplies' takes 'sign' by name, after the arguments"),
    ("x, factor=1", "factor, x", "'multiplies' takes 'factor' by name, after the arguments"),
    ('ko="몇 배입니까?"', 'ko=["몇"]', "the hint of 'multiplies' is a text, not ['몇']"),
    ('ko="몇 배입니까?"', 'ko="몇", fr="?"', "there is no language 'fr'"),
]


@pytest.mark.parametrize(("old", "new", "said"), FAULTS, ids=[each[1] for each in FAULTS])
def test_a_parameter_that_cannot_be_is_named(toy_root, old, new, said):
    """With file and line."""
    assert old in MULTIPLIES
    path = toy_root / "solutions" / "basics" / "double" / "mistakes.py"
    add(path, MULTIPLIES.replace(old, new))
    with pytest.raises(CourseError) as caught:
        load_course(toy_root)
    assert (caught.value.path, caught.value.line) == (path, 21)
    assert said in str(caught.value)
