{# The text of a RAW column without blanks (spaces and tabs) at its ends; the null words and the empty text are NULL. #}
{% macro cleaned(column) -%}
    case when {{ trimmed(column) }} not in ('', 'NULL', 'null') then {{ trimmed(column) }} end
{%- endmacro %}

{% macro trimmed(column) -%}
    trim({{ column }}, ' \t')
{%- endmacro %}

{#
    Whether a row is a line of column names: every field is the name of its column, ignoring case and blanks.
    A column in `may_be_absent` may also be NULL: the header of a file without that column has no name for it.
    Never NULL: a row with a missing field is data.
#}
{% macro is_header(columns, may_be_absent=[]) -%}
    coalesce(
        {%- for column in columns %}
        {{ 'and ' if not loop.first }}lower(regexp_replace({{ column }}, '[ \t]', '')) = '{{ column }}'
        {%- endfor %}
        {%- for column in may_be_absent %}
        and coalesce(lower(regexp_replace({{ column }}, '[ \t]', '')), '{{ column }}') in ('{{ column }}', '')
        {%- endfor %},
        false
    )
{%- endmacro %}
