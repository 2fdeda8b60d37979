-- Each day of the marts sums up to what staging holds: a date that was not computed again would show here.
with days as (
    select
        'stg_sales' as source,
        transaction_date,
        count(*) as sales,
        sum(amount) as amount
    from {{ get_where_subquery(ref('stg_sales')) }}
    group by transaction_date
    union all
    select
        'mart_store_sales' as source,
        transaction_date,
        sum(sales_count) as sales,
        sum(total_sales) as amount
    from {{ get_where_subquery(ref('mart_store_sales')) }}
    group by transaction_date
    union all
    select
        'mart_daily_sales' as source,
        transaction_date,
        sales_count as sales,
        total_amount as amount
    from {{ get_where_subquery(ref('mart_daily_sales')) }}
)

select transaction_date
from days
group by transaction_date
having count(*) <> 3
    or min(sales) <> max(sales)
    or min(amount) <> max(amount)
