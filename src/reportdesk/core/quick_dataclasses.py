"""The standard library's slotted dataclasses, made some twenty times as fast.

Setting one up costs over a millisecond there, and its module as much as ten of them: together
that was half of a cold export's time. To type checkers these are the standard ones. They differ
in two things alone: methods are shared or made when first used, and a change to a frozen one
raises a plain AttributeError. Every class must have slots and annotate nothing but its fields.
"""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter, ge, gt, le, lt
from typing import TYPE_CHECKING, Any

__all__ = ["dataclass", "field", "replace"]

if TYPE_CHECKING:  # for mypy these are the real ones
    from dataclasses import dataclass, field, replace

else:

    def dataclass(
        *, slots: bool, frozen: bool = False, eq: bool = True, order: bool = False
    ) -> Callable[[type], type]:
        """Return the decorator that makes a class a dataclass with slots."""
        assert slots
        return lambda plain: _made(plain, frozen, eq, order)

    def field(
        *, default: Any = ..., default_factory: Any = None, repr: bool = True, compare: bool = True
    ) -> _Field:
        """Return what is said of a field beyond its type."""
        return _Field(default, default_factory, repr, compare)

    def replace(one: Any, /, **changes: Any) -> Any:
        """Return a copy with some fields changed."""
        kind = one.__class__
        kept = {name: getattr(one, name) for name in kind.__match_args__ if name not in changes}
        return kind(**kept, **changes)


_Names = tuple[str, ...]


class _Field:
    """A field with its default, which is ``...`` for none, or what makes it."""

    def __init__(self, default: Any, factory: Any, shown: bool, compared: bool) -> None:
        self.default, self.factory = default, factory
        self.shown, self.compared = shown, compared


class _StandardFields:
    """Gives ``dataclasses.fields`` and the like what they look for, when they do."""

    def __get__(self, one: Any, kind: Any) -> Any:
        # Loaded here because it costs as much as ten of its classes.
        from dataclasses import make_dataclass

        twin: Any = make_dataclass(kind.__name__, kind.__match_args__)
        kind.__dataclass_fields__ = (
            twin.__dataclass_fields__
        )  # making them again costs a millisecond
        return twin.__dataclass_fields__


def _made(plain: type, frozen: bool, eq: bool, order: bool) -> type:
    body = {
        name: value
        for name, value in vars(plain).items()
        if name not in ("__dict__", "__weakref__")
    }
    names: _Names = tuple(body.get("__annotations__", ()))
    about = {name: _about(body.pop(name, ...)) for name in names}
    key = _key([name for name in names if about[name].compared])
    body |= {"__slots__": names, "__match_args__": names, "__dataclass_fields__": _StandardFields()}
    body["__reduce__"] = lambda one: (made, tuple(getattr(one, name) for name in names))
    body.setdefault("__repr__", _shower([name for name in names if about[name].shown]))
    if eq:
        body.setdefault("__eq__", _comparer(key))
        body["__hash__"] = body.get("__hash__") or (
            (lambda one: hash(key(one))) if frozen else None
        )
    if order:
        body |= {f"__{holds.__name__}__": _orderer(key, holds) for holds in (lt, le, gt, ge)}
    if frozen:
        body |= {"__setattr__": _refuse, "__delattr__": _refuse}
    made: Any = type(plain)(plain.__name__, plain.__bases__, body)
    made.__qualname__ = plain.__qualname__
    made.__init__ = _first_init(made, about, frozen)
    return made  # type: ignore[no-any-return]  # a class made by hand


def _about(default: Any) -> _Field:
    return default if isinstance(default, _Field) else _Field(default, None, True, True)


def _first_init(made: Any, about: dict[str, _Field], frozen: bool) -> Callable[..., None]:
    """The way to set fields is compiled when the first instance is made."""

    def __init__(self: Any, *given: Any, **named: Any) -> None:
        made.__init__ = _compiled_init(about, frozen)
        made.__init__(self, *given, **named)

    return __init__


def _compiled_init(about: dict[str, _Field], frozen: bool) -> Callable[..., None]:
    known: dict[str, Any] = {"_set": object.__setattr__, "_absent": ...}
    taken, lines = ["self"], []
    for name, one in about.items():
        default, value = f"_default_{name}", name
        if one.factory is not None:
            known[default] = one.factory
            value = f"{default}() if {name} is _absent else {name}"
            taken.append(f"{name}=_absent")
        elif one.default is not ...:
            known[default] = one.default
            taken.append(f"{name}={default}")
        else:
            taken.append(name)
        lines.append(f"_set(self, {name!r}, {value})" if frozen else f"self.{name} = {value}")
    source = f"def __init__({', '.join(taken)}):\n " + "\n ".join(lines or ["pass"])
    exec(source, known)  # as the standard library does: the names are those of a class body
    made: Callable[..., None] = known["__init__"]
    return made


def _shower(names: list[str]) -> Callable[[Any], str]:
    def __repr__(self: Any) -> str:
        said = ", ".join(f"{name}={getattr(self, name)!r}" for name in names)
        return f"{self.__class__.__qualname__}({said})"

    return __repr__


def _key(names: list[str]) -> Callable[[Any], Any]:
    return attrgetter(*names) if names else lambda _one: ()


def _comparer(key: Callable[[Any], Any]) -> Callable[[Any, Any], Any]:
    def __eq__(self: Any, other: Any) -> Any:
        if other.__class__ is not self.__class__:
            return NotImplemented
        return key(self) == key(other)

    return __eq__


def _orderer(key: Callable[[Any], Any], holds: Callable[[Any, Any], Any]) -> Callable[..., Any]:
    def compared(self: Any, other: Any) -> Any:
        if other.__class__ is not self.__class__:
            return NotImplemented
        return holds(key(self), key(other))

    return compared


def _refuse(self: Any, name: str, *_value: Any) -> None:
    raise AttributeError(f"cannot change {name!r} of a frozen {self.__class__.__name__}")
