"""A save is whole or not at all, whatever fails at whichever call."""

import errno
import os
import stat
import sys

import pytest

from reportdesk.core.errors import ConflictError, SaveError
from reportdesk.storage.atomic import save
from reportdesk.storage.disk import Disk
from reportdesk.storage.files import digest_of
from reportdesk.storage.side_files import sweep

OLD, NEW = b"old " * 5000, b"new! " * 5000
CALLS = ["create", "write", "sync", "close", "read", "state", "set_mode", "replace", "remove"]
CALLS += ["open_lock", "lock", "same_file", "sync_folder"]
LINUX = pytest.mark.skipif(sys.platform == "win32", reason="needs rights and links of Unix")


class Troubled(Disk):
    """The real disk, but at one call the trouble comes instead."""

    def __init__(self, at, trouble):
        self.at, self.trouble, self.calls = at, trouble, []


def _troubled(name):
    def call(self, *arguments):
        self.calls.append(name)
        if len(self.calls) == self.at:
            return self.trouble()
        return getattr(Disk, name)(self, *arguments)

    return call


for _name in CALLS:
    setattr(Troubled, _name, _troubled(_name))


def failing(code):
    def fail():
        raise OSError(code, os.strerror(code))

    return fail


def count_calls(tmp_path):
    path, disk = tmp_path / "count.yaml", Troubled(0, None)
    path.write_bytes(OLD)
    save(path, NEW, digest_of(OLD), disk=disk)
    return len(disk.calls)


@pytest.fixture
def path(tmp_path):
    (tmp_path / "folder").mkdir()
    path = tmp_path / "folder" / "draft.yaml"
    path.write_bytes(OLD)
    return path


def test_a_saved_file_holds_the_bytes_and_nothing_else_is_there(path):
    assert save(path, NEW, digest_of(OLD)) == digest_of(NEW)
    assert path.read_bytes() == NEW
    assert [entry.name for entry in path.parent.iterdir()] == ["draft.yaml"]


@pytest.mark.parametrize("code", [errno.EIO, errno.ENOSPC, errno.EACCES, errno.EROFS])
def test_an_error_at_any_call_leaves_the_old_or_the_new_file_and_says_so(tmp_path, path, code):
    for at in range(1, count_calls(tmp_path) + 1):
        path.write_bytes(OLD)
        disk = Troubled(at, failing(code))
        code_told, said = outcome(path, disk)
        assert path.read_bytes() == (NEW if code_told in ("", "unconfirmed") else OLD), disk.calls
        assert not code_told or said.startswith(str(path))


def outcome(path, disk):
    """Return the code and words of what kept the file from being saved, empty if nothing did."""
    try:
        save(path, NEW, digest_of(OLD), disk=disk)
    except SaveError as error:
        return error.problems[0].code, str(error)
    return "", ""


@LINUX
def test_death_at_any_call_leaves_the_old_or_the_new_file(tmp_path, path):
    for at in range(1, count_calls(tmp_path) + 1):
        path.write_bytes(OLD)
        child = os.fork()
        if not child:
            save(path, NEW, digest_of(OLD), disk=Troubled(at, lambda: os._exit(9)))
            os._exit(0)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9
        assert path.read_bytes() in (OLD, NEW)
        assert save(path, NEW, None) == digest_of(NEW)
    sweep(path.parent, older=-1)
    assert [entry.name for entry in path.parent.iterdir()] == ["draft.yaml"]


def test_short_writes_are_taken_up_where_they_end(path):
    class Slow(Disk):
        def write(self, handle, data):
            return super().write(handle, data[:777])

    save(path, NEW, None, disk=Slow())
    assert path.read_bytes() == NEW


def test_bytes_that_come_back_other_than_written_are_not_saved(path):
    class Rotten(Disk):
        def read(self, path):
            return super().read(path).replace(b"new!", b"nex!")

    with pytest.raises(SaveError, match="gave back other bytes"):
        save(path, NEW, None, disk=Rotten())
    assert path.read_bytes() == OLD


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda path: path.write_bytes(b"theirs"), digest_of(OLD)),
        (lambda path: path.write_bytes(OLD[:-1] + b"x"), digest_of(OLD)),
        (lambda path: path.unlink(), digest_of(OLD)),
    ],
)
def test_another_s_change_is_not_overwritten(path, change, expected):
    state = path.stat()
    change(path)
    if path.exists():
        os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))
    now = path.read_bytes() if path.exists() else None
    with pytest.raises(ConflictError, match=r"draft\.yaml: not saved: .* since you opened it"):
        save(path, NEW, expected)
    assert (path.read_bytes() if path.exists() else None) == now


def test_who_saved_the_same_is_not_in_conflict(path):
    path.write_bytes(NEW)
    assert save(path, NEW, digest_of(OLD)) == digest_of(NEW)


def test_the_replaced_version_is_given_to_be_kept(path):
    kept = []
    save(path, NEW, None, keep=lambda target, data: kept.append((target, data)))
    assert kept == [(path, OLD)]


@LINUX
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664])
def test_a_file_keeps_its_rights(path, mode):
    path.chmod(mode)
    save(path, NEW, None)
    assert stat.S_IMODE(path.stat().st_mode) == mode


@LINUX
def test_a_private_file_is_its_owner_s_alone(path):
    path.chmod(0o664)
    save(path, NEW, None, private=True)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@LINUX
def test_a_new_file_has_the_rights_that_the_system_gives(tmp_path):
    (tmp_path / "other").touch()
    save(tmp_path / "new", NEW, "")
    assert (tmp_path / "new").stat().st_mode == (tmp_path / "other").stat().st_mode


@LINUX
def test_a_link_is_followed(path, tmp_path):
    link = tmp_path / "link.yaml"
    link.symlink_to(path)
    save(link, NEW, digest_of(OLD))
    assert link.is_symlink()
    assert path.read_bytes() == NEW


def _folder(folder):
    (folder / "target").mkdir()


def _pipe(folder):
    os.mkfifo(folder / "target")


def _read_only(folder):
    (folder / "target").write_bytes(OLD)
    (folder / "target").chmod(0o444)


def _loop(folder):
    (folder / "target").symlink_to(folder / "target")


@LINUX
@pytest.mark.parametrize(
    ("make", "name", "said"),
    [
        (_folder, "target", "this is a folder"),
        (_pipe, "target", "this is not a file"),
        (_read_only, "target", "it is marked read-only"),
        (_loop, "target", "not saved: "),
        (lambda folder: None, "gone/target", "the folder does not exist"),
        (_read_only, "target/below", "the folder does not exist"),
        (lambda folder: None, "nul\0l", "not saved: "),
        (lambda folder: None, "x" * 256, "the name is too long"),
        (lambda folder: None, "nul.docx", "nul is what Windows calls a device"),
        (lambda folder: None, "a:b.docx", "a name cannot hold :"),
        (lambda folder: None, "target.", "a name cannot end in a space or full stop"),
        (
            lambda folder: (folder / "target").symlink_to("/dev/full"),
            "target",
            "this is not a file",
        ),
    ],
)
def test_what_cannot_be_saved_to_is_told_with_its_name(tmp_path, make, name, said):
    make(tmp_path)
    with pytest.raises(SaveError, match=said) as caught:
        save(tmp_path / name, NEW, None)
    assert str(caught.value).startswith(str(tmp_path))


@pytest.mark.parametrize("name", ["x" * 255, "é" * 127, "a b – “c”.yaml", "-rf", "#x#"])
def test_any_name_that_the_disk_takes_can_be_saved_to(tmp_path, name):
    save(tmp_path / name, NEW, "")
    assert (tmp_path / name).read_bytes() == NEW


@LINUX
def test_a_file_size_limit_leaves_the_old_file(path):
    import resource

    child = os.fork()
    if not child:
        resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, 10_000))
        try:
            save(path, NEW, None)
        except SaveError as error:
            os._exit(0 if "takes no file of this size" in str(error) else 2)
        os._exit(1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert path.read_bytes() == OLD


def test_a_power_cut_cannot_undo_what_was_said_to_be_saved(tmp_path):
    """The bytes are safe before the name is, and the name before anybody is told."""
    path, disk = tmp_path / "draft.yaml", Troubled(0, None)
    path.write_bytes(OLD)
    save(path, NEW, digest_of(OLD), disk=disk)
    calls = disk.calls
    replaced = calls.index("replace")
    assert max(at for at, call in enumerate(calls[:replaced]) if call == "write") < calls.index(
        "sync"
    )
    assert calls.index("sync") < replaced < calls.index("sync_folder", replaced)


@LINUX
def test_a_file_that_has_such_a_name_already_is_saved(tmp_path):
    path = tmp_path / "why?.yaml"
    path.write_bytes(b"old")
    save(path, b"new", None)
    assert path.read_bytes() == b"new"
