"""A notebook in JupyterLab in a real browser, as a student uses it."""

from __future__ import annotations

import json
import shutil

import pytest

from tests.classroom import COUNTER, DOUBLE, SQUARE, read_notebook
from tests.jupyterlab import serving_lab
from tests.nbgrader.browser import browsing, need_browser

pytestmark = [pytest.mark.browser, pytest.mark.nbgrader, pytest.mark.proof]

ENDLESS = COUNTER.replace("        return self.count", "        while True:\n            pass")

SAID = {
    "en": {
        "unwritten": "Not written yet.",
        "hint": "Is it squared, or doubled?",
        "right": "✔ Double",
        "late": "did not finish in time",
        "stale": "The code cell was changed after it was run",
        "next": "Next: fix Counter",
        "sum": "1 of 2 exercises pass",
        "done": "All public checks pass.",
    },
    "ko": {
        "unwritten": "아직 작성하지 않았습니다.",
        "hint": "제곱이 아니라 두 배입니다.",
        "right": "✔ 두 배",
        "late": "제한 시간 안에 끝나지 않았습니다",
        "stale": "코드 셀을 실행한 뒤에 고쳤습니다",
        "next": "다음 할 일: Counter",
        "sum": "문제 2개 중 1개가",
        "done": "공개 검사를 모두 통과했습니다.",
    },
}


@pytest.fixture(scope="module")
def folder(built_course, tmp_path_factory):
    """What is released of the toy course, once in each language."""
    folder = tmp_path_factory.mktemp("lab") / "work"
    shutil.copytree(built_course / "release" / "basics", folder)
    outline = folder / "public" / "assignment-outline.json"
    described = json.loads(outline.read_text(encoding="utf-8"))
    described["limits"]["check_seconds"] = 4  # a browser beside it keeps the processors busy
    outline.write_text(json.dumps(described), encoding="utf-8")
    for language in SAID:
        notebook = read_notebook(folder / "basics.ipynb")
        for cell in notebook["cells"]:
            if cell["id"] == "setup":
                cell["source"] = cell["source"].replace(
                    'language = "en"', f'language = "{language}"'
                )
        path = folder / f"{language}.ipynb"
        path.write_text(json.dumps(notebook), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def lab(folder, tmp_path_factory):
    """JupyterLab in that folder."""
    with serving_lab(folder, tmp_path_factory.mktemp("home")) as made:
        yield made


@pytest.mark.parametrize("language", SAID)
def test_a_student_works_in_a_notebook(request, lab, folder, language):
    """Red, and then green; past an endless loop; what was changed; the table at the end."""
    said = SAID[language]
    ids = [cell["id"] for cell in read_notebook(folder / f"{language}.ipynb")["cells"]]
    double, check, counter = map(ids.index, ("double-answer", "double", "Counter-answer"))
    last = ids.index("summary")
    with browsing(need_browser(request.config)) as page:
        notebook = lab.open(page, f"{language}.ipynb")
        assert notebook.run(ids.index("setup")) == ""
        notebook.run(double)
        assert said["unwritten"] in notebook.run(check)
        notebook.write(double, SQUARE)
        assert notebook.run(double) == ""
        wrong = notebook.run(check)
        assert wrong.startswith("✘")
        assert said["hint"] in wrong
        assert "Traceback" not in wrong
        notebook.write(double, DOUBLE)
        notebook.run(double)
        assert notebook.run(check).startswith(said["right"])
        notebook.write(counter, ENDLESS)
        notebook.run_all()
        assert said["late"] in notebook.shown(ids.index("Counter"))
        table = notebook.shown(last)
        assert said["sum"] in table
        assert said["next"] in table
        notebook.write(counter, COUNTER)
        notebook.save()
        assert said["stale"] in notebook.run(ids.index("Counter"))
        assert "Counter" in notebook.run(last).partition("➜")[2]
        notebook.run(counter)
        notebook.run(ids.index("Counter"))
        assert said["done"] in notebook.run(last)
