{# The text of a RAW column without blanks (spaces and tabs) at its ends; the null words and the empty text are NULL. #}
{% macro cleaned(column) -%}
    case when {{ trimmed(column) }} not in ('', 'NULL', 'null') then {{ trimmed(column) }} end
{%- endmacro %}

{% macro trimmed(column) -%}
    trim({{ column }}, ' \t')
{%- endmacro %}
