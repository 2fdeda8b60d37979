"""Snowflake's way into the embedded AWS: trust, permissions, objects."""
