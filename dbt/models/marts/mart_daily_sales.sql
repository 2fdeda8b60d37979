{{ config(
    materialized='incremental',
    incremental_strategy='replace_dates',
    unique_key='transaction_date',
    on_schema_change='fail',
) }}
-- depends_on: {{ ref('touched_sales') }}
-- depends_on: {{ ref('stg_sales') }}

with ranked as (
    select
        *,
        row_number() over (partition by transaction_date order by total_sales desc, store_token asc) as store_rank
    from {{ ref('mart_store_sales') }}
    {%- if is_incremental() %}
    where {{ in_dates_to_build('transaction_date') }}
    {%- endif %}
)

select
    transaction_date,
    count(*)::number(38, 0) as active_stores,
    sum(sales_count)::number(38, 0) as sales_count,
    sum(total_sales)::number(38, 2) as total_amount,
    max(case when store_rank = 1 then store_token end) as top_store_token
from ranked
group by transaction_date
