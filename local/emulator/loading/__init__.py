"""COPY INTO a table: the emulator's own CSV path, because DuckDB's guesses and forgives where Snowflake does not."""
