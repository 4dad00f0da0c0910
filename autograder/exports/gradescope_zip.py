"""The zip that Gradescope makes an autograder of: the course, our wheel, and two scripts."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from autograder.course import Course
from autograder.course.seeds import hidden_seed

__all__ = ["write_gradescope_zip"]

_SETUP: Final = """\
#!/usr/bin/env bash
# Gradescope runs this once, as root, when the autograder is made.
set -euo pipefail
root=${{AUTOGRADER_ROOT:-/autograder}}
python=${{PYTHON:-python3}}
export DEBIAN_FRONTEND=noninteractive
if [ -z "${{PYTHON:-}}" ] && command -v apt-get >/dev/null; then
    apt-get update
    apt-get install -y python3 python3-venv bubblewrap libseccomp2 fonts-nanum
    # Ubuntu 22.04 has 3.10, and 3.11 beside it.
    if ! python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
        apt-get install -y python3.11 python3.11-venv
        python=python3.11
    fi
fi
"$python" -m venv "$root/venv"
"$root/venv/bin/pip" install --quiet "$root"/source/wheel/*.whl
# A trial: what takes long is worked out now, and not again for each submission.
trial=$(mktemp -d)
mkdir -p "$trial/trial/{assignment}"
echo pass > "$trial/trial/{assignment}/{exercise}.py"
"$root/venv/bin/autograder" grade "$trial" --course "$root/source/course" --no-gradebook \\
    --sandbox "${{SANDBOX:-full}}" || [ $? -eq 1 ] || echo "nothing can be graded here" >&2
rm -r "$trial"
"""

_RUN: Final = """\
#!/usr/bin/env bash
# Gradescope runs this for each submission, and reads results/results.json.
set -euo pipefail
root=${{AUTOGRADER_ROOT:-/autograder}}
autograder=${{AUTOGRADER:-$root/venv/bin/autograder}}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/submitted/student/{assignment}" "$root/results"
cp -r --no-dereference "$root/submission/." "$work/submitted/student/{assignment}/"
"$autograder" grade "$work/submitted" --course "$root/source/course" --assignment {assignment} \\
    --sandbox "${{SANDBOX:-full}}" --results "$work/results.jsonl" || [ $? -eq 1 ]
"$autograder" export "$work/results.jsonl" --course "$root/source/course" --format gradescope \\
    --hidden {hidden} --out "$work/out"
cp "$work/out/student.json" "$root/results/results.json"
"""


def write_gradescope_zip(
    path: Path, course: Course, assignment: str, hidden: str, wheel: Path
) -> None:
    """Write the zip; upload it as the autograder of a programming assignment.

    Args:
        path: of the zip.
        course: whose assignment it is.
        assignment: its name.
        hidden: when hidden checks are shown.
        wheel: of this package, put beside the course.
    """
    hidden_seed(course.root)
    draft = path.with_name(f"{path.name}.part")
    try:
        _write_zip(draft, course, assignment, hidden, wheel)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def _write_zip(path: Path, course: Course, assignment: str, hidden: str, wheel: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        names = [s.name for s in course.solutions() if s.assignment == assignment]
        setup = _SETUP.format(assignment=assignment, exercise=names[0])
        _add_script(archive, "setup.sh", setup)
        _add_script(archive, "run_autograder", _RUN.format(assignment=assignment, hidden=hidden))
        for file in _course_files(course.root, names):
            archive.write(file, Path("course", file.relative_to(course.root)))
        archive.write(wheel, Path("wheel", wheel.name))


def _add_script(archive: zipfile.ZipFile, name: str, text: str) -> None:
    info = zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0))
    info.external_attr = 0o755 << 16
    archive.writestr(info, text)


def _course_files(root: Path, exercises: list[str]) -> Iterator[Path]:
    """What grading needs: the settings, the solutions, the seed, what was worked out before."""
    yield root / "course.toml"
    yield root / ".autograder" / "seed"
    for path in sorted((root / "solutions").rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            yield path
    worked_out = (root / ".autograder" / "library" / f"{name}.npz" for name in exercises)
    yield from (path for path in worked_out if path.is_file())
    yield from sorted(root.glob("sentences.*.toml"))
