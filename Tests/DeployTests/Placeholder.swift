// Replaced by this target's tests.
