"""Everything on screen can be translated: no text is shown that a translator is not given."""

import ast
import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src/reportdesk"
PASSED = {"_": 1, "plural": 2}
EXTRACT = ("--language=Python", "--from-code=UTF-8", "--keyword=plural:1,2", "--output=-")
SHOWN = re.compile(r"[^\W\d_]{2}")  # a word: marks, numbers and braces are the same everywhere
PROSE = re.compile(r"[^\W\d_]{2,}[ ,…]+[^\W\d_]|[^\W\d_]…")
TELLS = {
    "QAction", "QCheckBox", "QGroupBox", "QLabel", "QProgressDialog", "QPushButton", "QRadioButton",
    "QToolBar", "addAction", "addButton", "addItem", "addItems", "addMenu", "addRow", "addTab",
    "addWidget", "getOpenFileName", "getSaveFileName", "getExistingDirectory", "print",
    "setAccessibleDescription", "setAccessibleName", "setDetailedText", "setHeaderLabels",
    "setHorizontalHeaderLabels", "setInformativeText", "setItemText", "setLabelText",
    "setPlaceholderText", "setPrefix", "setStatusTip", "setSuffix", "setText", "setTitle",
    "setToolTip", "setWhatsThis", "setWindowTitle", "showMessage",
}  # fmt: skip
# Names that are the same in every language.
NAMES = {"Python", "Qt", "ReportDesk", "ReportDesk {}", "{}[*] – ReportDesk"}
# Modules whose prose is none: style sheets, and families of typefaces.
NOT_SHOWN = {"gui/preview/looks.py", "gui/sheet.py", "gui/theme.py"}


def parsed() -> list[tuple[str, ast.Module]]:
    files = sorted(SOURCE.rglob("*.py"))
    return [
        (path.relative_to(SOURCE).as_posix(), ast.parse(path.read_text("utf-8"))) for path in files
    ]


def called(node: ast.AST) -> str:
    function = getattr(node, "func", None)
    return getattr(function, "attr", getattr(function, "id", ""))


def literal(node: ast.AST) -> str | None:
    """Return the text that stands there as it is, with {} for what is filled in."""
    if isinstance(node, ast.JoinedStr):
        return "".join(
            str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values
        )
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def not_to_be_found(tree: ast.AST) -> list[int]:
    """Return the lines where a text is translated that no translator is given."""
    return [
        call.lineno
        for call in ast.walk(tree)
        if isinstance(call, ast.Call) and called(call) in PASSED
        for text in call.args[: PASSED[called(call)]]
        if not isinstance(text, ast.Constant)
    ] + [
        call.lineno
        for text in ast.walk(tree)
        if isinstance(text, ast.JoinedStr)
        for call in ast.walk(text)
        if called(call) in PASSED
    ]


def told_untranslated(tree: ast.AST) -> list[tuple[int, str]]:
    """Return the texts that a widget, a problem or the terminal is given as they stand."""
    return [
        (call.lineno, text)
        for call in ast.walk(tree)
        if isinstance(call, ast.Call)
        for given in told(call)
        if (text := literal(given)) and SHOWN.search(text) and text not in NAMES
    ]


def told(call: ast.Call) -> list[ast.expr]:
    name = called(call)
    texts = list(call.args) if name in TELLS else []
    if name == "Problem" or (name == "of" and "Error" in ast.unparse(call.func)):
        texts = [*call.args[1:3], *(word.value for word in call.keywords if word.arg != "place")]
    return texts + [item for one in texts if isinstance(one, ast.List) for item in one.elts]


def prose(tree: ast.AST) -> list[tuple[int, str]]:
    """Return the texts of several words that are not passed on to be translated."""
    fine = {id(part) for node in ast.walk(tree) if spoken(node) for part in ast.walk(node)}
    return [
        (node.lineno, node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and id(node) not in fine
        and PROSE.search(node.value)
    ]


def spoken(node: ast.AST) -> bool:
    """Whether the texts in it are translated, or are only for those who read the code."""
    documents = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    return documents or (isinstance(node, ast.Call) and called(node) in PASSED)


def test_each_text_is_written_where_it_is_translated():
    """Else the extraction does not find it: no variable, nothing in or made by an f-string."""
    found = [(name, not_to_be_found(tree)) for name, tree in parsed() if name != "core/i18n.py"]
    assert [(name, lines) for name, lines in found if lines] == []


def counting(tree: ast.AST) -> list[int]:
    """Return the lines where a count is told without asking for the form that suits it."""
    return [
        call.lineno
        for call in ast.walk(tree)
        if isinstance(call, ast.Call) and called(call) == "_"
        if re.search(r"\{count(:,)?\} (?!of\b)[a-z]", text := literal(call.args[0]) or "")
        if "{most" not in text  # a count beyond a limit is never one
    ]


def straight(tree: ast.AST) -> list[int]:
    """Return the lines of texts with a typewriter's apostrophe."""
    return [
        call.lineno
        for call in ast.walk(tree)
        if isinstance(call, ast.Call) and called(call) in PASSED
        if any(re.search(r"\w'\w", literal(text) or "") for text in call.args)
    ]


def test_apostrophes_are_typeset_as_quotation_marks_are():
    found = [(name, straight(tree)) for name, tree in parsed()]
    assert [(name, lines) for name, lines in found if lines] == []
    assert straight(ast.parse('_("the letter\'s wording")')) == [1]


def test_a_count_is_told_in_the_form_that_suits_it():
    found = [(name, counting(tree)) for name, tree in parsed()]
    assert [(name, lines) for name, lines in found if lines] == []
    assert counting(ast.parse("_('{count} points')")) == [1]


def test_nothing_is_told_untranslated():
    found = [(name, told_untranslated(tree)) for name, tree in parsed()]
    assert [(name, texts) for name, texts in found if texts] == []


def test_the_screen_and_the_shell_hold_no_prose_of_their_own():
    rooms = [(name, tree) for name, tree in parsed() if name.startswith(("gui/", "cli"))]
    found = [(name, prose(tree)) for name, tree in rooms if name not in NOT_SHOWN]
    assert [(name, texts) for name, texts in found if texts] == []


@pytest.mark.parametrize(
    "source",
    [
        "_(message)",
        "_(f'{count} rows')",
        "_('one' + name)",
        "plural(one, 'many', count)",
        "f'{mark} {_(\"done\")}'",
        "label.setText('Saved')",
        "label.setText(f'{count} rows')",
        "QLabel('Saved', parent)",
        "table.setHorizontalHeaderLabels(['Part', _('Version')])",
        "print('stopped')",
        "Problem('code', 'it is missing')",
        "Problem('code', _('it is missing'), fix='add it')",
        "ExportError.of('code', 'it is missing')",
        "say('It is saved')",
        "state = 'Working…'",
    ],
)
def test_an_untranslated_text_is_seen(source):
    tree = ast.parse(source)
    assert not_to_be_found(tree) or told_untranslated(tree) or prose(tree)


@pytest.mark.parametrize(
    "source",
    [
        "label.setText(_('It is saved'))",
        "label.setText('✓')",
        "label.setText(f'{name} {version}')",
        "action.setObjectName('toolbar')",
        "plural('{count} row', '{count} rows', count)",
        "Problem('not-found', _('it is missing'), place=Place(path))",
        "def f():\n    '''Return what is said.'''",
    ],
)
def test_a_translated_text_is_left_alone(source):
    tree = ast.parse(source)
    assert [*not_to_be_found(tree), *told_untranslated(tree), *prose(tree)] == []


@pytest.mark.skipif(not shutil.which("xgettext"), reason="GNU gettext is not installed")
def test_the_extraction_finds_every_text():
    files = [str(path.relative_to(ROOT)) for path in sorted(SOURCE.rglob("*.py"))]
    done = subprocess.run(
        ["xgettext", *EXTRACT, *files], cwd=ROOT, capture_output=True, check=True, encoding="utf-8"
    )
    entries = re.findall(r'^msgid ((?:".*"\n)+)', done.stdout, re.MULTILINE)
    found = {ast.literal_eval(f"({entry})") for entry in entries} - {""}
    given = {
        literal(call.args[0])
        for name, tree in parsed()
        if name != "core/i18n.py"
        for call in ast.walk(tree)
        if isinstance(call, ast.Call) and called(call) in PASSED
    }
    assert given - found == set()
    assert done.stderr == ""
