"""A course of one exercise, in any languages."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

REFERENCE = '''\
def triple(x):
    """Three times x."""
    ### BEGIN SOLUTION
    return 3 * x
    ### END SOLUTION
'''
ALTERNATIVES = """\
def adds(x):
    return x + x + x


def doubles_first(x):
    return 2 * x + x
"""
GRADING = """\
from autograder.course import Case, Exercise, Plot

exercise = Exercise(points=6, notes=["1"], oracle="x + x + x")


@exercise.check("one {last}"{first}, points=1, public=True, plot=Plot("curve", x={axis}, y="y"))
def one(rng):
    yield Case(x=rng.normal(size=3))


@exercise.check("two {last}"{second}, points=5)
def two(rng):
    yield Case(x=rng.normal(size=4))
"""
MISTAKES = {"squares": "x * x", "doubles": "2 * x", "negates": "-x * 3 + 1"}


def write_course(root: Path, *languages: str) -> Path:
    """Write a course in these languages; its exercise asks for `triple`, with a text in each.

    The text in a language says which it is: the statement is `# triple <language>`, a check is
    `one <language>`, a hint `squares <language>?`.
    """
    folder = root / "solutions" / "basics" / "triple"
    folder.mkdir(parents=True)
    title = by_language(languages, "basics {}")
    settings = [
        f"title = {title}",
        f"languages = [{', '.join(map(quoted, languages))}]",
        "",
        "[[assignment]]",
        'name = "basics"',
        f"title = {title}",
        "",
        "[diagnosis]",
        "explanations = 0",
        "",
    ]
    (root / "course.toml").write_text("\n".join(settings), encoding="utf-8")
    for language in languages:
        (folder / f"statement.{language}.md").write_text(
            f"# triple {language}\n\nThree times.\n", encoding="utf-8"
        )
        for name in ("intro", "takeaway"):
            path = folder.parent / f"{name}.{language}.md"
            path.write_text(f"{name} {language}\n", encoding="utf-8")
    (folder / "reference.py").write_text(REFERENCE, encoding="utf-8")
    (folder / "alternatives.py").write_text(ALTERNATIVES, encoding="utf-8")
    *others, last = languages
    grading = GRADING.format(
        last=last,
        first="".join(f', {each}="one {each}"' for each in others),
        second="".join(f', {each}="two {each}"' for each in others),
        axis="{" + ", ".join(f'"{each}": "x {each}"' for each in languages) + "}",
    )
    (folder / "grading.py").write_text(grading, encoding="utf-8")
    mistakes = ["from autograder.course import mistake\n"]
    for name, value in MISTAKES.items():
        hint = ", ".join(f'{each}="{name} {each}?"' for each in languages)
        mistakes.append(f"\n\n@mistake({hint})\ndef {name}(x):\n    return {value}\n")
    (folder / "mistakes.py").write_text("".join(mistakes), encoding="utf-8")
    return root


def by_language(languages: Iterable[str], text: str) -> str:
    """A text in TOML: a string where there is one language, else a table."""
    several = list(languages)
    if len(several) == 1:
        return quoted(text.format(several[0]))
    inside = ", ".join(f"{each} = {quoted(text.format(each))}" for each in several)
    return f"{{ {inside} }}"


def quoted(text: str) -> str:
    """A text as a string of TOML."""
    return f'"{text}"'
