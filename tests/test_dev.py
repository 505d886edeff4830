"""The set-up: what dev.py decides before it runs anything."""

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def dev():
    spec = importlib.util.spec_from_file_location("dev", ROOT / "dev.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_a_stamp_holds_for_the_contents_it_was_written_for(dev, tmp_path):
    stamp = dev.Stamp(tmp_path / "stamp", b"lxml==6.1.3\n")
    assert not stamp.holds()
    stamp.write()
    assert stamp.holds()


def test_a_stamp_falls_when_the_contents_change(dev, tmp_path):
    dev.Stamp(tmp_path / "stamp", b"lxml==6.1.3\n").write()
    assert not dev.Stamp(tmp_path / "stamp", b"lxml==6.1.4\n").holds()


@pytest.mark.parametrize("version", [(3, 8), (3, 10), (3, 15)])
def test_a_python_that_is_not_supported_is_told(dev, version):
    with pytest.raises(dev.Fault, match=r"Python 3\.11"):
        dev.need_python(version)


@pytest.mark.parametrize("version", [(3, 11), (3, 14)])
def test_a_supported_python_passes(dev, version):
    dev.need_python(version)


def test_a_missing_library_is_seen(dev):
    assert not dev.loads("libno-such-thing.so.7")


def test_a_font_is_found_at_any_depth(dev, tmp_path):
    assert not dev.has_font([tmp_path, tmp_path / "missing"])
    (tmp_path / "truetype" / "own").mkdir(parents=True)
    (tmp_path / "truetype" / "own" / "Own.ttf").touch()
    assert dev.has_font([tmp_path])


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a display")
@pytest.mark.parametrize(
    ("environment", "found"),
    [
        ({}, False),
        ({"DISPLAY": ""}, False),
        ({"DISPLAY": ":0"}, True),
        ({"WAYLAND_DISPLAY": "w"}, True),
    ],
)
def test_a_display_is_known_by_the_environment(dev, environment, found):
    assert dev.has_display(environment) is found


def test_without_apt_the_packages_are_named(dev, monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(dev.Fault, match="Debian calls: libgl1 libegl1"):
        dev.need_packages(["libgl1", "libegl1"], "Qt")


def test_a_command_that_fails_is_told_in_words(dev):
    with pytest.raises(dev.Fault, match="It cannot be done"):
        dev.must("It cannot be done.", sys.executable, "-c", "raise SystemExit(3)")


@pytest.mark.parametrize("arguments", [[], ["fly"]])
def test_an_unknown_command_gives_the_known_ones(arguments):
    told = subprocess.run(
        [sys.executable, ROOT / "dev.py", *arguments], capture_output=True, encoding="utf-8"
    )
    assert told.returncode == 2
    assert "{run,test,check}" in told.stderr
