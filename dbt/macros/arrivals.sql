{#
    Which loads a run has to take in. A load is what one COPY brought: source_filename, batch_date, loaded_at. PROCESSED_LOADS
    is the set of those that are in every table, with the rows each had; it is written last.

    `loaded_at` is when a COPY started. One that started earlier may commit later, and two may share a time stamp, so
    `loaded_at > max(loaded_at)` would lose rows. RAW is read from `late_commit_hours` before the newest load that is done:
    longer than any statement may run (STATEMENT_TIMEOUT_IN_SECONDS, two days unless set), so whatever had not committed when the
    last run looked lies in this window. What cannot be, such as rows put back by hand under their old time, is found by
    counting: COUNT(*) over RAW is answered from metadata, and unless all rows before the window are in PROCESSED_LOADS the
    window is opened to all of RAW for this run.
#}
{% macro arrival_window(dataset) %}
    {%- set since = window_start(dataset) -%}
    {%- if since is none -%}{{ return(none) }}{%- endif -%}
    {%- set raw = source('raw', dataset | upper) -%}
    {%- set total = texts_of("select count(*) as row_count from " ~ raw)[0] | int -%}
    {%- set counts = run_query(
        "select"
        ~ " (select count(*) from " ~ raw ~ " where loaded_at >= '" ~ since ~ "'::timestamp_ntz(9)) as in_window,"
        ~ " (select coalesce(sum(raw_rows), 0) from " ~ processed_loads_relation()
        ~ " where dataset = '" ~ dataset ~ "' and loaded_at < '" ~ since ~ "'::timestamp_ntz(9)) as done_before"
    ).rows[0] -%}
    {%- set unknown = total - (counts[0] | int) - (counts[1] | int) -%}
    {%- if unknown == 0 -%}{{ return(since) }}{%- endif -%}
    {%- if unknown < 0 -%}
        {%- do exceptions.warn(
            raw ~ " has lost " ~ -unknown ~ " rows that were loaded before " ~ since
            ~ ". The tables still hold them; run `deploy transform --env … -- build --full-refresh` to take them out."
        ) -%}
    {%- else -%}
        {%- do log(raw ~ ": " ~ unknown ~ " rows came under a time before " ~ since ~ "; all of it is read once", info=true) -%}
    {%- endif -%}
    {{ return(none) }}
{% endmacro %}

{# The literal from which RAW is looked at; none for all of it: in the first run and in a full refresh. #}
{% macro window_start(dataset) %}
    {%- set processed = processed_loads_relation() -%}
    {%- if processed is none or flags.FULL_REFRESH -%}{{ return(none) }}{%- endif -%}
    {{ return(texts_of(
        "select " ~ timestamp_text("dateadd(hour, -" ~ var('late_commit_hours') ~ ", max(loaded_at))") ~ " as since from "
        ~ processed ~ " where dataset = '" ~ dataset ~ "'"
    ) | first | default(none, true)) }}
{% endmacro %}

{# A table of STAGE by name, for queries that tests make as well: dbt takes their dependencies from the tested model alone. #}
{% macro stage_table(name) %}
    {{ return(api.Relation.create(database=target.database, schema='STAGE', identifier=name)) }}
{% endmacro %}

{# By name, not by ref(): PROCESSED_LOADS comes after the models that ask for it. #}
{% macro processed_loads_relation() %}
    {%- if execute -%}
        {{ return(adapter.get_relation(database=target.database, schema='STAGE', identifier='PROCESSED_LOADS')) }}
    {%- endif -%}
    {{ return(none) }}
{% endmacro %}

{# Keeps the rows of pending loads, by literal times; `column` is the load time of a table of this dataset. #}
{% macro of_pending_times(dataset, column='loaded_at') %}
    {%- set times = texts_of(
        "select distinct " ~ timestamp_text('loaded_at') ~ " as loaded_at from " ~ stage_table('pending_loads')
        ~ " where dataset = '" ~ dataset ~ "' order by 1"
    ) -%}
    {{ return(in_literals(column, times, 'timestamp_ntz(9)')) }}
{% endmacro %}

{# The rows of RECEIVED_<dataset> that belong to pending loads. #}
{% macro pending_rows(dataset) %}
    select received.*
    from {{ ref('received_' ~ dataset) }} as received
    inner join {{ ref('pending_loads') }} as pending
        on received.source_filename = pending.source_filename
        and received.batch_date = pending.batch_date
        and received.loaded_at = pending.loaded_at
    where pending.dataset = '{{ dataset }}'
        and {{ of_pending_times(dataset, 'received.loaded_at') }}
{% endmacro %}

{# The loads of all datasets in RAW, with their rows; no earlier than the window of each. #}
{% macro arrived_loads() %}
    {%- for dataset in datasets() %}
    {%- set raw = source('raw', dataset | upper) %}
    {%- set since = arrival_window(dataset) %}
    select
        '{{ dataset }}' as dataset,
        raw.source_filename,
        raw.batch_date,
        raw.loaded_at,
        count(*)::number(38, 0) as raw_rows,
        count_if(not {{ is_header(dataset, 'raw') }})::number(38, 0) as received_rows
    from {{ raw }} as raw
    {%- if since is not none %}
    where raw.loaded_at >= '{{ since }}'::timestamp_ntz(9)
    {%- endif %}
    group by raw.source_filename, raw.batch_date, raw.loaded_at
    {{ 'union all' if not loop.last }}
    {%- endfor %}
{% endmacro %}
