{# The oldest of the latest `count` dates of a table, as a literal, so that what lies before is not read. #}
{% macro oldest_of_latest(count, relation, column) %}
    {{ return(texts_of(
        "select to_varchar(min(" ~ column ~ "), 'YYYY-MM-DD') as oldest from ("
        ~ "select distinct " ~ column ~ " from " ~ relation ~ " order by " ~ column ~ " desc limit " ~ count
        ~ ") as latest"
    ) | first | default('0001-01-01', true)) }}
{% endmacro %}
