{# Merged: a batch date has rows for ever, so none ever leaves. #}
{{ config(
    materialized='incremental',
    incremental_strategy='merge',
    unique_key='batch_date',
    on_schema_change='fail',
) }}

with received as (
    select *
    from {{ ref('received_sales') }}
    {%- if is_incremental() %}
    where batch_date in ({{ touched_batch_dates() }})
    {%- endif %}
)

select
    received.batch_date,
    count(*)::number(38, 0) as total_raw_rows,
    count(winner.loaded_at)::number(38, 0) as total_valid_rows,
    count(received.rejection_reason)::number(38, 0) as total_rejected_rows,
    count_if(received.rejection_reason is null and winner.loaded_at is null)::number(38, 0) as total_superseded_rows,
    max(received.loaded_at)::timestamp_ntz(9) as last_loaded_at
from received
left join {{ ref('stg_sales') }} as winner
    on received.source_filename = winner.source_filename
    and received.source_row_number = winner.source_row_number
    and received.loaded_at = winner.loaded_at
group by received.batch_date
