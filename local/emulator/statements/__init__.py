"""One module a family of statements; `dispatch` finds the one for a text."""
