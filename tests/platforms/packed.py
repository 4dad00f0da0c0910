"""Archives as each platform lays them out, for two students of the toy course and more."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from tests.cli.conftest import COUNTER, RIGHT, notebook

ANSWER = notebook(RIGHT, COUNTER)
OTHER = notebook(RIGHT + "\n# another\n", COUNTER)
FOREIGN = (
    '{"cells":[{"cell_type":"code","source":"def f(): pass","metadata":{"nbgrader":'
    '{"grade":true,"grade_id":"elsewhere"}}}],"metadata":{},"nbformat":4,"nbformat_minor":5}'
)
"""A notebook of another course."""

GRADESCOPE_LIST = """\
submission_11:
  :submitters:
  - :name: 김철수
    :sid: 'kim'
    :email: kim@x.kr
  :created_at: 2026-11-29 23:30:05.123456000 Z
  :score: 3.0
  :results: {tests: [{name: a}]}
submission_12:
  :submitters:
  - :name: Lee Jisu
    :sid: '77'
    :email: lee@x.kr
  - :name: Park
    :sid: park
  :created_at: 2026-11-29T08:30:05+09:00
"""

LAYOUTS: dict[str, dict[str, str]] = {
    "canvas": {
        "kimchulsu_101_9001_basics-1.ipynb": ANSWER,
        "leejisu_LATE_77_9002_my work.ipynb": OTHER,
        "parkmin_103_text.html": "<p>a comment</p>",
    },
    "moodle": {
        "김철수_4401_assignsubmission_file_/basics.ipynb": ANSWER,
        "Group A-Lee Jisu_4402_assignsubmission_file/work/basics.ipynb": OTHER,
        "Lee Jisu_4402_assignsubmission_onlinetext/onlinetext.html": "<p>hello</p>",
    },
    "blackboard": {
        "HW_1_kim_attempt_2026-11-29-08-30-05_basics.ipynb": OTHER,
        "HW_1_kim_attempt_2026-11-30-08-30-05_basics.ipynb": ANSWER,
        "HW_1_kim_attempt_2026-11-30-08-30-05.txt": "Name: 김철수 (kim)\nAssignment: HW_1\n",
        "HW_1_j_lee_attempt_2026-11-30-09-00-00_basics.ipynb": OTHER,
        "HW_1_j_lee_attempt_2026-11-30-09-00-00.txt": "Name: Lee Jisu (j_lee)\n",
    },
    "gradescope": {
        "assignment_5_export/submission_metadata.yml": GRADESCOPE_LIST,
        "assignment_5_export/submission_11/basics.ipynb": ANSWER,
        "assignment_5_export/submission_12/double.py": RIGHT,
    },
    "nbgrader": {
        "kim+basics+2026-11-29 08:30:05.123 UTC/basics.ipynb": OTHER,
        "kim+basics+2026-11-30 17:30:05 +0900+x7f/basics.ipynb": ANSWER,
        "kim+basics+2026-11-30 17:30:05 +0900+x7f/timestamp.txt": "2026-11-30 17:30:05 +0900",
        "j+lee+basics+2026-11-30 09:00:00 UTC/basics.ipynb": OTHER,
    },
    "google": {
        "Basics/김철수 - basics.ipynb": ANSWER,
        "Basics/Lee Jisu - basics (1).ipynb": OTHER,
    },
    "github": {
        "basics-kim/double.py": RIGHT,
        "basics-kim/.git/config": "[core]",
        "basics-lee-j/double.py": RIGHT,
    },
    "folders": {
        "kim/basics.ipynb": ANSWER,
        "lee/hw/double.py": RIGHT,
        "__MACOSX/kim/._basics.ipynb": "\0\5\26\7",
    },
    "files": {"basics_kim.ipynb": ANSWER, "lee-basics.ipynb": OTHER},
}

PLACED: dict[str, list[str]] = {
    # What lies below `submitted/` afterwards, without a roster.
    "canvas": ["kimchulsu_101/basics/basics.ipynb", "leejisu_77/basics/my work.ipynb"],
    "moodle": ["Group A-Lee Jisu/basics/work/basics.ipynb", "김철수/basics/basics.ipynb"],
    "blackboard": [
        "j_lee/basics/basics.ipynb",
        "j_lee/basics/timestamp.txt",
        "kim/basics/2026-11-28T23-30-05Z/basics.ipynb",
        "kim/basics/2026-11-28T23-30-05Z/timestamp.txt",
        "kim/basics/2026-11-29T23-30-05Z/basics.ipynb",
        "kim/basics/2026-11-29T23-30-05Z/timestamp.txt",
    ],
    "gradescope": [
        "77/basics/double.py",
        "77/basics/timestamp.txt",
        "kim/basics/basics.ipynb",
        "kim/basics/timestamp.txt",
        "park/basics/double.py",
        "park/basics/timestamp.txt",
    ],
    "nbgrader": [
        "j+lee/basics/basics.ipynb",
        "j+lee/basics/timestamp.txt",
        "kim/basics/2026-11-29T08-30-05Z/basics.ipynb",
        "kim/basics/2026-11-29T08-30-05Z/timestamp.txt",
        "kim/basics/2026-11-30T08-30-05Z/basics.ipynb",
        "kim/basics/2026-11-30T08-30-05Z/timestamp.txt",
    ],
    "google": ["Lee Jisu/basics/basics (1).ipynb", "김철수/basics/basics.ipynb"],
    "github": ["kim/basics/double.py", "lee-j/basics/double.py"],
    "folders": ["kim/basics/basics.ipynb", "lee/basics/hw/double.py"],
    "files": ["kim/basics/basics_kim.ipynb", "lee/basics/lee-basics.ipynb"],
}

ROSTER = """\
id,name,mail,lms_user_id
kim,김철수,kim@x.kr,101
lee,"Lee, Jisu",lee@x.kr,77
park,Park Min,,
"""


def packed(files: dict[str, str | bytes], path: Path) -> Path:
    """A zip archive of these files."""
    path.write_bytes(zipped(files))
    return path


def zipped(files: dict[str, str | bytes]) -> bytes:
    """The bytes of a zip archive."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def tree(folder: Path) -> list[str]:
    """The files below a folder."""
    return sorted(str(each.relative_to(folder)) for each in folder.rglob("*") if each.is_file())
