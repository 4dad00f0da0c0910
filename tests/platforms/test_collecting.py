"""From what a platform gives out to `submitted/`."""

from __future__ import annotations

import dataclasses
import io
import os
import stat
import tarfile
import zipfile
from zoneinfo import ZoneInfo

import pytest

from autograder.collecting.asked import asked_of
from autograder.collecting.roster import read_roster
from autograder.course import load_course
from autograder.errors import PathError
from autograder.platforms import unpacking
from autograder.platforms.collecting import Wishes, collect
from tests.cli.conftest import COUNTER, RIGHT
from tests.platforms.packed import (
    ANSWER,
    FOREIGN,
    LAYOUTS,
    OTHER,
    PLACED,
    ROSTER,
    packed,
    tree,
    zipped,
)
from tests.toy_settings import TOY

WISHES = Wishes(zone=ZoneInfo("Asia/Seoul"))


@pytest.fixture(scope="module")
def asked():
    """What the toy course asks for."""
    return asked_of(load_course(TOY))


@pytest.fixture
def collected(asked, tmp_path):
    """A function that collects what is packed, into `submitted`."""

    def run(files, *, roster=None, wishes=WISHES, name="hw.zip"):
        people = None
        if roster is not None:
            (tmp_path / "students.csv").write_text(roster, encoding="utf-8")
            people = read_roster(tmp_path / "students.csv")
        archive = tmp_path / name
        if isinstance(files, bytes):
            archive.write_bytes(files)
        else:
            packed(files, archive)
        try:
            return collect([archive], tmp_path / "submitted", asked, people, wishes)
        finally:
            assert list(tmp_path.glob(".collecting-*")) == []

    return run


def reasons(came):
    """What was not placed, and why."""
    return {(each.path, each.reason) for each in came.not_placed}


class TestPlatforms:
    """Each platform's own names are read."""

    @pytest.mark.parametrize("platform", LAYOUTS)
    def test_an_archive_of_each_platform_is_laid_out(self, collected, tmp_path, platform):
        came = collected(LAYOUTS[platform])
        assert came.sources[0].platform == platform
        assert tree(tmp_path / "submitted") == PLACED[platform]
        assert came.not_placed == []

    @pytest.mark.parametrize("platform", sorted(set(LAYOUTS) - {"nbgrader", "github"}))
    def test_the_roster_gives_each_hand_in_its_student(self, collected, tmp_path, platform):
        came = collected(
            LAYOUTS[platform],
            roster=ROSTER.replace("lee,", "j_lee,") if platform == "blackboard" else ROSTER,
        )
        assert came.not_placed == []
        people = {"kim", "j_lee" if platform == "blackboard" else "lee", "park"}
        assert {each.name for each in (tmp_path / "submitted").iterdir()} <= people

    def test_a_late_hand_in_of_canvas_is_told(self, collected):
        assert collected(LAYOUTS["canvas"], roster=ROSTER).late == {"basics": {"lee"}}

    def test_a_zip_of_zips_is_a_folder_for_each_student(self, collected, tmp_path):
        collected(
            {"kim.zip": zipped({"basics.ipynb": ANSWER}), "lee.zip": zipped({"double.py": RIGHT})}
        )
        assert tree(tmp_path / "submitted") == ["kim/basics/basics.ipynb", "lee/basics/double.py"]

    def test_several_archives_in_a_folder_are_each_of_their_platform(self, collected, tmp_path):
        moodle = "김철수_1_assignsubmission_file_/"
        hw1 = zipped({f"{moodle}basics.ipynb": ANSWER})
        collected({"hw1.zip": hw1, "hw2.zip": zipped({f"{moodle}double.py": RIGHT})})
        assert tree(tmp_path / "submitted") == [
            "김철수/basics/basics.ipynb",
            "김철수/basics/double.py",
        ]

    def test_a_zip_within_a_students_hand_in_is_opened(self, collected, tmp_path):
        collected({"kim_1_2_hw.zip": zipped({"basics/basics.ipynb": ANSWER})})
        assert tree(tmp_path / "submitted") == ["kim_1/basics/hw/basics/basics.ipynb"]

    def test_a_folder_is_read_as_an_archive_is(self, asked, tmp_path):
        for name, text in LAYOUTS["moodle"].items():
            (tmp_path / "hw" / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / "hw" / name).write_text(text, encoding="utf-8")
        (tmp_path / "hw" / "link").symlink_to("/etc/passwd")
        came = collect([tmp_path / "hw"], tmp_path / "submitted", asked, None, WISHES)
        assert tree(tmp_path / "submitted") == PLACED["moodle"]
        assert reasons(came) == {("hw/link", "link")}

    def test_names_that_windows_in_korea_wrote_are_read(self, collected, tmp_path):
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as archive:
            info = zipfile.ZipInfo("XXXXXX_4401_assignsubmission_file_/basics.ipynb")
            archive.writestr(info, ANSWER)
        name = "김철수".encode("cp949")
        collected(buffer.getvalue().replace(b"XXXXXX", name))
        assert tree(tmp_path / "submitted") == ["김철수/basics/basics.ipynb"]


class TestWhose:
    """Nobody is guessed."""

    def test_one_who_is_on_no_roster_is_listed(self, collected, tmp_path):
        came = collected({"nobody_5_6_basics.ipynb": ANSWER}, roster=ROSTER)
        assert reasons(came) == {("hw.zip/nobody_5_6_basics.ipynb", "not_on_roster")}
        assert tree(tmp_path / "submitted") == []

    def test_two_of_one_name_are_told_apart_by_their_numbers_alone(self, collected, tmp_path):
        files = {
            "김철수_1_assignsubmission_file_/basics.ipynb": ANSWER,
            "김철수_2_assignsubmission_file_/basics.ipynb": OTHER,
        }
        came = collected(files, roster="id,name\nkim,김철수\n")
        assert {each.reason for each in came.not_placed} == {"same_name"}
        assert collected(files).not_placed == []
        assert {each.name for each in (tmp_path / "submitted").iterdir()} == {
            "김철수_1",
            "김철수_2",
        }

    def test_moodles_number_of_a_participant_is_nobodys_id(self, collected, tmp_path):
        """It is counted anew in each assignment, and may be what somebody else is known by."""
        roster = "id,name,lms_user_id\nkim,김철수,2\nlee,이지수,1\n"
        files = {
            "김철수_1_assignsubmission_file_/basics.ipynb": ANSWER,
            "Group A_2_assignsubmission_file_/basics.ipynb": OTHER,
        }
        came = collected(files, roster=roster)
        assert tree(tmp_path / "submitted") == ["kim/basics/basics.ipynb"]
        assert {each.reason for each in came.not_placed} == {"not_on_roster"}

    def test_moodles_number_tells_two_of_one_name_apart(self, collected, tmp_path):
        roster = "id,name,lms_user_id\nkim,김철수,1\nkim2,김철수,2\n"
        files = {
            "김철수_1_assignsubmission_file/basics.ipynb": ANSWER,
            "김철수_2_assignsubmission_file/basics.ipynb": OTHER,
        }
        assert collected(files, roster=roster).not_placed == []
        assert tree(tmp_path / "submitted") == [
            "kim/basics/basics.ipynb",
            "kim2/basics/basics.ipynb",
        ]
        files = {"김철수_9_assignsubmission_file/basics.ipynb": OTHER}
        assert {each.reason for each in collected(files, roster=roster).not_placed} == {"same_name"}

    def test_a_participant_without_a_name_is_known_by_the_word_before_the_number(
        self, collected, tmp_path
    ):
        files = {"Participant_7_assignsubmission_file/basics.ipynb": ANSWER}
        came = collected(files, roster="id,lms_user_id\nkim,Participant 7\nlee,7\n")
        assert came.not_placed == []
        assert tree(tmp_path / "submitted") == ["kim/basics/basics.ipynb"]

    @pytest.mark.parametrize(
        "name",
        [
            "HW_1_kim_attempt_2026-11-29-08-30-05_x_lee_attempt_2026-11-30-08-30-05_a.ipynb",
            "김철수_4401_assignsubmission_file_x-Lee Jisu_4402_assignsubmission_file_a.ipynb",
            "kimchulsu_101_9001_leejisu_77_9002_a.ipynb",
        ],
        ids=["blackboard", "moodle", "canvas"],
    )
    def test_what_a_student_calls_a_file_says_nothing_of_whose_it_is(self, collected, name):
        """Or one could hand in for another."""
        assert list(collected({name: ANSWER}, roster=ROSTER).placed["basics"]) == ["kim"]

    @pytest.mark.parametrize("line", ["Name: X (lee)\n", "my notes\n"])
    def test_a_text_that_was_handed_in_is_none_of_blackboards(self, collected, line):
        """Its name ends as that of the platform's own."""
        before = "HW_1_j_lee_attempt_2026-11-30-09-00-00"
        files = {
            f"{before}_basics.ipynb": ANSWER,
            f"{before}.txt": "Name: Lee Jisu (j_lee)\nAssignment: HW_1\n",
            f"{before}_notes.txt": line,
        }
        assert list(collected(files).placed["basics"]) == ["j_lee"]

    def test_what_canvas_adds_to_a_name_is_left_out(self, collected, tmp_path):
        again = "-0d1f2a3b-4c5d-4e6f-8a9b-0c1d2e3f4a5b"
        came = collected(
            {
                "kim_1_2_basics-3.ipynb": ANSWER,
                f"lee_3_4_basics{again}.ipynb": OTHER,
                "anon_Ab1c2_5_double.py": RIGHT,
                "anon_Xy3z4_text.html": "<p>done</p>",
            }
        )
        assert came.not_placed == []
        assert tree(tmp_path / "submitted") == [
            "anon_Ab1c2/basics/double.py",
            "kim_1/basics/basics.ipynb",
            "lee_3/basics/basics.ipynb",
        ]

    def test_a_file_without_a_students_name_is_listed(self, collected):
        came = collected({"basics.ipynb": ANSWER, "basics_kim.ipynb": OTHER})
        assert reasons(came) == {("hw.zip/basics.ipynb", "no_pattern")}

    def test_a_name_with_a_dot_in_it_is_whole(self, collected, tmp_path):
        collected({"basics_john.doe.ipynb": ANSWER, "lee.j-basics.ipynb.txt": OTHER})
        names = {each.name for each in (tmp_path / "submitted").iterdir()}
        assert names == {"john.doe", "lee.j"}


class TestAssignments:
    """What it is for."""

    def test_an_archive_of_another_course_is_refused_and_nothing_is_written(
        self, collected, tmp_path
    ):
        with pytest.raises(PathError, match=r"nothing in .* is an answer to an assignment of this"):
            collected({"kim_1_2_hw.ipynb": FOREIGN, "lee_3_4_hw.ipynb": FOREIGN})
        assert not (tmp_path / "submitted").exists()

    def test_a_notebook_of_another_course_is_listed(self, collected, tmp_path):
        came = collected({"kim_1_2_hw.ipynb": FOREIGN, "lee_3_4_hw.ipynb": ANSWER})
        assert reasons(came) == {("hw.zip/kim_1_2_hw.ipynb", "other_course")}
        assert tree(tmp_path / "submitted") == ["lee_3/basics/hw.ipynb"]

    def test_of_two_assignments_each_file_goes_to_its_own(self, asked, tmp_path):
        two = dataclasses.replace(asked, assignments={"first": ["double"], "second": ["Counter"]})
        files = {
            "kim/a.py": RIGHT,
            "kim/b.py": COUNTER,
            "kim/c.py": RIGHT + COUNTER,
            "kim/n.txt": "n",
        }
        archive = packed(files, tmp_path / "hw.zip")
        came = collect([archive], tmp_path / "submitted", two, None, WISHES)
        assert tree(tmp_path / "submitted") == ["kim/first/a.py", "kim/second/b.py"]
        assert reasons(came) == {("hw.zip/kim/c.py", "several_assignments")}
        assert came.passed_over == 1


class TestAgain:
    """What lies there already stays."""

    def test_collecting_twice_changes_nothing(self, collected, tmp_path):
        for _ in range(2):
            came = collected(LAYOUTS["blackboard"])
        assert {each.state for each in came.placed["basics"].values()} == {"same"}
        assert tree(tmp_path / "submitted") == PLACED["blackboard"]

    def test_other_files_are_kept_beside_it_only_when_asked_for(self, collected, tmp_path):
        collected({"kim/basics.ipynb": ANSWER})
        later = {"kim/basics.ipynb": OTHER}
        assert reasons(collected(later)) == {("kim/basics", "differs")}
        assert (tmp_path / "submitted/kim/basics/basics.ipynb").read_text() == ANSWER
        update = dataclasses.replace(WISHES, update=True)
        assert collected(later, wishes=update).placed["basics"]["kim"].attempts == 2
        assert tree(tmp_path / "submitted") == [
            "kim/basics/1/basics.ipynb",
            "kim/basics/2/basics.ipynb",
        ]
        assert (tmp_path / "submitted/kim/basics/2/basics.ipynb").read_text() == OTHER

    def test_a_link_in_the_way_stops_it_before_anything_is_written(self, collected, tmp_path):
        (tmp_path / "submitted" / "lee").mkdir(parents=True)
        (tmp_path / "submitted" / "lee" / "basics").symlink_to(tmp_path)
        with pytest.raises(PathError, match="is in the way"):
            collected({"kim/basics.ipynb": ANSWER, "lee/basics.ipynb": ANSWER})
        assert not (tmp_path / "submitted" / "kim").exists()

    def test_a_dry_run_writes_nothing(self, collected, tmp_path):
        came = collected({"kim/basics.ipynb": ANSWER}, wishes=dataclasses.replace(WISHES, dry=True))
        assert came.placed["basics"]["kim"].state == "new"
        assert not (tmp_path / "submitted").exists()


def tarred(*members: tuple[tarfile.TarInfo, bytes], mode: str = "w:gz") -> bytes:
    """The bytes of a tar archive."""
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode=mode) as archive:
        for info, data in members:
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return buffer.getvalue()


def link(name: str, kind: bytes = tarfile.SYMTYPE) -> tarfile.TarInfo:
    """A link to a file of the system."""
    info = tarfile.TarInfo(name)
    info.type, info.linkname = kind, "/etc/passwd"
    return info


class TestHostileArchives:
    """Nothing leaves its folder, nothing grows without bound, and the others go on."""

    def test_names_that_lead_out_are_listed(self, collected, tmp_path):
        names = [
            "../kim/x.py",
            "/kim/x.py",
            "kim/../../x.py",
            "C:/kim/x.py",
            "..\\kim\\x.py",
            "a/" * 20 + "x.py",
        ]
        came = collected({**dict.fromkeys(names, RIGHT), "kim/basics.ipynb": ANSWER})
        assert {each.reason for each in came.not_placed} == {"outside"}
        assert len(came.not_placed) == len(names)
        assert tree(tmp_path / "submitted") == ["kim/basics/basics.ipynb"]
        assert sorted(os.listdir(tmp_path)) == ["hw.zip", "submitted"]

    def test_names_that_a_screen_would_obey_are_written_as_they_are_shown(
        self, collected, tmp_path
    ):
        collected({"kim/\x1b[2J\n.py": RIGHT, "kim/" + "x" * 300 + ".py": COUNTER})
        names = [each.rpartition("/")[2] for each in tree(tmp_path / "submitted")]
        assert names[0] == "_x1b[2J_n.py"
        assert len(names[1].encode()) <= 200
        assert names[1].endswith("x.py")

    def test_links_and_devices_are_listed(self, collected, tmp_path):
        pipe = tarfile.TarInfo("kim/pipe")
        pipe.type = tarfile.FIFOTYPE
        data = tarred(
            (link("kim/a.py"), b""), (link("kim/b.py", tarfile.LNKTYPE), b""), (pipe, b""),
            (tarfile.TarInfo("kim/double.py"), RIGHT.encode()),
        )  # fmt: skip
        came = collected(data, name="hw.tar.gz")
        assert {(each.path.rpartition("/")[2], each.reason) for each in came.not_placed} == {
            ("a.py", "link"), ("b.py", "link"), ("pipe", "special"),
        }  # fmt: skip
        assert tree(tmp_path / "submitted") == ["kim/basics/double.py"]
        info = zipfile.ZipInfo("kim/c.py")
        info.create_system, info.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as archive:
            archive.writestr(info, "/etc/passwd")
            archive.writestr("kim/double.py", RIGHT)
        assert reasons(collected(buffer.getvalue())) == {("hw.zip/kim/c.py", "link")}

    def test_an_archive_bomb_is_refused_in_one_sentence(self, collected, tmp_path, monkeypatch):
        monkeypatch.setattr(unpacking, "_UNSUSPICIOUS", 1 << 20)
        with pytest.raises(PathError, match="unpacks to more than a class hands in"):
            collected({f"kim/{number}.py": b"\0" * (1 << 20) for number in range(3)})
        assert not (tmp_path / "submitted").exists()

    def test_a_students_bomb_hurts_nobody_else(self, collected, tmp_path, monkeypatch):
        monkeypatch.setattr(unpacking, "_UNSUSPICIOUS", 1 << 20)
        nest = zipped({"a.zip": zipped({"b.zip": zipped({"c.zip": zipped({"double.py": RIGHT})})})})
        came = collected(
            {
                "kim.zip": zipped({str(number): b"\0" * (1 << 20) for number in range(3)}),
                "lee.zip": zipped({"double.py": RIGHT}),
                "nest.zip": nest,
                "park.zip": b"PK\3\4 cut short",
                "yun/data": os.urandom(100 << 10),
            }
        )
        assert reasons(came) == {
            ("hw.zip/kim.zip", "bomb"),
            ("hw.zip/nest/a/b/c.zip", "bomb"),
            ("hw.zip/park.zip", "damaged"),
        }
        assert tree(tmp_path / "submitted") == ["lee/basics/double.py", "yun/basics/data"]

    def test_more_files_than_a_class_hands_in_are_refused(self, collected, monkeypatch):
        monkeypatch.setattr(unpacking, "MAX_FILES", 20)
        with pytest.raises(PathError, match="20 files"):
            collected({f"kim/{number}.py": RIGHT for number in range(21)})

    @pytest.mark.parametrize(
        "data",
        [
            b"",
            b"hello",
            b"PK\5\6" + b"\0" * 18 + b"x",
            b"\x1f\x8b\x08\0",
            zipped({"a": "b"})[:40],
            b"BZh9",
        ],
        ids=["empty", "text", "no list", "gzip", "cut", "bzip2"],
    )
    def test_what_is_no_archive_is_refused_in_one_sentence(self, collected, data):
        with pytest.raises(PathError, match=r"hw\.zip (is damaged|holds no files)"):
            collected(data)

    def test_a_header_of_a_tar_that_asks_for_memory_is_not_believed(self, collected):
        info = tarfile.TarInfo("x")
        info.type, info.size = tarfile.XHDTYPE, 4 << 30
        with pytest.raises(PathError, match="larger than any name"):
            collected(info.tobuf(tarfile.USTAR_FORMAT) + b"\0" * 1024, name="hw.tar")

    def test_what_has_a_password_is_listed(self, collected):
        data = zipped({"kim/double.py": RIGHT, "lee/double.py": RIGHT})
        data = data.replace(b"PK\1\2\x14\x03\x14\0\0\0", b"PK\1\2\x14\x03\x14\0\1\0", 1)
        assert reasons(collected(data)) == {("hw.zip/kim/double.py", "encrypted")}

    def test_a_gradescope_list_that_multiplies_is_refused(self, collected):
        files = {
            "e/submission_metadata.yml": "a: &a [x]\nb: [*a, *a]\n",
            "e/submission_1/double.py": RIGHT,
        }
        with pytest.raises(PathError, match="is no list of who handed in"):
            collected(files)
