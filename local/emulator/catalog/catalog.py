"""Lookup and change of objects; every change goes through the store before the call returns."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from .. import errors
from ..names import Path, dotted
from .entries import INHERITED, Entry, Future, Grant
from .store import Store


class Catalog:
    """Objects by kind and path, grants, future grants. Safe to use from several threads."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.lock = threading.RLock()
        self._objects = {entry.key: entry for entry in store.objects()}
        self._grants = {_grant_key(grant): grant for grant in store.grants()}
        self._futures = {_future_key(future): future for future in store.futures()}

    @contextmanager
    def changing(self) -> Iterator[None]:
        """Several changes as one, in memory and on disk."""
        with self.lock:
            before = dict(self._objects), dict(self._grants), dict(self._futures)
            try:
                with self.store.transaction():
                    yield
            except BaseException:
                self._objects, self._grants, self._futures = before
                raise

    # objects

    def get(self, kind: str, path: Path) -> Entry | None:
        return self._objects.get((kind, path))

    def require(self, kind: str, path: Path, title: str | None = None) -> Entry:
        entry = self.get(kind, path)
        if entry is None:
            raise errors.does_not_exist(title or kind.capitalize(), dotted(path))
        return entry

    def of_kind(self, kind: str, within: Path = ()) -> list[Entry]:
        """In the order of their names; within is a database, a schema, or nothing for the account."""
        found = [e for e in list(self._objects.values()) if e.kind == kind and e.path[: len(within)] == within]
        return sorted(found, key=lambda entry: entry.path)

    def below(self, path: Path) -> list[Entry]:
        return [e for e in list(self._objects.values()) if len(e.path) > len(path) and e.path[: len(path)] == path]

    def put(self, entry: Entry) -> Entry:
        with self.changing():
            self._objects[entry.key] = entry
            self.store.put(entry)
        return entry

    def remove(self, entry: Entry, keep_grants: bool = False) -> None:
        """Drops the object, everything below it, and their grants."""
        with self.changing():
            contained = self.below(entry.path) if entry.kind in ("DATABASE", "SCHEMA") else []
            for gone in [*contained, entry]:
                self._objects.pop(gone.key, None)
                self.store.remove(gone)
                if not keep_grants:
                    self._remove_grants_of(gone)

    def rename(self, entry: Entry, path: Path) -> Entry:
        """Moves the object and its grants to another name."""
        with self.changing():
            moved = replace(entry, path=path)
            on_it = [g for g in self._grants.values() if (g.kind, g.path) == entry.key]
            self.remove(entry)
            self.put(moved)
            for grant in on_it:
                self.grant(replace(grant, path=path))
        return moved

    def _remove_grants_of(self, gone: Entry) -> None:
        for grant in list(self._grants.values()):
            about = (grant.kind, grant.path) == gone.key
            to_it = gone.kind == grant.grantee_kind and gone.path == (grant.grantee,)
            if about or to_it:
                self.revoke(grant)
        for future in list(self._futures.values()):
            if future.container == gone.path or (gone.kind == "ROLE" and gone.path == (future.grantee,)):
                self.revoke_future(future)

    # grants

    def grants(self) -> list[Grant]:
        return list(self._grants.values())

    def futures(self) -> list[Future]:
        return list(self._futures.values())

    def grant(self, grant: Grant) -> None:
        with self.changing():
            self._grants[_grant_key(grant)] = grant
            self.store.put_grant(grant)

    def revoke(self, grant: Grant) -> None:
        with self.changing():
            if self._grants.pop(_grant_key(grant), None):
                self.store.remove_grant(grant)

    def grant_future(self, future: Future) -> None:
        with self.changing():
            self._futures[_future_key(future)] = future
            self.store.put_future(future)

    def revoke_future(self, future: Future) -> None:
        with self.changing():
            if self._futures.pop(_future_key(future), None):
                self.store.remove_future(future)

    def apply_futures(self, entry: Entry) -> None:
        """Future grants of the schema win over those of the database, as in Snowflake."""
        matching = [
            f
            for f in self.futures()
            if f.kind == entry.kind
            and f.container == entry.path[: len(f.container)]
            and not f.privilege.startswith(INHERITED)
        ]
        deepest = max((len(f.container) for f in matching), default=0)
        for future in matching:
            if len(future.container) != deepest:
                continue
            if future.privilege == "OWNERSHIP":
                self.put(replace(entry, owner=future.grantee))
            else:
                self.grant(_as_grant(future, entry))


def _as_grant(future: Future, entry: Entry) -> Grant:
    return Grant(future.privilege, entry.kind, entry.path, "ROLE", future.grantee, future.grant_option, entry.owner)


def _grant_key(grant: Grant) -> tuple[object, ...]:
    return (grant.privilege, grant.kind, grant.path, grant.grantee_kind, grant.grantee)


def _future_key(future: Future) -> tuple[object, ...]:
    return (future.privilege, future.kind, future.container, future.grantee)
