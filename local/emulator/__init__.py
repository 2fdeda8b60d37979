"""The embedded Snowflake: Snowflake's SQL API and driver protocol over fakesnow and DuckDB, for one laptop."""

__version__ = "1.0.0"
