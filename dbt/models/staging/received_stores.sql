{# Append only, a RAW row once, known by its lineage; see received_sales. #}
{{ config(materialized='incremental', incremental_strategy='append', on_schema_change='fail') }}

with data_rows as (
    select *
    from {{ source('raw', 'STORES') }} as raw
    where not {{ is_header(['store_group', 'store_token', 'store_name']) }}
    {%- if is_incremental() %}
        and not exists (
            select 1
            from {{ this }} as seen
            where seen.source_filename = raw.source_filename
                and seen.source_row_number = raw.source_row_number
                and seen.loaded_at = raw.loaded_at
        )
    {%- endif %}
),

cleaned as (
    select
        {{ cleaned('store_group') }} as store_group,
        {{ cleaned('store_token') }} as store_token,
        {{ cleaned('store_name') }} as store_name,
        source_filename,
        source_row_number,
        batch_date,
        loaded_at
    from data_rows
)

select
    store_group,
    store_token,
    store_name,
    case when store_token is null then 'store_token is missing' end as rejection_reason,
    source_filename,
    source_row_number,
    batch_date,
    loaded_at
from cleaned
