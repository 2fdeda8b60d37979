"""DuckDB behind fakesnow's transpiler: databases on disk, translation, execution, Snowflake's errors."""
