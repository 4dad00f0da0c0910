"""The help of every command in Korean: data alone."""

from __future__ import annotations

__all__ = ["COMMAND_HELP", "EPILOG", "OPTION_HELP"]

EPILOG = (
    "모두 맞으면 0, 틀린 것이 있으면 1, 잘못 부르거나 강의에 문제가 있으면 2로 끝납니다. 표는 "
    "docs/results.md에 있습니다."
)

COMMAND_HELP: dict[str, str] = {
    "": """\
수치 계산 과제를 자동으로 채점하고, 어떤 실수인지 알려 줍니다.

명령 없이 부르면 지금 있는 폴더의 문제와 상태를 목록으로 보여 줍니다.""",
    "build": """\
`solutions/`에서 학생용 파일, 노트북, 배포할 것을 만듭니다.

먼저 모든 문제를 점검합니다. 빈 파일은 0점, 다르게 쓴 정답은 만점이어야 하고, 알려진 실수는 모두 \
걸러서 이름까지 맞혀야 합니다. 하나라도 어긋나면 아무것도 쓰지 않습니다.""",
    "check": """\
작성한 답을 공개 검사로 확인합니다.

문제의 파일은 `exercises/<과제>/<문제>.py`입니다. 작성한 코드와 그것을 부르는 강의의 코드는 따로 \
뜨는 프로세스에서 제한 시간 안에 실행되며, 샌드박스는 쓰지 않습니다. 믿을 수 있는 사람의 문제만 \
확인하세요.""",
    "collect": """\
학습 플랫폼에서 받은 제출물을 정리합니다.

`submitted/<학생>/<과제>/`에 넣습니다. Canvas, Moodle, Blackboard, Google Classroom, GitHub \
Classroom, Gradescope, nbgrader의 exchange에서 받은 것, 학생마다 폴더나 압축 파일이 하나씩 있는 \
것, 파일 이름에 학생 이름이 있는 것을 읽습니다.""",
    "demo": """\
예시 학생들을 nbgrader로 만들기부터 피드백까지 채점해 봅니다.

열두 명이 과제 하나를 제출합니다. 맞은 답, 실수, 채점기를 망가뜨리는 답이 섞여 있습니다.""",
    "doctor": """\
이 컴퓨터에서 학생의 코드를 가둘 수 있는지 알려 줍니다.

샌드박스를 한 겹씩 시험합니다. 빠진 것이 있으면 어떻게 할지 알려 줍니다.""",
    "explain": """\
한 문제의 점수가 왜 그런지 보여 줍니다.

학생 한 명의 문제를 다시 실행합니다. 비공개 검사의 입력과 기대한 값이 나오므로 강의자만 보세요.""",
    "export": """\
결과를 성적부나 플랫폼이 읽는 형식으로 씁니다.

성적부에서 직접 고친 점수와 지각 감점은 표와 성적부 파일에 반영합니다. Canvas와 Moodle은 거기에서 \
내보낸 파일에 점수를 채워 넣습니다(`--into`). 행과 열은 양쪽에 다 있는 식별자로만 찾고, 짐작하지 \
않습니다.""",
    "feedback": """\
제출물마다 피드백을 페이지와 텍스트로 씁니다.

`<학생>/<과제>/<과제>.html`과 `.txt`입니다. 학생의 코드와 멈춘 줄, 검사, 틀린 까닭, 그림, 다음에 \
할 일이 들어 있고, 비공개 검사의 내용은 없습니다. 언어는 명단의 `language` 열을 따릅니다.""",
    "forget": """\
학생 한 명에 대해 보관한 것을 지웁니다.

제출물, 결과, 성적부, 피드백, 명단, 캐시입니다. 내려받은 압축 파일이나 그 학생의 이름이 나오는 \
페이지처럼 지울 수 없는 것은 목록으로 알려 줍니다.""",
    "grade": """\
학생들의 제출물을 모든 검사로 샌드박스에서 채점합니다.

제출물은 `<학생>/<과제>/<과제>.ipynb`이거나, 문제마다 `<학생>/<과제>/<문제>.py`입니다. 이름이 \
달라도 무엇인지 하나로 정해지면 찾아서 채점하고, 알 수 없는 것은 끝에 목록으로 보여 줍니다.

nbgrader의 `submitted/` 폴더에 있는 것은 `nbgrader autograde`처럼 성적부에 쓰고 채점한 노트북을 \
남깁니다.""",
    "handout": """\
학생에게 나누어 줄 폴더를 만듭니다.

학생용 파일, 노트북, 공개 검사, 이 프로그램의 휠, 그것을 설치하는 `start.py`, 강의의 언어로 쓴 \
README, VS Code 설정이 들어갑니다. 숨겨야 할 것은 들어가지 않습니다.""",
    "hint": """\
문제의 힌트를 하나 더 줍니다.

질문이 먼저 나오고, 그다음에 어디를 볼지 알려 줍니다. 부를 때마다 다음 힌트가 나오고, 파일을 \
고치면 처음부터 다시 시작합니다.""",
    "regrade": """\
다시 채점하고, 무엇이 바뀌는지 전과 후와 이유를 보여 줍니다.

문제나 배점이나 입력을 고쳤을 때 그것에 달린 것만 모두에게 다시 실행하고, 나머지는 그대로 씁니다. \
사람이 준 점수와 의견은 그대로 둡니다.""",
    "report": """\
반 전체에 대한 페이지를 하나 만듭니다.

점수, 문제, 검사, 실수, 학생을 보여 줍니다.

네트워크 없이 어느 브라우저에서나 열립니다. 학생의 이름과 점수가 들어 있습니다.""",
    "reset": """\
문제를 처음부터 다시 시작합니다.

파일을 처음 받은 그대로 되돌리고, 쓰던 파일은 남겨 둡니다.""",
    "validate": """\
문제들이 올바르게 채점되는지 증명합니다.

학생을 채점하는 것과 같은 샌드박스에서 합니다. 정답과 다르게 쓴 정답은 만점, 빈 파일은 0점, 생각 \
없이 쓴 답은 5분의 1 미만이어야 합니다. 알려진 실수는 모두 점수를 잃고 제 이름으로만 불려야 \
합니다. 인자의 범위 가운데 비공개 검사가 묻지 않는 곳도 알려 줍니다. --mutants를 붙이면 정답을 \
조금씩 바꾼 변이마다 어느 검사가 걸러내거나, 정답과 같다고 적혀 있어야 합니다.

--edits는 정답을 조금 고친 코드가 받는 점수만 보여 주고, 어느 검사도 걸러내지 못하는 것이 먼저 \
나옵니다.

--diagnosis, --composed, --random은 틀린 답에 어떤 진단이 나오고 그것이 맞는지 봅니다. \
--record가 적어 둔 것보다 나빠지면 안 됩니다. --mutants와 함께 쓰면 나머지를 먼저 모두 증명하고, \
아니면 진단만 봅니다.""",
    "watch": """\
저장할 때마다 문제를 확인합니다.

문제를 차례로 풀어 갑니다. 키: n 다음, h 힌트, l 목록, r 처음 받은 그대로(쓰던 파일은 남겨 \
둡니다), q 끝.""",
    "worker": """\
스케줄러가 보내는 것을 채점합니다.

먼저 이 컴퓨터의 샌드박스를 시험합니다. 채점할 것은 `autograder grade --scheduler URL`이 보냅니다. \
Ctrl-C를 누르거나 스케줄러가 끝나면 끝납니다.""",
    "mistakes": "어느 것으로도 설명되지 않는 틀린 답을 보거나, 알려진 실수로 삼습니다.",
    "mistakes list": """\
설명되지 않는 답 가운데 큰 묶음들을 예와 함께 보여 줍니다.

한 묶음의 답은 똑같이 틀렸고, 값이 왜 그런지 설명되지 않습니다. 그 밖에 틀렸지만 설명되는 것은 \
서명 뒤에 적습니다.""",
    "mistakes adopt": """\
묶음 하나로 새 실수를 씁니다.

쓴 파일에는 힌트를 더 적어야 합니다. 그때까지는 이 실수 없이 채점합니다.""",
    "new": "강의를 시작하거나, 강의에 문제를 더합니다.",
    "new course": "강의를 시작합니다. 설정과 문제를 넣을 자리를 만듭니다.",
    "new exercise": """\
바로 만들어지는 문제를 시작합니다. 조금씩 고쳐 나가세요.

어디에 무엇을 쓸지는 파일 안의 주석이 알려 줍니다. 새 과제는 course.toml에 더합니다.""",
}
"""By the words behind `autograder`; the first line stands in lists."""

_FOLDERS = "`<학생>/<과제>/`가 들어 있는 폴더"

OPTION_HELP: dict[str, str] = {
    "Show this message and exit.": "이 도움말을 보여 줍니다.",
    "Print the version and exit.": "버전을 보여 줍니다.",
    "Root of the course; else the nearest one.": "강의의 폴더. 없으면 가장 가까운 강의.",
    "Write nothing; fail if something is out of date.": "아무것도 쓰지 않고, 낡은 것이 있으면 "
    "실패로 끝냅니다.",
    "Write nothing; examine the exercises alone.": "아무것도 쓰지 않고, 문제만 점검합니다.",
    "Examine what was saved, on every save, until Ctrl-C.": "저장할 때마다 저장한 것을 점검합니다. "
    "Ctrl-C로 끝냅니다.",
    "Also make public checks anew whose sources have not changed.": "바뀌지 않은 문제의 공개 "
    "검사도 새로 만듭니다.",
    "Change the points of exercises that students were graded by; they have to be graded again.": (
        "이미 채점한 문제의 배점을 바꿉니다. 다시 채점해야 합니다."
    ),
    "List what is missing for a release and refuse: texts, mistakes, proofs.": "배포하기에 빠진 "
    "것(글, 실수, 증명)을 알려 주고, 있으면 만들지 않습니다.",
    "Exercises or assignments, by name or file, or a notebook; else what you changed.": "문제나 "
    "과제의 이름, 파일, 또는 노트북. 없으면 바꾼 문제.",
    "The folder `exercises/`; else the nearest.": "`exercises/` 폴더. 없으면 가장 가까운 것.",
    "Language of the report; else the course's first.": "언어. 없으면 강의의 첫 언어.",
    "Check all exercises; of one exercise, show all that is wrong.": "모든 문제를 확인합니다. "
    "문제가 하나면 틀린 것을 모두 보여 줍니다.",
    "Say also where to look for what is wrong.": "어디를 살펴볼지도 알려 줍니다.",
    "Write the arrays of the wrong call to this .npz.": "틀린 호출의 배열을 이 .npz 파일에 "
    "저장합니다.",
    "Print JSON for a machine.": "프로그램이 읽을 JSON으로 출력합니다.",
    "Archives or folders; they stay.": "압축 파일이나 폴더. 원본은 그대로 둡니다.",
    "What all of it is for; else its files say.": "모두 이 과제의 것입니다. 없으면 파일을 보고 "
    "정합니다.",
    "Where it goes; else `submitted` in the course.": "넣을 곳. 없으면 강의의 `submitted`.",
    "Who takes part; else `students.csv` or the gradebook.": "명단. 없으면 `students.csv`나 "
    "성적부.",
    "Who packed it: canvas, moodle, blackboard, google, gradescope, nbgrader, github, folders, "
    "files; else the names say.": "어디에서 받았는지: canvas, moodle, blackboard, google, "
    "gradescope, nbgrader, github, folders, files. 없으면 이름을 보고 정합니다.",
    "Of times written without one, as `Asia/Seoul`.": "시간대가 없는 시각의 시간대. 예: "
    "`Asia/Seoul`.",
    "Keep what came later as a further attempt.": "나중에 온 것을 또 한 번의 제출로 남깁니다.",
    "Write nothing.": "아무것도 쓰지 않습니다.",
    "Which assignment the class hands in.": "제출할 과제.",
    "Where to work; else `demo/` in the course.": "작업할 폴더. 없으면 강의의 `demo/`.",
    "The name of the folder.": "폴더의 이름.",
    "Its name.": "문제의 이름.",
    "Holds the student's folder; else `submitted`.": "학생 폴더가 있는 곳. 없으면 `submitted`.",
    "As in `grade`.": "`grade`에서와 같습니다.",
    "One of csv, json, nbgrader, canvas, moodle, gradescope, gradescope-zip, prairielearn, "
    "github-classroom, github-classroom-files.": "다음 중 하나: csv, json, nbgrader, canvas, "
    "moodle, gradescope, gradescope-zip, prairielearn, github-classroom, github-classroom-files.",
    "What `grade --results` wrote.": "`grade --results`가 쓴 파일.",
    "The file, or the folder; else it is printed.": "쓸 파일이나 폴더. 없으면 출력합니다.",
    "The gradebook file that you exported, to be filled in.": "내보내 둔 성적부 파일. 여기에 채워 "
    "넣습니다.",
    "This one alone.": "이 과제만.",
    "Its column in the gradebook file.": "성적부 파일에서 쓸 열.",
    "Moodle: the column that identifies students.": "Moodle: 학생을 알아보는 열.",
    "csv: what a row is about.": "csv: 행 하나가 나타내는 것.",
    "gradescope: when hidden checks are shown.": "gradescope: 비공개 검사를 보여 줄 때.",
    "Whose points count; else the course's own.": "점수를 가져올 성적부. 없으면 강의의 성적부.",
    "The points as they were graded count.": "채점한 점수를 그대로 씁니다.",
    "Names in the place of students' ids.": "학번 대신 가명을 씁니다.",
    "Holds `<student>/<assignment>/`.": f"{_FOLDERS}.",
    "Where the pages go.": "페이지를 쓸 폴더.",
    "This one alone; may be repeated.": "이 학생만. 여러 번 쓸 수 있습니다.",
    "Submissions at a time.": "한 번에 처리할 제출물의 수.",
    "Remove it; without it, only what there is is listed.": "지웁니다. 없으면 무엇이 있는지만 "
    "보여 줍니다.",
    "Holds `<student>/<assignment>/`; or one student's folder, one assignment in it, one file, or "
    "an archive, which is collected first.": f"{_FOLDERS}. 학생 폴더 하나, 그 안의 과제 하나, 파일 "
    "하나, 또는 압축 파일(먼저 정리합니다)도 됩니다.",
    "Write one line of JSON for each submission; without it `results.jsonl` in the course where "
    "the gradebook is written.": "제출물마다 JSON 한 줄을 씁니다. 없으면 성적부를 쓸 때만 강의의 "
    "`results.jsonl`에 씁니다.",
    "Write into this gradebook, such as postgresql+psycopg://user@host/name; without it into the "
    "course's own, for what lies in the folder that nbgrader grades.": "이 성적부에 씁니다. 예: "
    "postgresql+psycopg://user@host/name. 없으면 nbgrader가 채점하는 폴더에 있는 것만 강의의 "
    "성적부에 씁니다.",
    "Write into no gradebook.": "성적부에 쓰지 않습니다.",
    "Grade this one alone; nothing is written for it.": "이 문제만 채점합니다. 아무것도 쓰지 "
    "않습니다.",
    "Run also what did not change since it was graded.": "채점한 뒤로 바뀌지 않은 것도 다시 "
    "실행합니다.",
    "Draw the assignment's own figure for every student, where the gradebook is written; without "
    "it only where a person grades a part.": "성적부를 쓸 때 과제의 그림을 학생마다 "
    "그립니다. 없으면 사람이 채점할 부분이 있는 과제에서만 그립니다.",
    "Of several attempts of a student take the last or the best one; without it as course.toml "
    "says.": "여러 번 제출했으면 마지막 것(last)이나 가장 나은 것(best)을 씁니다. 없으면 "
    "course.toml을 따릅니다.",
    "Of a Dask scheduler: its workers grade in the place of this machine.": "Dask 스케줄러의 주소. "
    "이 컴퓨터 대신 그 워커들이 채점합니다.",
    "full: all layers that work here; inner: without bubblewrap; none: no protection from the "
    "code that is graded.": "full: 여기서 되는 모든 겹. inner: bubblewrap 없이. none: 채점하는 "
    "코드를 전혀 막지 않습니다.",
    "Print the lines of results in place of a table.": "표 대신 결과를 JSON 줄로 출력합니다.",
    "Where it goes; new or empty.": "만들 폴더. 새것이거나 비어 있어야 합니다.",
    "Name of an exercise, or its file.": "문제의 이름이나 파일.",
    "As in `grade`; else the folder that nbgrader grades.": "`grade`에서와 같습니다. 없으면 "
    "nbgrader가 채점하는 폴더.",
    "Write it; without this nothing is written.": "씁니다. 없으면 아무것도 쓰지 않습니다.",
    "The page.": "만들 페이지.",
    "What was graded, for examples and for what looks alike; else `submitted` in the course, if "
    "it is there.": "채점한 제출물. 예와 서로 비슷한 답을 보여 주는 데 씁니다. 없으면 강의의 "
    "`submitted`(있을 때).",
    "No names, no ids, and no code of students.": "학생의 이름, 학번, 코드를 빼고 만듭니다.",
    "Exercises or assignments; else all.": "문제나 과제. 없으면 모두.",
    "Also hunt the mutants of every reference.": "정답마다 변이도 찾습니다.",
    "Print what likely edits of each reference earn.": "정답을 그럴듯하게 고친 코드가 받는 점수를 "
    "보여 줍니다.",
    "Only what changed since its mutants were hunted.": "변이를 찾은 뒤로 바뀐 것만.",
    "Print which checks kill which mutant.": "어느 검사가 어느 변이를 걸러내는지 보여 줍니다.",
    "Print the cases that kill nothing that others don't.": "다른 입력이 이미 걸러내는 것만 "
    "걸러내는 입력을 보여 줍니다.",
    "What is named of the wrong answers of the corpus.": "모아 둔 틀린 답에 어떤 진단이 나오는지 "
    "봅니다.",
    "How many composed wrong answers are judged.": "실수를 겹쳐 만든 답의 수.",
    "How many random wrong answers are judged.": "무작위로 만든 틀린 답의 수.",
    "Of composed and random answers.": "만들어 낼 답의 난수 시드.",
    "Write the figures of the diagnosis into docs/.": "진단의 수치를 docs/에 씁니다.",
    "How many run at a time.": "한 번에 실행할 수.",
    "Where to begin; else the first unfinished one.": "시작할 문제. 없으면 아직 풀지 못한 첫 문제.",
    "Of the scheduler: tls://host:8786.": "스케줄러의 주소. 예: tls://host:8786.",
    "How many groups to show.": "보여 줄 묶음의 수.",
    "As in `list`.": "`list`에서와 같습니다.",
    "Of the group.": "묶음의 문제.",
    "Of the group, or its first digits.": "묶음의 서명, 또는 그 앞자리.",
    "Of the new mistake, in snake_case.": "새 실수의 이름. snake_case로 씁니다.",
    "Where it goes; it is made.": "만들 폴더.",
    "Of its texts, the main one first, as in `ko,en`.": "글의 언어. 주된 것을 먼저 씁니다. 예: "
    "`ko,en`.",
    "Its assignment, and the function or class it asks for.": "과제, 그리고 물어볼 함수나 클래스.",
    "It asks for a class.": "함수가 아니라 클래스를 묻는 문제.",
    "A plain call is not enough: it has a driver.": "그냥 부르는 것으로는 모자라 드라이버를 두는 "
    "문제.",
    "Take the reference from here: FILE.py:FUNCTION.": "정답을 가져올 곳. 예: FILE.py:FUNCTION.",
}
"""By the English text."""
