"""SQL functions that every session sees: fakesnow's, and Snowflake's exact arithmetic that DuckDB lacks."""

from __future__ import annotations

import re

from fakesnow import macros as fakesnow_macros

# Division of NUMBERs is exact in Snowflake: scale max(s, min(s + 6, 12)) of the dividend, half away from zero.
# DuckDB divides as DOUBLE, so the quotient is taken over 128-bit integers of 1e-8 units. |dividend| < 1e17.
_DIVISION = """
CREATE OR REPLACE MACRO _sl_units(v) AS
    CAST(CAST(v AS DECIMAL(25, 8)) * 100000000::DECIMAL(9, 0) AS HUGEINT);
CREATE OR REPLACE MACRO _sl_scale(v) AS
    CASE WHEN starts_with(typeof(v), 'DECIMAL') THEN
        greatest(CAST(regexp_extract(typeof(v), ',(\\d+)', 1) AS INTEGER),
                 least(CAST(regexp_extract(typeof(v), ',(\\d+)', 1) AS INTEGER) + 6, 12))
    WHEN typeof(v) IN ('DOUBLE', 'FLOAT') THEN 12 ELSE 6 END;
CREATE OR REPLACE MACRO _sl_quotient(a, b, ten) AS
    (a * ten * 2 + sign(a) * abs(b)) // (b * 2) * (1000000000000::HUGEINT // ten);
CREATE OR REPLACE MACRO _sl_div(a, b) AS
    CASE WHEN a IS NULL OR b IS NULL THEN NULL
    WHEN b = 0 THEN error('Division by zero')
    ELSE CAST(_sl_quotient(_sl_units(a), _sl_units(b), CAST(power(10, _sl_scale(a)) AS HUGEINT)) AS DECIMAL(26, 0))
        * 0.000000000001::DECIMAL(12, 12) END;
CREATE OR REPLACE MACRO _sl_avg(total, items) AS
    CASE WHEN items = 0 THEN NULL ELSE _sl_div(total, items) END;
"""

# An integer, also as text, is an epoch and therefore UTC; fakesnow's own version goes through the session's zone.
_TIMESTAMPS = """
CREATE OR REPLACE MACRO _fs_to_timestamp(val, scale) AS
    CASE WHEN try_cast(val AS BIGINT) IS NOT NULL
    THEN make_timestamp(CAST(try_cast(val AS BIGINT) * power(10, 6 - scale) AS BIGINT))
    ELSE CAST(val AS TIMESTAMP) END;
"""

_TEXTS = """
CREATE OR REPLACE MACRO _sl_try_strptime(val, form) AS make_timestamp(epoch_ns(try_strptime(val, form)) // 1000);
CREATE OR REPLACE MACRO _sl_strptime(val, form) AS make_timestamp(epoch_ns(strptime(val, form)) // 1000);
CREATE OR REPLACE MACRO _sl_array_to_string(items, separator) AS
    array_to_string(list_transform(CAST(to_json(items) AS JSON[]), lambda e: coalesce(e ->> '$', '')), separator);
"""


def _unqualified(sql: str) -> str:
    """fakesnow makes its macros in each database; here they are made once, where every connection finds them."""
    return re.sub(r"CREATE OR REPLACE MACRO \w+\.", "CREATE OR REPLACE MACRO ", sql)


MACROS = _unqualified(fakesnow_macros.creation_sql("any")) + _DIVISION + _TIMESTAMPS + _TEXTS
