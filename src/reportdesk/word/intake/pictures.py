"""Which pictures a Word file may carry: those that are what their name says."""

from __future__ import annotations

from reportdesk.core.i18n import _
from reportdesk.word.intake.faults import Faults
from reportdesk.word.intake.relations import Relation

_SIGNATURES = {
    "png": (b"\x89PNG\r\n\x1a\n",),
    "jpg": (b"\xff\xd8\xff",),
    "jpeg": (b"\xff\xd8\xff",),
    "gif": (b"GIF87a", b"GIF89a"),
    "bmp": (b"BM",),
    "tif": (b"II*\0", b"MM\0*"),
    "tiff": (b"II*\0", b"MM\0*"),
    "emf": (b"\x01\0\0\0",),
    "wmf": (b"\xd7\xcd\xc6\x9a", b"\x01\0\x09\0", b"\x02\0\x09\0"),
}


def refuse_picture(relation: Relation, content: bytes, faults: Faults) -> None:
    """Add a fault if the part is a picture of a kind that is not allowed, or none at all."""
    if relation.kind != "image" or faults:
        return
    ending = relation.target.rpartition(".")[2].lower()
    if ending not in _SIGNATURES:
        message = _("the file holds a picture of a kind that is not allowed (.{ending})")
        fix = _("save the picture as PNG or JPEG and insert that in Word")
        faults.live(message.format(ending=ending[:10]), fix, relation.target)
    elif not content.startswith(_SIGNATURES[ending]):
        message = _("the picture is not a .{ending} file, whatever its name says")
        fix = _("delete it in Word and insert it anew")
        faults.live(message.format(ending=ending), fix, relation.target)
