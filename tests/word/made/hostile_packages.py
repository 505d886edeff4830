"""Word files that would act by themselves, that are broken, or that flood the reader."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable

from word_files import (
    SPACES,
    document,
    packed,
    paragraph,
    relations_xml,
    run,
    types_xml,
    with_relation,
    word_file,
    word_parts,
)

Parts = dict[str, bytes | str]
PNG = b"\x89PNG\r\n\x1a\n" + bytes(40)
_TYPE = "http://schemas.microsoft.com/office/2006/relationships/"


def _field(code: str) -> str:
    return paragraph(
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{code}</w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>x</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def _split_field(*codes: str) -> str:
    runs = "".join(f"<w:r><w:instrText>{code}</w:instrText></w:r>" for code in codes)
    return paragraph(
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r>{runs}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def _nested_field() -> str:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    code = "<w:r><w:instrText>{}</w:instrText></w:r>"
    inner = begin + code.format("IF 1 = 1 DDEAUTO") + end
    return paragraph(begin + inner + code.format(' c:\\x "y"') + end)


def _body(xml: str) -> bytes:
    return word_file(paragraph("x") + xml)


def _related(kind: str, target: str, content: bytes | str = "", external: bool = False) -> bytes:
    parts = with_relation(word_parts(), kind, target, external)
    return packed(parts if external else {**parts, f"word/{target}": content or "<x/>"})


def _of_root(kind: str, target: str, content: bytes | str = "<x/>") -> bytes:
    parts = with_relation(word_parts(), kind, target, of="_rels/.rels")
    return packed({**parts, target: content})


def _settings(inner: str) -> bytes:
    return word_file(settings=f"<w:settings {SPACES}>{inner}</w:settings>")


def _settings_relation(kind: str, target: str, inner: str = "") -> bytes:
    parts = word_parts(settings=f"<w:settings {SPACES}>{inner}</w:settings>")
    return packed(
        with_relation(parts, kind, target, external=True, of="word/_rels/settings.xml.rels")
    )


def _typed(main: str) -> bytes:
    return packed({**word_parts(), "[Content_Types].xml": types_xml(main=main)})


def _picture(inner: str) -> bytes:
    return _body(paragraph(f"<w:r><w:pict>{inner}</w:pict></w:r>"))


_FORM = '<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{}</w:ffData></w:fldChar></w:r>'
_LINKED = '<w:drawing><a:graphic><a:blip r:link="rId9"/></a:graphic></w:drawing>'
_MACROS = "application/vnd.ms-word.{}.macroEnabled.main+xml"

LIVE: dict[str, bytes] = {
    "attached template": _settings_relation(
        "attachedTemplate", "https://a.example/t.dotm", '<w:attachedTemplate r:id="rId1"/>'
    ),
    "attached template on a share": _settings_relation("attachedTemplate", "file://a/t.dotm"),
    "linked picture": _related("image", "https://a.example/x.png", external=True),
    "linked picture on a share": _related("image", "\\\\a\\b\\x.png", external=True),
    "old linked picture": _picture('<v:shape><v:imagedata src="https://a.example/x"/></v:shape>'),
    "old picture by address": _picture(
        '<v:shape><v:imagedata o:href="https://a.example/x"/></v:shape>'
    ),
    "old filling": _picture('<v:rect><v:fill src="https://a.example/x" type="frame"/></v:rect>'),
    "embedded object": _related("oleObject", "embeddings/o.bin", b"\xd0\xcf\x11\xe0"),
    "linked object": _related("oleObject", "file:///c:/x.xls", external=True),
    "object element": _body(paragraph('<w:r><w:object><o:OLEObject ProgID="x"/></w:object></w:r>')),
    "embedded workbook": _related("package", "embeddings/b.xlsx", b"PK"),
    "control": _related("control", "activeX/activeX1.xml"),
    "control element": _body(paragraph('<w:r><w:control r:id="rId9"/></w:r>')),
    "control binary": _related(_TYPE + "activeXControlBinary", "activeX/a.bin", b"x"),
    "macros": _related(_TYPE + "vbaProject", "vbaProject.bin", b"x"),
    "macro data": _related(_TYPE + "wordVbaData", "vbaData.xml"),
    "macro document": _typed(_MACROS.format("document")),
    "macro template": _typed(_MACROS.format("template")),
    "macro at a form field": _body(paragraph(_FORM.format('<w:entryMacro w:val="m"/>'))),
    "macro after a form field": _body(paragraph(_FORM.format('<w:exitMacro w:val="m"/>'))),
    "keys": _related(_TYPE + "keyMapCustomizations", "customizations.xml"),
    "toolbars": _related(_TYPE + "attachedToolbars", "attachedToolbars.bin", b"x"),
    "ribbon": _of_root(_TYPE + "ui/extensibility", "customUI/customUI.xml"),
    "add-in": _of_root(_TYPE + "webextensiontaskpanes", "word/webextensions/taskpanes.xml"),
    "taken-in document": _related("aFChunk", "chunk.html", "<html/>"),
    "taken-in element": _body('<w:altChunk r:id="rId9"/>'),
    "sub-document": _related("subDocument", "https://a.example/x.docx", external=True),
    "sub-document element": _body('<w:subDoc r:id="rId9"/>'),
    "frame": _related("frame", "https://a.example/x.htm", external=True),
    "frameset": _body("<w:frameset/>"),
    "mail merge": _settings('<w:mailMerge><w:query w:val="SELECT"/></w:mailMerge>'),
    "mail merge source": _settings_relation("mailMergeSource", "file:///c:/x.odc"),
    "transformation": _settings('<w:saveThroughXslt r:id="rId9"/>'),
    "DDE": _body(_field('DDE excel "c:\\x"')),
    "DDEAUTO": _body(_field(' DDEAUTO c:\\\\windows\\\\x.exe "/k y" ')),
    "DDE over runs": _body(_split_field("DD", "E excel", " x")),
    "DDE by numbers": _body(_field("&#68;&#68;E excel x")),
    "DDE in small letters": _body(_field("dde excel x")),
    "DDE by a nested field": _body(_nested_field()),
    "DDE in a simple field": _body(
        paragraph(f'<w:fldSimple w:instr=" DDEAUTO x y ">{run("x")}</w:fldSimple>')
    ),
    "DDE in a header": word_file(header=f"<w:hdr {SPACES}>{_field('DDE a b')}</w:hdr>"),
    "DDE in deleted text": _body(_field("x").replace("instrText>x", "instrText>DDE a b")),
    "INCLUDETEXT": _body(_field('INCLUDETEXT "\\\\\\\\a\\\\b.docx"')),
    "INCLUDEPICTURE": _body(_field('INCLUDEPICTURE "https://a.example/x.png" \\d')),
    "LINK": _body(_field("LINK Excel.Sheet c:\\x.xls")),
    "IMPORT": _body(_field("IMPORT c:\\x.png")),
    "DATABASE": _body(_field("DATABASE \\d c:\\x")),
    "MACROBUTTON": _body(_field("MACROBUTTON m Click")),
    "QUOTE": _body(_field("QUOTE 68 68 69")),
    "DOCVARIABLE": _body(_field("DOCVARIABLE x")),
    "FILENAME": _body(_field("FILENAME \\p")),
    "USERNAME": _body(_field("USERNAME")),
    "AUTOTEXT": _body(_field("AUTOTEXT x")),
    "GOTOBUTTON": _body(_field("GOTOBUTTON x y")),
    "field named by an answer": _body(_field("{{ field }} x")),
    "link to a file": _related("hyperlink", "file:///c:/x.exe", external=True),
    "link to a share": _related("hyperlink", "\\\\a\\b", external=True),
    "link that is a script": _related("hyperlink", "javascript:alert(1)", external=True),
    "link by field to a share": _body(_field('HYPERLINK "\\\\\\\\a\\\\b"')),
    "link by drawing": _picture('<v:shape href="file:///c:/x.exe"/>'),
    "action": _body(
        paragraph('<w:r><w:drawing><a:hlinkClick action="ppaction://program"/></w:drawing></w:r>')
    ),
    "video": _related("video", "https://a.example/v.mp4", external=True),
    "sound": _related("audio", "media/a.wav", b"RIFF"),
    "unknown relation": _related("https://a.example/rel/odd", "odd.xml"),
    "relation to outside": _related("header", "https://a.example/h.xml", external=True),
    "drawing with a script": _related("image", "media/x.svg", "<svg><script/></svg>"),
    "program named as a picture": _related("image", "media/x.png", b"MZ" + bytes(60)),
    "data store in text": _body(paragraph("<w:r><w:binData>QQ==</w:binData></w:r>")),
    "handwriting": _body(paragraph('<w:r><w:contentPart r:id="rId9"/></w:r>')),
}

_CUSTOM = "<x>hidden</x>"
STRIPPED: dict[str, bytes] = {
    "custom XML": packed(
        with_relation(
            {**word_parts(), "customXml/item1.xml": _CUSTOM}, "customXml", "../customXml/item1.xml"
        )
    ),
    "custom properties": _of_root("custom-properties", "docProps/custom.xml", _CUSTOM),
    "thumbnail": _of_root("metadata/thumbnail", "docProps/thumbnail.jpeg", b"\xff\xd8\xffhidden"),
    "people": _related(_TYPE + "people", "people.xml", _CUSTOM),
    "comment ids": _related(_TYPE + "commentsIds", "commentsIds.xml", _CUSTOM),
    "building blocks": _related("glossaryDocument", "glossary/document.xml", _CUSTOM),
    "printer": _related("printerSettings", "printerSettings/p.bin", b"hidden"),
    "labels": _of_root(_TYPE + "classificationlabels", "docMetadata/LabelInfo.xml", _CUSTOM),
    "signature": _of_root("digital-signature/origin", "_xmlsignatures/origin.sigs", b"hidden"),
    "part without a relation": packed({**word_parts(), "word/orphan.xml": _CUSTOM}),
    "second styles": _related(_TYPE + "stylesWithEffects", "stylesWithEffects.xml", _CUSTOM),
}


def _patched(change: Callable[[bytearray], None]) -> bytes:
    data = bytearray(word_file())
    change(data)
    return bytes(data)


def _main(xml: bytes | str) -> bytes:
    return packed({**word_parts(), "word/document.xml": xml})


def _without(name: str) -> bytes:
    parts = word_parts()
    del parts[name]
    return packed(parts)


def _twice() -> bytes:
    """Two parts of one name, which Python's own writer only warns of."""
    data = packed({**word_parts(), "word/documenu.xml": document("")})
    return data.replace(b"word/documenu.xml", b"word/document.xml")


def _central(at: int, form: str, value: int) -> Callable[[bytearray], None]:
    def change(data: bytearray) -> None:
        struct.pack_into(form, data, data.rindex(b"PK\1\2") + at, value)

    return change


def _end(at: int, form: str, value: int) -> Callable[[bytearray], None]:
    def change(data: bytearray) -> None:
        struct.pack_into(form, data, data.rindex(b"PK\5\6") + at, value)

    return change


def _overlapping() -> bytes:
    """A list in which every entry points to the first part."""
    data = bytearray(word_file())
    first = data.index(b"PK\1\2")
    second = data.index(b"PK\1\2", first + 4)
    data[second + 42 : second + 46] = data[first + 42 : first + 46]
    return bytes(data)


def _spoilt() -> bytes:
    data = bytearray(word_file())
    at = data.index(b"word/document.xml") + len("word/document.xml") + 4
    data[at : at + 8] = b"\xff" * 8
    return bytes(data)


def _lying_size() -> bytes:
    """A part that says it is small and unpacks to a lot."""
    big = zlib.compress(bytes(3_000_000), 9)[2:-4]
    data = bytearray(packed({**word_parts(), "word/media/x.png": b"x"}))
    at = data.index(b"word/media/x.png") + len(b"word/media/x.png")
    del data[at : at + 3]
    data[at:at] = big
    return bytes(data)


_DOCTYPE = "<!DOCTYPE w:document [<!ENTITY {}>]>"
_LAUGHS = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
_DEEP = f"{'<w:p>' * 40_000}{'</w:p>' * 40_000}"
_ATTRIBUTES = " ".join(f'a{n}="1"' for n in range(200_000))
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
_ODT = {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"}

BROKEN: dict[str, bytes] = {
    "empty": b"",
    "one letter": b"x",
    "text": b"Dear all,\nplease find attached",
    "PDF": b"%PDF-1.7\n%x",
    "RTF": b"{\\rtf1\\ansi x}",
    "HTML": b"<!DOCTYPE html><html><body>x</body></html>",
    "web archive": b"MIME-Version: 1.0\nContent-Type: multipart/related",
    "flat XML": b'<?xml version="1.0"?><pkg:package xmlns:pkg="x"/>',
    "old Word": _COMPOUND + "WordDocument".encode("utf-16-le"),
    "encrypted": _COMPOUND + "EncryptedPackage".encode("utf-16-le"),
    "other old Office": _COMPOUND,
    "OpenDocument": packed(dict(_ODT)),
    "plain zip": packed({"a.txt": "x"}),
    "empty zip": packed({}),
    "workbook": _typed(
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    ),
    "presentation": _typed(
        "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
    ),
    "Word template": _typed(
        "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
    ),
    "cut off": word_file()[:-200],
    "cut in the middle": word_file()[:900],
    "head only": b"PK\3\4" + bytes(26),
    "garbage after": word_file() + b"x" * 70_000,
    "zip password": _patched(_central(8, "<H", 1)),
    "unknown compression": _patched(_central(10, "<H", 12)),
    "wrong checksum": _patched(_central(16, "<I", 1)),
    "wrong packed size": _patched(_central(20, "<I", 7)),
    "huge size": _patched(_central(24, "<I", 0xFFFFFFFE)),
    "size of another form": _patched(_central(24, "<I", 0xFFFFFFFF)),
    "wrong offset": _patched(_central(42, "<I", 0x7FFFFFFF)),
    "wrong count": _patched(_end(10, "<H", 3)),
    "wrong list offset": _patched(_end(16, "<I", 5)),
    "second disk": _patched(_end(4, "<H", 1)),
    "too many parts": packed({**word_parts(), **{f"word/p{n}.xml": "<x/>" for n in range(2_100)}}),
    "two parts of a name": _twice(),
    "names alike": packed({**word_parts(), "WORD/Document.xml": "<x/>"}),
    "name that leads out": packed({**word_parts(), "../evil.xml": "<x/>"}),
    "name from the root": packed({**word_parts(), "/evil.xml": "<x/>"}),
    # Written so afterwards: on Windows zipfile itself would turn the sign.
    "name of Windows": packed({**word_parts(), "word/evil.xml": "<x/>"}).replace(
        b"word/evil.xml", rb"word\evil.xml"
    ),
    "name of a drive": packed({**word_parts(), "c:/evil.xml": "<x/>"}),
    "endless name": packed({**word_parts(), "word/" + "a" * 5_000: "<x/>"}),
    "name with control characters": packed({**word_parts(), "word/a\nb.xml": "<x/>"}),
    "parts that overlap": _overlapping(),
    "spoilt content": _spoilt(),
    "size that lies": _lying_size(),
    "bomb": packed({**word_parts(), "word/media/x.png": bytes(40_000_000)}),
    "bomb of many parts": packed(
        {**word_parts(), **{f"word/media/{n}.png": bytes(900_000) for n in range(150)}}
    ),
    "no list of parts": _without("[Content_Types].xml"),
    "no relations": _without("_rels/.rels"),
    "no document": _without("word/document.xml"),
    "missing part": packed(with_relation(word_parts(), "header", "header9.xml")),
    "two documents": packed(
        with_relation(
            {**word_parts(), "word/d2.xml": document("")},
            "officeDocument",
            "word/d2.xml",
            of="_rels/.rels",
        )
    ),
    "part of no kind": packed(
        with_relation({**word_parts(), "word/h.odd": "<x/>"}, "header", "h.odd")
    ),
    "not a document": _main("<html/>"),
    "no XML": _main("this is not XML"),
    "empty XML": _main(""),
    "cut XML": _main(document("<w:p/>")[:-20]),
    "crossed XML": _main(document("<w:p></w:r>")),
    **{
        f"encoding {name}": _main(f'<?xml version="1.0" encoding="{name}"?>{document("")}')
        for name in ("UTF-7", "Shift_JIS", "cp037", "rot13", "no-such", "idna", "hex")
    },
    "control character": _main(document(paragraph("a\x07b"))),
    "reference to a control character": _main(document(paragraph("a&#7;b"))),
    "unbound prefix": _main(document("<foo:p/>")),
    "wrong encoding": _main(
        b'<?xml version="1.0" encoding="UTF-8"?>' + "<a>\xe9</a>".encode("latin-1")
    ),
    "unknown encoding": _main('<?xml version="1.0" encoding="x-odd"?><a/>'),
    "external entity": _main(_DOCTYPE.format('x SYSTEM "file:///etc/passwd"') + document("&x;")),
    "entity": _main(_DOCTYPE.format('x "y"') + document("&x;")),
    "entity bomb": _main(f'<!DOCTYPE x [<!ENTITY a0 "ha">{_LAUGHS}]>' + document("&a9;")),
    "document type only": _main("<!DOCTYPE x>" + document("")),
    "document type in styles": word_file(styles="<!DOCTYPE x><w:styles xmlns:w='x'/>"),
    "deep XML": _main(document(_DEEP)),
    "flood of attributes": _main(document(f"<w:p {_ATTRIBUTES}/>")),
    "flood of elements": _main(document("<w:p/>" * 5_000_000)),
    "rare kind of Word": _main(
        '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"/>'
    ),
    "broken relations": packed({**word_parts(), "word/_rels/document.xml.rels": "<x"}),
    "broken list of parts": packed({**word_parts(), "[Content_Types].xml": types_xml()[:-5]}),
    "relation to itself": packed(
        with_relation(word_parts(), "hyperlink", "document.xml", of="word/_rels/x.xml.rels")
    )[:-1],
    "relations of another kind": packed(
        {**word_parts(), "_rels/.rels": relations_xml('<Relationship Id="x"/>')}
    ),
}
