{%- set oldest = oldest_of_latest(10, ref('mart_daily_sales'), 'transaction_date') %}
with ranked as (
    select
        *,
        row_number() over (partition by transaction_date order by total_sales desc, store_token asc) as store_rank,
        dense_rank() over (order by transaction_date desc) as date_rank
    from {{ ref('mart_store_sales') }}
    where transaction_date >= '{{ oldest }}'::date
)

select
    ranked.transaction_date,
    ranked.store_rank::number(38, 0) as store_rank,
    ranked.store_token,
    stores.store_name,
    ranked.total_sales,
    sysdate()::date as snapshot_date
from ranked
left join {{ ref('stg_stores') }} as stores
    on ranked.store_token = stores.store_token
where ranked.date_rank <= 10
    and ranked.store_rank <= 5
order by ranked.transaction_date desc, ranked.store_rank asc
