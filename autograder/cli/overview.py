"""`autograder` alone: the exercises of a student's folder, and where each stands."""

from __future__ import annotations

from autograder.cli.app import console
from autograder.cli.student_desk import find_desk
from autograder.errors import PathError

__all__ = ["show_overview"]


def show_overview(lang: str | None) -> bool:
    """Print the exercises of the nearest folder; False where there is none.

    Args:
        lang: what `--lang` says.
    """
    try:
        desk = find_desk(None, lang)
    except PathError:
        return False
    from autograder.report.command_words import typed  # noqa: PLC0415 - loads NumPy
    from autograder.student.overview import overview  # noqa: PLC0415 - loads NumPy and rich
    from autograder.student.progress import read_progress  # noqa: PLC0415

    outlines = desk.folder.outlines
    title = outlines[0].course.of(desk.language)
    standings = list(read_progress(desk.folder).standings())
    out = console()
    out.print(title, style="bold", markup=False)
    out.print()
    out.print(overview(outlines, standings, desk.language))
    out.print()
    exercise = desk.say("advice_name")
    for name, command in _ADVICE:
        words = [exercise if word == "NAME" else word for word in command.split()]
        shown = desk.say(name, command=typed(*words))
        out.print(shown, style="dim", markup=False)
    return True


_ADVICE: tuple[tuple[str, str], ...] = (
    ("advice_check", "check"),
    ("advice_hint", "hint NAME"),
    ("advice_watch", "watch"),
    ("all_commands", "--help"),
)
