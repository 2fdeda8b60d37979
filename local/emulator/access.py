"""Who may do what: role membership and privileges, checked for every statement that reads or changes something."""

from __future__ import annotations

from . import errors
from .catalog import INHERITED, Catalog, Entry, Grant
from .names import Path, dotted

SYSTEM_ROLES = {
    "ACCOUNTADMIN": "Account administrator can manage all aspects of the account.",
    "SECURITYADMIN": "Security administrator can manage security aspects of the account.",
    "USERADMIN": "User administrator can create and manage users and roles",
    "SYSADMIN": "System administrator can create and manage databases and warehouses.",
    "PUBLIC": "Public role is automatically available to every user in the account.",
}
_HIERARCHY = [("SYSADMIN", "ACCOUNTADMIN"), ("SECURITYADMIN", "ACCOUNTADMIN"), ("USERADMIN", "SECURITYADMIN")]
_ACCOUNT_PRIVILEGES = {
    "SYSADMIN": ["CREATE DATABASE", "CREATE WAREHOUSE"],
    "USERADMIN": ["CREATE ROLE", "CREATE USER"],
    "SECURITYADMIN": ["MANAGE GRANTS", "CREATE NETWORK POLICY"],
}
_ANY = {"OWNERSHIP", "ALL"}


class Access:
    """Answers from the catalog's grants. ACCOUNTADMIN may do everything, which real Snowflake grants step by step."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog

    def bootstrap(self) -> None:
        """The system roles, their hierarchy and their account privileges, where they are missing."""
        for role, comment in SYSTEM_ROLES.items():
            if self._catalog.get("ROLE", (role,)) is None:
                self._catalog.put(Entry("ROLE", (role,), owner="", comment=comment))
        for role, parent in _HIERARCHY:
            self._catalog.grant(Grant("USAGE", "ROLE", (role,), "ROLE", parent))
        for role, privileges in _ACCOUNT_PRIVILEGES.items():
            for privilege in privileges:
                self._catalog.grant(Grant(privilege, "ACCOUNT", (), "ROLE", role))

    def inherited(self, role: str) -> set[str]:
        """The role, every role given to it, directly or not, and PUBLIC."""
        parents: dict[str, list[str]] = {}
        for grant in self._catalog.grants():
            if grant.kind == "ROLE" and grant.privilege == "USAGE" and grant.grantee_kind == "ROLE":
                parents.setdefault(grant.grantee, []).append(grant.path[0])
        found, todo = {"PUBLIC"}, [role]
        while todo:
            current = todo.pop()
            if current not in found or current == "PUBLIC":
                found.add(current)
                todo.extend(child for child in parents.get(current, []) if child not in found)
        return found

    def granted_to_user(self, user: str) -> set[str]:
        direct = {
            grant.path[0]
            for grant in self._catalog.grants()
            if grant.kind == "ROLE" and grant.grantee_kind == "USER" and grant.grantee == user
        }
        return direct | {"PUBLIC"}

    def may_use_role(self, user: str, role: str) -> bool:
        return any(role in self.inherited(granted) for granted in self.granted_to_user(user))

    def holds(self, role: str, privilege: str, kind: str, path: Path) -> bool:
        """The privilege, ownership, or ACCOUNTADMIN, by this role or one it inherits."""
        roles = self.inherited(role)
        if "ACCOUNTADMIN" in roles:
            return True
        entry = self._catalog.get(kind, path)
        if entry is not None and entry.owner in roles:
            return True
        return self._inherits(roles, kind, path, privilege) or any(
            grant.grantee in roles and grant.privilege in (privilege, *_ANY)
            for grant in self._catalog.grants()
            if grant.grantee_kind == "ROLE" and (grant.kind, grant.path) == (kind, path)
        )

    def _inherits(self, roles: set[str], kind: str, path: Path, privilege: str | None = None) -> bool:
        """A grant on a container of the object; no privilege stands for any."""
        return any(
            future.grantee in roles
            and future.kind == kind
            and future.container == path[: len(future.container)]
            and future.privilege.startswith(INHERITED)
            and privilege in (None, future.privilege.removeprefix(INHERITED))
            for future in self._catalog.futures()
        )

    def sees(self, role: str, kind: str, path: Path) -> bool:
        """Any privilege at all: without one an object does not exist for the role."""
        roles = self.inherited(role)
        entry = self._catalog.get(kind, path)
        if "ACCOUNTADMIN" in roles or (entry is not None and entry.owner in roles):
            return True
        return self._inherits(roles, kind, path) or any(
            grant.grantee_kind == "ROLE" and grant.grantee in roles and (grant.kind, grant.path) == (kind, path)
            for grant in self._catalog.grants()
        )

    def require(self, role: str, privilege: str, entry: Entry, title: str | None = None) -> None:
        """The privilege on the object and USAGE on what contains it."""
        self.require_containers(role, entry.path, title or entry.kind.capitalize())
        if self.holds(role, privilege, entry.kind, entry.path):
            return
        if self.sees(role, entry.kind, entry.path):
            raise errors.insufficient_privileges(entry.kind, entry.name)
        raise errors.does_not_exist(title or entry.kind.capitalize(), dotted(entry.path))

    def require_containers(self, role: str, path: Path, title: str) -> None:
        """USAGE (or ownership) of the database and schema; Snowflake says that the object does not exist."""
        for kind, length in (("DATABASE", 1), ("SCHEMA", 2)):
            if len(path) > length and not self.holds(role, "USAGE", kind, path[:length]):
                raise errors.does_not_exist(title, dotted(path))

    def require_on_account(self, role: str, privilege: str) -> None:
        if not self.holds(role, privilege, "ACCOUNT", ()):
            raise errors.SnowflakeError(
                3001,
                "42501",
                f"SQL access control error:\nInsufficient privileges to operate on account: {privilege} is missing",
            )

    def require_creation(self, role: str, kind: str, path: Path) -> None:
        """CREATE <kind> on the container that will hold the object."""
        privilege = f"CREATE {kind}"
        if len(path) == 1:
            self.require_on_account(role, privilege)
            return
        container = "DATABASE" if len(path) == 2 else "SCHEMA"
        entry = self._catalog.get(container, path[:-1])
        if entry is None:
            raise errors.does_not_exist(container.capitalize(), dotted(path[:-1]))
        self.require_containers(role, entry.path, container.capitalize())
        if not self.holds(role, privilege, container, entry.path):
            if not self.sees(role, container, entry.path):
                raise errors.does_not_exist(container.capitalize(), dotted(entry.path))
            raise errors.insufficient_privileges(container, entry.name)

    def require_ownership(self, role: str, entry: Entry, title: str | None = None) -> None:
        self.require(role, "OWNERSHIP", entry, title)
