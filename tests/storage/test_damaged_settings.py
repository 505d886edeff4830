"""A settings file that is damaged in whatever way never stops the program from starting."""

import random

import pytest

from reportdesk.services.settings import SettingsFile

LONG = pytest.mark.long
SETTINGS = b"""\
text_size: '150'
theme: dark
council: Anyshire Council
contact:
  name: Sam Hill
template_folders:
- id: r1
  path: templates
"""
LAYOUT = b"width: '1280'\nheight: '800'\nmaximised: 'no'\nacross: 200 500 400\ndown: 600 100\n"


def damaged(data: bytes, dice: random.Random) -> bytes:
    """Return the bytes with some cut, doubled, changed or put in."""
    made = bytearray(data)
    for _each in range(dice.randint(1, 6)):
        at, to = sorted((dice.randint(0, len(made)), dice.randint(0, len(made))))
        deed = dice.randrange(4)
        if deed == 0:
            del made[at:to]
        elif deed == 1:
            made[at:at] = made[at:to]
        elif deed == 2 and made:
            made[min(at, len(made) - 1)] = dice.randrange(256)
        else:
            made[at:at] = dice.choice(
                [b"\0", b"\xff\xfe", b"[" * 50, b"&a ", b"!!x ", b": : ", b"\t"]
            )
    return bytes(made)


@pytest.mark.parametrize("times", [150, pytest.param(1000, marks=LONG)])
def test_the_program_starts_with_what_can_be_read(tmp_path, times):
    dice, told = random.Random(7), 0
    for at in range(times):
        folder = tmp_path / str(at)
        folder.mkdir()
        (folder / "settings.yaml").write_bytes(damaged(SETTINGS, dice))
        (folder / "layout.yaml").write_bytes(damaged(LAYOUT, dice))
        file = SettingsFile(folder)
        assert file.settings.text_size in range(50, 301)
        file.layout()
        told += bool(file.problems)
        assert file.problems or (folder / "settings.yaml").exists()
    assert told > times / 4
