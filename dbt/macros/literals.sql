{# A text as a SQL literal. #}
{% macro text_literal(text) -%}
    '{{ text | replace('\\', '\\\\') | replace("'", "''") }}'
{%- endmacro %}

{# A time stamp as a text that keeps all nine digits; Python's own would lose three. #}
{% macro timestamp_text(column) -%}
    to_varchar({{ column }}, 'YYYY-MM-DD HH24:MI:SS.FF9')
{%- endmacro %}

{#
    `column in (…)` with literals, so that Snowflake picks the micro-partitions before it starts the query. With more than a
    thousand values it is the range they lie in, which prunes too and keeps all of them; with none nothing is kept.
#}
{% macro in_literals(column, values, type) -%}
    {%- if not values -%}
        false
    {%- elif values | length > 1000 -%}
        {{ column }} between '{{ values | min }}'::{{ type }} and '{{ values | max }}'::{{ type }}
    {%- else -%}
        {{ column }} in (
            {%- for value in values %}'{{ value }}'::{{ type }}{{ ', ' if not loop.last }}{% endfor -%}
        )
    {%- endif -%}
{%- endmacro %}

{# The first column of a query as texts; nothing while dbt only parses. #}
{% macro texts_of(query) %}
    {%- if not execute -%}{{ return([]) }}{%- endif -%}
    {%- set found = [] -%}
    {%- for value in run_query(query).columns[0].values() if value is not none -%}
        {%- do found.append(value | string) -%}
    {%- endfor -%}
    {{ return(found) }}
{% endmacro %}
