{# Merged: a batch date has rows for ever, so none ever leaves. A winner carries the batch date of its row. #}
{{ config(
    materialized='incremental',
    incremental_strategy='merge_batches',
    unique_key='batch_date',
    on_schema_change='fail',
) }}
-- depends_on: {{ ref('pending_loads') }}
-- depends_on: {{ ref('touched_sales') }}

with received as (
    select *
    from {{ ref('received_sales') }}
    {%- if is_incremental() %}
    where {{ in_batches_to_build('batch_date') }}
    {%- endif %}
),

winners as (
    select *
    from {{ ref('stg_sales') }}
    {%- if is_incremental() %}
    where {{ in_batches_to_build('batch_date') }}
    {%- endif %}
)

select
    received.batch_date,
    count(*)::number(38, 0) as total_raw_rows,
    count(winners.loaded_at)::number(38, 0) as total_valid_rows,
    count(received.rejection_reason)::number(38, 0) as total_rejected_rows,
    count_if(received.rejection_reason is null and winners.loaded_at is null)::number(38, 0) as total_superseded_rows,
    max(received.loaded_at)::timestamp_ntz(9) as last_loaded_at
from received
left join winners
    on received.source_filename = winners.source_filename
    and received.source_row_number = winners.source_row_number
    and received.loaded_at = winners.loaded_at
group by received.batch_date
