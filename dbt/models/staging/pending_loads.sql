{#
    What this run takes in: the loads of RAW that PROCESSED_LOADS does not hold with as many rows. Made anew in every run, before
    all else, so that every model works on the same loads whatever arrives meanwhile. A run that breaks off leaves its loads
    pending; the next run does them again, and since every step gives the same when it is done twice, ends right.
#}
{{ config(materialized='table') }}
{%- set processed = none if flags.FULL_REFRESH else processed_loads_relation() %}

{%- for dataset in datasets() %}
{%- set raw = source('raw', dataset | upper) %}
{%- set since = arrival_window(dataset) %}
select
    '{{ dataset }}' as dataset,
    arrived.source_filename,
    arrived.batch_date,
    arrived.loaded_at,
    arrived.raw_rows,
    arrived.received_rows
from (
    select
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
) as arrived
{%- if processed is not none %}
left join {{ processed }} as done
    on arrived.source_filename = done.source_filename
    and arrived.batch_date = done.batch_date
    and arrived.loaded_at = done.loaded_at
    and done.dataset = '{{ dataset }}'
where done.raw_rows is null or done.raw_rows <> arrived.raw_rows
{%- endif %}
{{ 'union all' if not loop.last }}
{%- endfor %}
