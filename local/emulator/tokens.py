"""Reading a statement word by word: the grammar of the DDL that the emulator answers itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlglot.dialects import Snowflake
from sqlglot.errors import TokenError
from sqlglot.tokens import TokenType

from . import errors

_DIALECT = Snowflake()
_STRINGS = {TokenType.STRING, TokenType.RAW_STRING}


@dataclass(frozen=True)
class Token:
    """kind is one of word, quoted, string, number, symbol; start and end are offsets into the statement."""

    kind: str
    text: str
    start: int
    end: int

    @property
    def upper(self) -> str:
        return self.text.upper() if self.kind == "word" else self.text


def tokenize(sql: str) -> list[Token]:
    """Lexical tokens without comments; string tokens carry their decoded value."""
    try:
        raw = _DIALECT.tokenize(sql)
    except TokenError as failure:
        raise errors.syntax_error(f"parse error near the end of the statement: {failure}") from None
    tokens: list[Token] = []
    for item in raw:
        start, end = item.start, item.end + 1
        if item.token_type in _STRINGS:
            tokens.append(Token("string", item.text, start, end))
        elif item.token_type is TokenType.IDENTIFIER:
            tokens.append(Token("quoted", item.text.replace('""', '"'), start, end))
        elif item.token_type is TokenType.NUMBER:
            tokens.append(Token("number", item.text, start, end))
        elif item.text[:1].isalpha() or item.text[:1] == "_":
            offset = start
            for word in item.text.split():
                offset = sql.index(word, offset) if word in sql[offset:end] else offset
                tokens.append(Token("word", word, offset, offset + len(word)))
        elif item.text == "?::":
            tokens += [Token("symbol", "?", start, start + 1), Token("symbol", "::", start + 1, end)]
        else:
            tokens.append(Token("symbol", item.text, start, end))
    return tokens


def statements(sql: str) -> list[str]:
    """The statements of a text, split at semicolons outside of literals and comments; empty ones are dropped."""
    parts: list[str] = []
    begin, seen = 0, False
    for token in tokenize(sql):
        if token.kind == "symbol" and token.text == ";":
            if seen:
                parts.append(sql[begin : token.start])
            begin, seen = token.end, False
        else:
            seen = True
    if seen:
        parts.append(sql[begin:])
    return parts


class Reader:
    """A position in the tokens of one statement. `accept` moves on a match, `expect` refuses anything else."""

    def __init__(self, sql: str) -> None:
        self.sql = sql
        self.tokens = tokenize(sql)
        self.position = 0

    def peek(self, ahead: int = 0) -> Token | None:
        index = self.position + ahead
        return self.tokens[index] if index < len(self.tokens) else None

    def done(self) -> bool:
        return self.position >= len(self.tokens)

    def next(self) -> Token:
        token = self.peek()
        if token is None:
            raise self.failure()
        self.position += 1
        return token

    def at(self, *words: str) -> bool:
        return all(
            (token := self.peek(i)) is not None and token.kind in ("word", "symbol") and token.upper == word
            for i, word in enumerate(words)
        )

    def accept(self, *words: str) -> bool:
        if not self.at(*words):
            return False
        self.position += len(words)
        return True

    def accept_any(self, *choices: str) -> str | None:
        """Each choice may be several words, for example "STORAGE INTEGRATION"; the first that matches wins."""
        return next((choice for choice in choices if self.accept(*choice.split())), None)

    def expect(self, *words: str) -> None:
        if not self.accept(*words):
            raise self.failure()

    def expect_end(self) -> None:
        if not self.done():
            raise self.failure()

    def failure(self) -> errors.SnowflakeError:
        token = self.peek()
        if token is None:
            return errors.unexpected("<EOF>", self.sql.count("\n") + 1, len(self.sql.rsplit("\n", 1)[-1]))
        before = self.sql[: token.start]
        return errors.unexpected(token.text, before.count("\n") + 1, len(before.rsplit("\n", 1)[-1]))

    def identifier(self) -> str:
        token = self.next()
        if token.kind == "quoted":
            return token.text
        if token.kind == "word":
            return token.text.upper()
        self.position -= 1
        raise self.failure()

    def name(self) -> tuple[str, ...]:
        """A dotted name as written, one to three parts."""
        if self.accept("IDENTIFIER", "("):
            inner = Reader(self.string())
            self.expect(")")
            return inner.name()
        parts = [self.identifier()]
        while self.accept("."):
            parts.append("PUBLIC" if self.accept(".") else self.identifier())
        if len(parts) > 3:
            raise errors.syntax_error(f"too many parts in the name {'.'.join(parts)}")
        return tuple(parts)

    def string(self) -> str:
        token = self.next()
        if token.kind != "string":
            self.position -= 1
            raise self.failure()
        return token.text

    def value(self) -> Any:
        """The right side of a property: literal, word, dotted name, list in brackets, or nested properties."""
        if self.accept("("):
            return self._bracketed()
        if self.accept("-"):
            return -int(self.next().text)
        token = self.next()
        if token.kind == "number":
            return float(token.text) if "." in token.text else int(token.text)
        if token.kind == "word" and token.upper in ("TRUE", "FALSE"):
            return token.upper == "TRUE"
        if token.kind in ("word", "quoted") and self.at("."):
            self.position -= 1
            return ".".join(_rewritten(part) for part in self.name())
        if token.kind in ("word", "quoted", "string"):
            return token.text if token.kind != "word" else Word(token.text)
        self.position -= 1
        raise self.failure()

    def _bracketed(self) -> Any:
        if self.peek() and self.peek().kind == "word" and self.peek(1) and self.peek(1).text == "=":
            nested = self.properties(closing=True)
            self.expect(")")
            return nested
        items: list[Any] = []
        while not self.accept(")"):
            items.append(self.value())
            if not self.at(")"):
                self.expect(",")
        return items

    def properties(self, closing: bool = False, until: str | None = None) -> dict[str, Any]:
        """NAME = value pairs, with or without commas, up to the end of the statement, a closing bracket or a word."""
        found: dict[str, Any] = {}
        while not self.done() and not (closing and self.at(")")) and not (until and self.at(until)):
            key = self.identifier()
            self.expect("=")
            found[key] = self.value()
            self.accept(",")
        return found

    def rest(self) -> str:
        """The statement's text from here on."""
        token = self.peek()
        return self.sql[token.start :] if token else ""


class Word(str):
    """An unquoted word as a property's value: NONE is not the text 'NONE'."""


def _rewritten(part: str) -> str:
    return '"' + part.replace('"', '""') + '"'
