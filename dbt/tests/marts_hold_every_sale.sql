-- The incremental marts sum up to what staging holds: a date that was not computed again would show here.
with sums as (
    select
        'stg_sales' as source, count(*) as sales, coalesce(sum(amount), 0) as amount
    from {{ ref('stg_sales') }}
    union all
    select 'mart_store_sales', coalesce(sum(sales_count), 0), coalesce(sum(total_sales), 0)
    from {{ ref('mart_store_sales') }}
    union all
    select 'mart_daily_sales', coalesce(sum(sales_count), 0), coalesce(sum(total_amount), 0)
    from {{ ref('mart_daily_sales') }}
    union all
    select 'mart_batches', coalesce(sum(total_valid_rows), 0), null
    from {{ ref('mart_batches') }}
)

select sums.*
from sums
inner join sums as staged on staged.source = 'stg_sales'
where sums.sales <> staged.sales
    or sums.amount <> staged.amount
