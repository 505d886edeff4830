"""Drops the rows of tables that a tracked change deleted."""

from __future__ import annotations

from reportdesk.core.skeleton import Group, Role
from reportdesk.word.tags.cleaning import Opened
from reportdesk.word.tags.paragraph_reader import each_tag
from reportdesk.word.tags.tag_faults import TagFaults
from reportdesk.word.tags.tokens import Token


def drop_row(tokens: list[Token], row: Opened, faults: TagFaults) -> None:
    """Take a deleted row off the end of the tokens, telling of the tags in it."""
    nodes = [token for token in tokens[row.start :] if not isinstance(token, str)]
    for tag in each_tag(nodes):
        faults.deleted(tag.place.tag, tag.place)
    del tokens[row.start :]
    row.holds = False


def drop_empty_table(tokens: list[Token], table: Opened) -> None:
    """Take a table off the end of the tokens if no row of it is left."""
    if not any(_is_row(token) for token in tokens[table.start :]):
        del tokens[table.start :]
        table.holds = False


def _is_row(token: Token) -> bool:
    return token == "</w:tr>" or (isinstance(token, Group) and token.role is Role.ROW)
