{#
    What this run takes in: the loads of RAW that PROCESSED_LOADS does not hold with as many rows. Made anew in every run, before
    all else, so that every model works on the same loads whatever arrives meanwhile. A run that breaks off leaves its loads
    pending; the next run does them again, and since every step gives the same when it is done twice, ends right.
#}
{{ config(materialized='table') }}
{%- set processed = none if flags.FULL_REFRESH else processed_loads_relation() %}

with arrived as (
    {{ arrived_loads() }}
)

{# What a macro has written before shifts the indent that sqlfluff expects. #}
-- noqa: disable=LT02
select *
from arrived
{%- if processed is not none %}
where not exists (
    select 1
    from {{ processed }} as done
    where done.dataset = arrived.dataset
        and done.source_filename = arrived.source_filename
        and done.batch_date = arrived.batch_date
        and done.loaded_at = arrived.loaded_at
        and done.raw_rows = arrived.raw_rows
)
{%- endif %}
