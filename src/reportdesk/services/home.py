"""The officer's own corner: settings, recent drafts, recovery, and what is shipped beside."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from reportdesk.services.people import AddressBook
from reportdesk.services.recents import Recents
from reportdesk.services.recovery import Safekeeper
from reportdesk.services.settings import SettingsFile
from reportdesk.storage.crash_log import CrashLog
from reportdesk.storage.export_log import ExportLog
from reportdesk.storage.places import Places, find_places
from reportdesk.storage.side_files import sweep
from reportdesk.storage.start_mark import StartMark


@dataclass(frozen=True, slots=True)
class Home:
    """What the window needs beyond the desk.

    Attributes:
        exports: which files were exported, and what was in them.
        backups: folder of earlier versions.
        resources: shipped pictures, icons and words.
        guide: the shipped user guide.
        words: the officer's own list of words for the spelling.
        people: whom earlier drafts named.
        starting: whether the start before this one reached its window.
    """

    settings: SettingsFile
    recents: Recents
    keeper: Safekeeper
    crashes: CrashLog
    exports: ExportLog
    backups: Path
    resources: Path
    guide: Path
    words: Path
    people: AddressBook
    starting: StartMark


def tidy(home: Home) -> None:
    """Remove what saves that died left in the officer's corner and beside recent drafts.

    Such files hold text that nobody means to keep. Any thread may do it.
    """
    data = home.backups.parent
    beside = {draft.parent for draft in home.recents.paths()}
    for folder in (data, data / "recovery", home.settings.folder, *sorted(beside)):
        sweep(folder)


def open_home(places: Places | None = None) -> Home:
    """Return the officer's corner by the custom of the system; only settings are read yet."""
    known = places or find_places()
    return Home(
        settings=SettingsFile(known.settings),
        recents=Recents(known.data),
        keeper=Safekeeper(known.data / "recovery"),
        crashes=CrashLog(known.data / "crashes"),
        exports=ExportLog(known.data),
        backups=known.data / "backups",
        resources=known.resources,
        guide=known.resources.parent / "docs" / "guide",
        words=known.data / "words.txt",
        people=AddressBook(known.data),
        starting=StartMark(known.data),
    )
