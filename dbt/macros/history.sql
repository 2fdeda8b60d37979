{# The literal time of the oldest pending load of stores; none when there is none. #}
{% macro history_end_start() %}
    {{ return(texts_of(
        "select " ~ timestamp_text('min(loaded_at)') ~ " as oldest from " ~ stage_table('pending_loads') ~ " where dataset = 'stores'"
    ) | first | default(none, true)) }}
{% endmacro %}

{# Keeps the versions of STORES_HISTORY that reach into the time from the oldest pending load on. #}
{% macro in_history_end() %}
    {%- set start = history_end_start() -%}
    {%- if start is none -%}{{ return('false') }}{%- endif -%}
    {{ return("(valid_to is null or valid_to >= '" ~ start ~ "'::timestamp_ntz(9))") }}
{% endmacro %}
