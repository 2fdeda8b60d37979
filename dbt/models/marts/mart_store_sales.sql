{{ config(
    materialized='incremental',
    incremental_strategy='replace_dates',
    unique_key='transaction_date',
    on_schema_change='fail',
) }}
-- depends_on: {{ ref('touched_sales') }}

select
    transaction_date,
    store_token,
    count(*)::number(38, 0) as sales_count,
    sum(amount)::number(38, 2) as total_sales
from {{ ref('stg_sales') }}
{%- if is_incremental() %}
where {{ in_dates_to_build('transaction_date') }}
{%- endif %}
group by transaction_date, store_token
order by transaction_date asc
