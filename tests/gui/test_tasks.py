"""Work on the worker's thread comes home, and none is begun once the program ends."""

from reportdesk.gui.tasks import Task, TaskRunner


def test_a_result_comes_home(qtbot, tasks):
    got = []
    tasks.run(Task(lambda: 7, got.append, got.append))
    qtbot.waitUntil(lambda: got == [7])


def test_no_result_comes_home_while_the_task_is_being_started(qtbot, tasks):
    got = []
    for _each in range(50):
        tasks.run(Task(lambda: 7, got.append, got.append))
    assert got == []


def test_after_the_end_nothing_is_begun(qapp):
    runner, got = TaskRunner(), []
    runner.close()
    assert runner.run(Task(lambda: 7, got.append, got.append)).cancelled()
