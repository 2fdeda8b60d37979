{#
    What has arrived and is not yet in the tables below it: the loads of RECEIVED_<dataset> that PROCESSED_LOADS does not hold
    with as many rows. A load is what one COPY brought: source_filename, batch_date, loaded_at.

    Why no watermark: `loaded_at > max(loaded_at)` loses a load that commits after one that started later, and one that shares
    the newest time stamp. Which loads are done is a set, not a point in time, so it is kept as a set. PROCESSED_LOADS is the
    last model of a run; a run that breaks off leaves it as it was, and the next run does the same loads again, which changes
    nothing in tables that are already right. Without PROCESSED_LOADS (first run) every load is pending.
#}
{% macro pending_loads(dataset) %}
    select source_filename, batch_date, loaded_at, count(*) as received_rows
    from {{ ref('received_' ~ dataset) }}
    group by source_filename, batch_date, loaded_at
    {%- set processed = processed_loads_relation() %}
    {%- if processed is not none %}
    except
    select source_filename, batch_date, loaded_at, received_rows
    from {{ processed }}
    where dataset = '{{ dataset }}'
    {%- endif %}
{% endmacro %}

{# By name, not by ref(): PROCESSED_LOADS comes after the models that ask for it. #}
{% macro processed_loads_relation() %}
    {%- if execute -%}
        {{ return(adapter.get_relation(database=target.database, schema='STAGE', identifier='PROCESSED_LOADS')) }}
    {%- endif -%}
    {{ return(none) }}
{% endmacro %}
