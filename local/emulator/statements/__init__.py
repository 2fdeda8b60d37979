"""One module a family of statements; `run` finds the one for a text."""

from .dispatch import run

__all__ = ["run"]
