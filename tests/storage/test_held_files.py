"""Files that others hold, locks, and what saves that died leave behind."""

import errno
import os
import threading

import pytest

from reportdesk.core.errors import ConflictError, SaveError
from reportdesk.storage import locks
from reportdesk.storage.atomic import save
from reportdesk.storage.disk import DISK, Disk
from reportdesk.storage.files import digest_of
from reportdesk.storage.side_files import lock_beside, sweep, temp_beside

OLD, NEW = b"old " * 5000, b"new! " * 5000


@pytest.fixture
def path(tmp_path):
    (tmp_path / "folder").mkdir()
    path = tmp_path / "folder" / "draft.yaml"
    path.write_bytes(OLD)
    return path


class Held(Disk):
    """A disk of Windows on which another program holds the target for some tries."""

    def __init__(self, tries):
        self.tries, self.waited = tries, 0.0

    def replace(self, source, target):
        self.hold()
        super().replace(source, target)

    def hold(self):
        self.tries -= 1
        if self.tries >= 0:
            error = PermissionError(errno.EACCES, "The process cannot access the file")
            error.winerror = 32
            raise error

    def wait(self, seconds):
        self.waited += seconds


def test_a_file_that_is_held_for_a_moment_is_tried_again(path):
    save(path, NEW, None, disk=Held(3))
    assert path.read_bytes() == NEW


def test_a_file_that_stays_held_is_told_after_three_seconds(path):
    disk = Held(99)
    with pytest.raises(SaveError, match="is it open in Word"):
        save(path, NEW, None, disk=disk)
    assert 2 < disk.waited <= 3
    assert path.read_bytes() == OLD


@pytest.mark.parametrize("call", ["read", "open_lock"])
def test_whatever_is_held_for_a_moment_is_tried_again(path, call):
    class Elsewhere(Held):
        def replace(self, source, target):
            Disk.replace(self, source, target)

    def held(self, asked):
        if asked.suffix != ".reportdesk-tmp":
            self.hold()
        return getattr(Disk, call)(self, asked)

    setattr(Elsewhere, call, held)
    save(path, NEW, None, disk=Elsewhere(3))
    assert path.read_bytes() == NEW


def test_a_lock_that_is_held_for_a_moment_is_waited_for(path):
    class Busy(Disk):
        tries = 3

        def lock(self, handle):
            self.tries -= 1
            return self.tries < 0 and super().lock(handle)

    save(path, NEW, None, disk=Busy())
    assert path.read_bytes() == NEW


def test_a_lock_that_stays_held_is_told(path, monkeypatch):
    class Locked(Disk):
        def lock(self, handle):
            return False

    monkeypatch.setattr(locks, "_PATIENCE", 0.05)
    with pytest.raises(SaveError, match="another program is saving this file"):
        save(path, NEW, None, disk=Locked())
    assert path.read_bytes() == OLD


def test_a_folder_without_locks_is_told(path):
    class Lockless(Disk):
        def lock(self, handle):
            raise OSError(errno.ENOLCK, "No locks available")

    with pytest.raises(SaveError, match="this folder cannot lock files"):
        save(path, NEW, None, disk=Lockless())


def test_a_lock_left_by_the_dead_does_not_block(path):
    lock_beside(path).touch()
    assert save(path, NEW, digest_of(OLD)) == digest_of(NEW)


def test_a_lock_that_another_holds_is_not_swept(path):
    class Locked(Disk):
        def lock(self, handle):
            return False

    lock_beside(path).touch()
    assert sweep(path.parent, older=-1, disk=Locked()) == ()
    assert lock_beside(path).exists()


def test_only_old_files_of_ours_are_swept(path):
    old = [temp_beside(path, "0" * 16), lock_beside(path)]
    young = temp_beside(path, "1" * 16)
    others = [path, path.parent / ".draft.yaml.tmp", path.parent / "~$draft.docx"]
    for file in (*old, young, *others):
        file.write_bytes(OLD)
        os.utime(file, (0, 0))
    os.utime(young)
    assert sorted(sweep(path.parent)) == sorted(old)
    assert sorted(path.parent.iterdir()) == sorted([young, *others])


def test_a_folder_that_cannot_be_listed_has_nothing_to_sweep(tmp_path):
    assert sweep(tmp_path / "gone") == ()


def test_a_new_file_does_not_take_an_old_one_s_name(path):
    path.write_bytes(b"old")
    with pytest.raises(ConflictError, match="there is a file of this name already"):
        save(path, b"new", "")
    assert path.read_bytes() == b"old"


def test_a_file_that_is_held_keeps_no_other_from_being_saved(path):
    other = path.with_name("other.yaml")
    saving = threading.Thread(target=save, args=(other, NEW, None), daemon=True)
    with locks.commit_lock(path, path, DISK):
        saving.start()
        saving.join(20)
        assert other.read_bytes() == NEW


def test_two_threads_save_one_file_one_after_the_other(path):
    saving = threading.Thread(target=save, args=(path, NEW, None), daemon=True)
    with locks.commit_lock(path, path, DISK):
        saving.start()
        saving.join(0.2)
        assert path.read_bytes() == OLD
    saving.join(20)
    assert path.read_bytes() == NEW
