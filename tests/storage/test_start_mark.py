"""The mark of a start that has not reached its window."""

from reportdesk.storage.start_mark import StartMark


def started(folder, reached):
    mark = StartMark(folder)
    mark.set()
    if reached:
        mark.clear()
    return mark.failed_before


def test_a_start_that_failed_is_known_to_the_next_alone(tmp_path):
    folder = tmp_path / "data"
    assert [started(folder, reached) for reached in (True, False, True, True)] == [
        False,
        False,
        True,
        False,
    ]


def test_a_folder_that_cannot_be_made_is_no_reason_to_stop(tmp_path):
    (tmp_path / "data").write_text("a file", "utf-8")
    assert not started(tmp_path / "data", True)
