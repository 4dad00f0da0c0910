"""Every attack: what it does to a careless grader, and what its honest part earns here.

What an attack tries is the first line of its own file, or of the function that builds it.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass
from pathlib import Path

from tests.attacks import files, pages

__all__ = ["ATTACKS", "FAMILIES", "HARMS", "PAGE_ATTACKS", "PAGE_FAMILIES", "Attack", "PageAttack"]

SUBMISSIONS = Path(__file__).parent / "submissions"

HARMS = {
    "points": "gets points for a wrong answer",
    "others": "costs others their grades, or ends or stops the grader",
    "leak": "is shown a secret",
    "left": "leaves something behind, or reaches something outside",
    "flood": "makes a report of megabytes",
    "shown": "has a page obey it",
    "table": "has a table obey it",
    "served": "is served by the teacher's web server",
}

FAMILIES = {
    "patching": "changing what grades",
    "finding": "finding what is not to be seen",
    "faking": "answers that are none",
    "door": "the pipe between the two sides",
    "judging": "work for whoever judges",
    "exits": "ending, stopping, hanging",
    "frozen": "time that is not charged",
    "floods": "using up what there is",
    "persistence": "staying, and reaching others",
    "notes": "notes between forks",
    "network": "the network, loopback only",
    "files": "what is handed in",
    "shown": "what people look at",
}


@dataclass(frozen=True)
class Attack:
    """One attack.

    Attributes:
        family: of `FAMILIES`.
        name: of its file, or of the function that builds it.
        harm: what it does to the careless grader, of `HARMS`; empty where it does none.
        why: the reason for that.
        double: the most that it may earn in the exercise that it attacks.
        counter: what its honest other exercise earns; None where it may spoil that for itself.
        steady: whether what is shown of it is the same each time.
        outer: whether bubblewrap alone holds it too.
        namespaces: whether it is held by namespaces alone, where they can be made.
    """

    family: str
    name: str
    harm: str
    why: str = ""
    double: int = 0
    counter: int | None = 6
    steady: bool = True
    outer: bool = True
    namespaces: bool = False

    @property
    def id(self) -> str:
        """Family and name."""
        return f"{self.family}/{self.name}"

    @property
    def path(self) -> Path | None:
        """Its file; None where it has to be built."""
        return None if self.family == "files" else SUBMISSIONS / self.family / f"{self.name}.py"

    @property
    def text(self) -> str:
        """What it tries."""
        if self.path is None:
            return (files.ATTACKS[self.name].__doc__ or "").strip()
        docstring = ast.get_docstring(ast.parse(self.path.read_text(encoding="utf-8")))
        return (docstring or "").splitlines()[0]

    @property
    def needs_notebook(self) -> bool:
        """Whether it attacks IPython, or is a notebook itself."""
        return "ipython" in self.source.lower() or self.name.startswith("notebook_")

    @property
    def source(self) -> str:
        """Its text; empty where it has to be built."""
        return "" if self.path is None else self.path.read_text(encoding="utf-8")


_NO_DOOR = "there is no door there that could be attacked"
_TABLE: dict[str, Attack] = {}


def _add(family: str, harm: str, names: str, why: str = "", **settings: object) -> None:
    for name in names.split():
        made = Attack(family, name, harm, why, **settings)  # type: ignore[arg-type]
        assert made.id not in _TABLE
        _TABLE[made.id] = made


_add(
    "patching",
    "points",
    "numpy_comparisons numpy_conversions the_reference the_modules the_caller expected_in_place "
    "os_functions open_for_writing display_hook syntax_tree input_text shell_events at_exit",
    counter=None,
)
_add("patching", "others", "builtins small_integers", counter=None)
# Facts that are only seen can be forged: a fifth of the points, and no more.
_add("patching", "points", "driver_forges_facts", double=10)
_add("patching", "", "driver_gives_points the_codec", _NO_DOOR, counter=None)

_add("finding", "points", "frames garbage_collector closures inspection traceback tracing")
_add("finding", "points", "other_threads")
_add("finding", "points", "course_files home mapped_file imports gradebook")
_add("finding", "points", "environment stack_memory own_memory inherited_descriptors")
_add("finding", "points", "other_processes")
_add("finding", "points", "debugger", outer=False)
_add("finding", "others", "core_dump")
_add("finding", "leak", "hidden_inputs hidden_inputs_as_keys")
_add("finding", "points", "hidden_inputs_as_factor hidden_inputs_as_offset", double=8)

_add(
    "faking",
    "points",
    "always_equal reflects equal_float equal_int equal_text equal_list equal_array array_ufunc "
    "object_array not_a_number no_entries masked hostile_attributes hostile_reduce lying_type "
    "numpy_scalar",
)
_add("faking", "", "structured_array", "the comparison there fails too")
_add("faking", "", "endless_axes", "nothing is made of it there")
_add("faking", "", "chained_errors", "a long traceback, and no more")
_add(
    "faking",
    "",
    "changes_while_read",
    "whether the answer is caught while it changes is chance there",
    steady=False,
    counter=None,
)
_add(
    "faking",
    "others",
    "endless_strides negative_strides cyclic large_integer surrogates hostile_repr "
    "base_exception keyboard_interrupt message_that_raises message_without_end",
)
_add("faking", "others", "deep wide long_message", steady=False, outer=False)

_add(
    "door",
    "",
    "half_a_message huge_length two_answers forged_fields pickled closed_pipe "
    "slow_drip garbage forged_error",
    _NO_DOOR,
)
_add(
    "door",
    "",
    "answers_ahead late_thread steals_questions held_open fills_the_grader many_small_values",
    _NO_DOOR,
    counter=None,
    steady=False,
)
_add("door", "", "forged_reason", _NO_DOOR, counter=None, steady=False, double=6)
_add("door", "points", "flags", outer=False)

_add(
    "judging",
    "others",
    "a_huge_text many_arrays a_huge_array truth_values complex_numbers combining_marks "
    "rows_of_the_input",
)
_add("judging", "flood", "one_long_text many_texts many_keys a_ragged_list bushes large_integers")
_add("judging", "", "dicts_of_nothing arrays_of_nothing", "answers are walked through once there")

_add(
    "exits",
    "others",
    "exit_at_once sys_exit abort segmentation_fault ignores_signals catches_everything sleeps "
    "deadlock ends_its_thread stack_overflow",
)
_add("exits", "others", "exit_while_loading alarm", counter=None, steady=False)
_add("exits", "others", "kills_itself stops_itself", outer=False)

_add(
    "frozen",
    "others",
    "own_threads_keep_it_waiting sleeps_and_burns idle_until_asked_again "
    "interrupts_are_slept_through",
    counter=None,
    steady=False,
)
_add(
    "frozen",
    "",
    "answers_just_in_time",
    "the grader there has time for that",
    counter=None,
    steady=False,
)

_add("floods", "others", "recursion", outer=False, steady=False)
_add("floods", "others", "memory", outer=False, counter=None, steady=False)
# It takes what it gets, and answers rightly.
_add("floods", "others", "memory_in_one_piece", outer=False, steady=False, double=10)
_add("floods", "others", "displays", counter=None)
_add("floods", "others", "disk files threads", outer=False, counter=None, steady=False, double=10)
_add("floods", "others", "moving_folders", outer=False, counter=None, steady=False, double=10)
_add(
    "floods",
    "",
    "folders deep_folders closed_folders",
    "the grader there does not count what is written",
    outer=False,
    counter=None,
    steady=False,
    double=10,
)
_add("floods", "flood", "output output_below_python")
_add("floods", "left", "processes programs", outer=False)
_add("floods", "others", "loop_in_c large_power regular_expression loads_for_ever", steady=False)

_add("persistence", "left", "shared_memory")
_add("persistence", "left", "ends_the_bystander")
_add("persistence", "left", "daemon notes system_v posix_ipc", outer=False)
_add("persistence", "others", "the_package")
_add("persistence", "points", "abstract_socket locks memory_file", outer=False)
_add("persistence", "others", "ends_the_parent stops_the_parent", outer=False)
_add("persistence", "others", "the_interpreter the_loop the_environment", counter=None)
_add("persistence", "others", "a_later_thread")
_add("persistence", "others", "a_timer", counter=None, steady=False)
_add(
    "persistence",
    "",
    "unlinked_files",
    "the room is free again as soon as the process is over",
    outer=False,
)

_add(
    "notes",
    "points",
    "pages_that_are_cached pages_that_are_dropped pages_in_memory "
    "faults_that_are_counted names_that_are_cached advice_about_pages futex_on_a_library "
    "locks_on_a_library records_of_a_library notices_of_a_folder notices_of_opening "
    "processor_time_of_others sessions_of_others limits_of_the_parent "
    "priority_of_the_parent load_of_the_machine room_on_the_disk numbers_of_pipes "
    "flags_of_standard_error key_in_a_ring",
    outer=False,
)
_add("notes", "points", "sizes_in_proc the_rest_of_the_system", outer=False, namespaces=True)
_add("notes", "", "pages_that_are_counted", "older systems cannot do that there", outer=False)
_add("notes", "points", "standard_error_again")
_add("notes", "points", "sizes_and_times", namespaces=True)

_add("network", "left", "tcp udp unix_socket abstract_unix_socket name_service web")
_add("network", "points", "server raw netlink", outer=False)

_add("files", "leak", "link_to_the_secret", counter=None)
_add(
    "files",
    "points",
    "link_to_the_reference link_to_a_classmate link_as_folder link_as_student module_of_the_grader "
    "name_of_a_classmate",
    counter=None,
)
_add(
    "files",
    "others",
    "link_to_itself link_to_a_device pipe socket_file folder_as_file endless_file no_text",
)
_add("files", "others", "name_that_is_no_text", counter=None)
_add("files", "", "null_bytes", "Python refuses it there too")
_add("files", "", "another_encoding", "a text is not decoded twice there either")
_add("files", "", "many_files", "the grader there does not look at them")
_add("files", "", "course_of_its_own", "the grader there looks for no course")
_add(
    "files",
    "table",
    "name_with_a_newline name_with_escapes name_that_turns name_as_a_formula name_as_markup",
    counter=None,
)
_add(
    "files",
    "",
    "name_as_an_option name_with_dots",
    "no command and no path is made of a name there",
)
_add("files", "", "name_of_a_device", "no file of that system is there", counter=None)
_add(
    "files",
    "points",
    "notebook_altered_check notebook_duplicated_check notebook_moved_check "
    "notebook_relabelled_check notebook_deleted_check notebook_faked_output "
    "notebook_faked_points notebook_faked_tags",
)
_add(
    "files",
    "others",
    "notebook_cells_that_are_none notebook_deeply_nested notebook_of_nothing notebook_not_json "
    "notebook_another_encoding notebook_packed",
    counter=0,
)
# What a notebook says of its format is not read, so that the honest answer in it counts here.
_add("files", "others", "notebook_large_numbers", double=10, counter=None)
_add("files", "", "notebook_sources_that_are_none", "its keys are run there", counter=0)
_add("files", "", "notebook_many_cells", "it takes a while there, and no more", counter=0)
_add("files", "", "notebook_surrogates", "Python refuses it there too", counter=None)
_add("files", "", "notebook_keys_twice", "there is one reader there, and it takes the last")
_add("files", "", "notebook_long_lines", "it is short enough for the grader there")

_add("shown", "shown", "script markup_displayed terminal directions mathematics keys long_lines")
_add("shown", "shown", "a_report_of_its_own position")
_add("shown", "table", "formula")

ATTACKS = list(_TABLE.values())


# Against whoever looks at the feedback: no layer of the sandbox has anything to do with it.

PAGE_FAMILIES = {
    "pages": "pages that somebody looks at",
    "companions": "files beside the notebook",
}


@dataclass(frozen=True)
class PageAttack:
    """An attack in the text of a notebook, or beside it.

    Attributes:
        family: of `PAGE_FAMILIES`.
        name: of the function that builds it.
        harm: what it does where nbgrader copies and shows everything, of `HARMS`; empty where it
            does none.
        why: the reason for that.
    """

    family: str
    name: str
    harm: str
    why: str = ""

    @property
    def id(self) -> str:
        """Family and name."""
        return f"{self.family}/{self.name}"

    @property
    def build(self) -> pages.Attack:
        """The function that lays it down."""
        return (pages.PAGES if self.family == "pages" else pages.COMPANIONS)[self.name]

    @property
    def text(self) -> str:
        """What it tries."""
        return (self.build.__doc__ or "").strip()


def _of(family: str, harm: str, names: str, why: str = "") -> list[PageAttack]:
    return [PageAttack(family, name, harm, why) for name in names.split()]


PAGE_ATTACKS = [
    *_of(
        "pages",
        "shown",
        "script handler fold picture_of_a_stranger picture_that_logs_out link_beside "
        "link_to_a_script link_to_the_server page_of_data frame frame_of_text form refresh base "
        "style_sheet cover vectors attachment_of_vectors formula_that_is_none policy_of_its_own",
    ),
    *_of("pages", "others", "spaces environments_without_end formulas_without_end"),
    *_of(
        "pages",
        "",
        "bold_without_end divisions_without_end tables_in_bold brackets",
        "HTML is not made safe there, which is what takes so long",
    ),
    *_of("pages", "flood", "picture_again_and_again"),
    *_of(
        "companions",
        "served",
        "page page_of_the_course drawing program_for_browsers folder_as_page "
        "deep_folders settings_of_the_server name_that_is_markup name_that_is_no_text",
    ),
    *_of("companions", "flood", "sparse_file"),
    *_of("companions", "leak", "link_to_the_secret"),
    *_of(
        "companions",
        "others",
        "many_files link_to_a_device pipe time_stamp_that_is_a_page time_stamp_without_end",
    ),
]
