{# The month's running total is taken over all days of the mart before the last 40 are picked. #}
with days as (
    select
        *,
        sum(total_amount) over (
            partition by date_trunc('month', transaction_date)
            order by transaction_date asc
            rows between unbounded preceding and current row
        ) as monthly_cumulative_sales
    from {{ ref('mart_daily_sales') }}
)

select
    transaction_date,
    active_stores,
    total_amount,
    -- ROUND of a NUMBER rounds half away from zero.
    round(total_amount / active_stores, 2)::number(38, 2) as avg_store_sales,
    monthly_cumulative_sales::number(38, 2) as monthly_cumulative_sales,
    top_store_token,
    sysdate()::date as snapshot_date
from days
qualify row_number() over (order by transaction_date desc) <= 40
order by transaction_date desc
