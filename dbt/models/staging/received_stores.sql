{# Append only, in the order of receipt, a RAW row once: the memory of all versions of a store. #}
{{ config(materialized='incremental', incremental_strategy='append', on_schema_change='fail') }}

with cleaned as (
    {{ cleaned_rows('stores') }}
)

select
    *,
    {{ reasons([('store_token is null', 'store_token is missing')]) }} as rejection_reason
from cleaned
order by loaded_at asc
