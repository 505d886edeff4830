"""Drafts that cannot be read, each with what the message has to say."""

from __future__ import annotations

HEAD = "format: 1\ntemplate: england-standard\ntemplate_version: 1\nanswers:\n"
_TITLE = HEAD + "  report_title: "
_TEXT = HEAD + "  background: |\n    "
_GOOD = _TITLE + "Outcome\n"

BAD: dict[str, tuple[str | bytes, str]] = {
    "empty": ("", "holds nothing"),
    "spaces": (" \n\n", "holds nothing"),
    "binary": (bytes(range(256)) * 40, "UTF-8"),
    "cut in a text": (_TITLE + "'Outcome of the", "never closed"),
    "cut in a list": (HEAD + "  report_for: [information, dec", ":5: "),
    "cut in a name": (_GOOD + "  backgr", ":6: "),
    "UTF-16": (_GOOD.encode("utf-16"), "UTF-16"),
    "Windows letters": (_TITLE.encode() + b"Children\x92s services\n", ":5: "),
    "100 MB in a line": (_TITLE + "a" * 100_000_000, "bytes; at most"),
    "100 MB of lines": (HEAD + "  background: |\n" + "    some words\n" * 7_000_000, "at most"),
    "100,000 brackets": (_TITLE + "[" * 100_000, "levels deep"),
    "100,000 brackets closed": (_TITLE + "[" * 100_000 + "]" * 100_000, "levels deep"),
    "50,000 braces": (_TITLE + "{a: " * 50_000, "levels deep"),
    "dashes in dashes": (HEAD + "  findings:\n    " + "- " * 20_000 + "x\n", "levels deep"),
    "deep by indent": ("\n".join(" " * deep + "a:" for deep in range(2_000)), "levels deep"),
    "300,000 answers": (HEAD + "".join(f"  a{n}: b\n" for n in range(300_000)), "too many"),
    "tags": (_TITLE + "!!python/object/apply:os.system [echo]\n", "tags (!)"),
    "many tags": (HEAD + "".join(f"  a{n}: !t{n} x\n" for n in range(300)), "tags (!)"),
    "aliases": ("a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]\n", "aliases"),
    "merge keys": (HEAD + "  <<: {report_title: x}\n", "merge keys"),
    "the same answer twice": (_GOOD + "  report_title: Other\n", ":6: "),
    "a second document": (_GOOD + "---\na: b\n", "second document"),
    "a list": ("- a\n- b\n", "names"),
    "answers as a list": ("format: 1\ntemplate: england-standard\nanswers: [a]\n", "answers"),
    "no template": ("format: 1\nanswers:\n  a: b\n", "template"),
    "unknown template": (_GOOD.replace("england-st", "england-sd"), "england-standard"),
    "a path as template": (_GOOD.replace("england-standard", "../../etc"), "no template"),
    "newer template": (_GOOD.replace("_version: 1", "_version: 2"), "version 2"),
    "newer format": (_GOOD.replace("format: 1", "format: 2"), "update ReportDesk"),
    "format in words": (_GOOD.replace("format: 1", "format: one"), "whole number"),
    "control character": (_TITLE + '"a\\x07b"\n', "Title: character U+0007"),
    "raw control character": (_TITLE + "a\x07b\n", ":5: "),
    "null": (_TITLE + '"a\\0b"\n', "Title: character U+0000"),
    "half a character": (_TITLE + '"a\\ud800b"\n', ":5: "),
    "raw half a character": (_TITLE.encode() + b"a\xed\xa0\x80b\n", ":5: "),
    "no character": (_TITLE + '"a\\uffffb"\n', "Title: character U+FFFF"),
    "over 1 MB in one field": (_TEXT + "word " * 210_000, "Background: "),
    "1 MB of stars": (_TEXT + "*a* " * 240_000, "Background: "),
    "1 MB of tags": (_TEXT + "<b>" * 300_000, "Background: "),
    "1 MB of brackets": (_TEXT + "[a](" * 200_000, "Background: "),
    "1 MB of quotation signs": (_TEXT + "<" * 900_000, "Background: "),
    "1 MB of bullets": (HEAD + "  background: |\n" + "    - a\n" * 150_000, "Background: "),
    "text for a group": (HEAD + "  lead_director: Ann\n", "Director"),
    "list for a text": (HEAD + "  report_title: [a, b]\n", "Title: one text"),
    "group for a text": (HEAD + "  report_title: {a: b}\n", "Title: one text"),
    "text for rows": (HEAD + "  recommendations: agree\n", "Recommendations: a list"),
    "no date": (HEAD + "  meeting_date: soon\n", "Meeting date: "),
    "impossible date": (HEAD + "  meeting_date: 2026-02-30\n", "Meeting date: "),
    "no choice": (HEAD + "  part: secret\n", "Public or private: "),
    "no yes or no": (HEAD + "  is_key_decision: perhaps\n", ":5: "),
    "no money": (HEAD + "  finance_table:\n    - cost: cheap\n", ":6: "),
}

# What looks like harm and is only text: it has to come out as it went in.
TEXTS = {
    "tag": "{{ 9**(9**9) }} and {% for x in y %}",
    "XML": "<w:p/> & </w:t> ]]> &amp;",
    "YAML": "no: yes # & * ! | > % @",
    "tags of looks": "<b>not bold</b> **nor this**",
    "a long line": "word " * 190_000 + "end",
    "odd letters": "\u00a0\u202e\u200d👩‍👩‍👧\U0010fffd",
}
