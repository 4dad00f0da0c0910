"""The page `docs/attacks.md`, made from the table.

    python -m tests.attacks.page

writes it; a test fails where the page is out of date.
"""

from __future__ import annotations

from pathlib import Path

from tests.attacks.table import (
    ATTACKS,
    FAMILIES,
    HARMS,
    PAGE_ATTACKS,
    PAGE_FAMILIES,
    Attack,
    PageAttack,
)

__all__ = ["PAGE", "page"]

PAGE = Path(__file__).resolve().parents[2] / "docs" / "attacks.md"

_HEAD = """\
# Attacks

The tests in `tests/attacks/` hand in {count} hostile submissions and grade each between two honest
students, as every submission is graded. Nobody gets a point that the honest part did not earn, no
secret is shown, nothing is left behind, the honest students get full marks, and it takes no longer
than the limits allow. `python -m tests.attacks.page` makes this page;
[attack-figures.md](attack-figures.md) has the counts by user and layer, the cost of judging, and the
bits that passed.

- **Careless**: what the attack does to a grader that runs student code with `exec`, in the process
  that holds the reference and the gradebook. It runs in a container of its own. An attack that does
  no harm there has a reason instead.
- **Full**: all layers. **Inner**: Landlock, seccomp and limits alone, as where bubblewrap is
  missing. **Outer**: bubblewrap alone, with nothing inside.
- **held**: a test shows that the layer stops the attack. **-**: a layer alone is not meant to.
  **namespaces**: held where namespaces can be made.
- **Earns**: the most that an attack may get of the 10 points of the exercise that it attacks.
"""

_TAIL = """
## What each rule is for

`tests/attacks/test_rules.py` removes each rule of the door, and shows that an attack works without
it and fails with it. `test_between.py` tries what one submission could do to another that is graded
at the same time, `test_channels.py` sends bits from one to another by every known way,
`test_given_files.py` tries to change the files of an assignment that all of them read,
`test_class.py` grades attackers and honest students side by side, `test_faults.py` kills graders,
fills disks and locks files, and `test_fuzz.py` feeds the decoder, the reader of notebooks, and the
comparison with whatever Hypothesis thinks of. Where
[atheris](https://github.com/google/atheris) is installed, `python -m tests.attacks.fuzz decoder 60`
does so by coverage (`reader`, `notebook` and `comparison` are the others).

## What is not prevented

- A submission may write to files that it has deleted: twice `scratch_mb` in all, and where namespaces
  cannot be made up to 60 files of `scratch_mb` each. The space is free again when the fork ends.
- Timing: [SECURITY.md](../SECURITY.md#what-passes-between-submissions) says how much it carries.
- A hard link to a file of the course is a regular file. Whoever can make one in the folder of
  submissions could have read the course as well.
- Two submissions that are graded at the same time share the processor. One that uses all of it
  makes the other slower. `--jobs 1` grades one at a time.
- "The inputs stay as they were" can be forged, for the points of that check: at most a fifth of
  the exercise, in every course.
"""


def page() -> str:
    """The text of the page."""
    parts = [_HEAD.format(count=len(ATTACKS))]
    for family, title in FAMILIES.items():
        rows = [_row(attack) for attack in ATTACKS if attack.family == family]
        parts.append(
            f"\n## {title[0].upper()}{title[1:]} ({len(rows)})\n\n{_TITLES}{''.join(rows)}"
        )
    parts.append(_ABOUT_PAGES.format(count=len(PAGE_ATTACKS)))
    for family, title in PAGE_FAMILIES.items():
        rows = [_page_row(attack) for attack in PAGE_ATTACKS if attack.family == family]
        parts.append(
            f"\n### {title[0].upper()}{title[1:]} ({len(rows)})\n\n{_PAGE_TITLES}{''.join(rows)}"
        )
    return "".join(parts) + _TAIL


_ABOUT_PAGES = """
## Whoever looks at the feedback

`tests/attacks/test_pages.py` tries {count} more, which are not run: they attack the browser of
whoever looks at a page, or whoever makes the pages. **Careless** is nbgrader without our
configuration: it copies each file, and shows what a notebook says.
`tests/nbgrader/test_in_a_browser.py` opens a page with all that is known in Chromium.
"""


_TITLES = """\
| attack | what it tries | careless | full | inner | outer | earns |
|---|---|---|---|---|---|---|
"""


def _row(attack: Attack) -> str:
    careless = HARMS[attack.harm] if attack.harm else f"no harm: {attack.why}"
    outer = "held" if attack.outer else "-"
    held = "namespaces" if attack.namespaces else "held"
    cells = [f"`{attack.name}`", attack.text, careless, held, held, outer, str(attack.double)]
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |\n"


_PAGE_TITLES = """\
| attack | what it tries | careless | here |
|---|---|---|---|
"""


def _page_row(attack: PageAttack) -> str:
    careless = HARMS[attack.harm] if attack.harm else f"no harm: {attack.why}"
    cells = [f"`{attack.name}`", attack.text, careless, "held"]
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
