{%- set condition = changed_rows(ref('mart_batches')) %}
-- The valid rows of a batch are its rows in staging.
with staged as (
    select
        batch_date,
        count(*) as sales
    from {{ ref('stg_sales') }}
    {%- if condition %}
    where {{ condition }}
    {%- endif %}
    group by batch_date
)

select
    batches.batch_date,
    batches.total_valid_rows,
    staged.sales
from (select * from {{ get_where_subquery(ref('mart_batches')) }}) as batches
full outer join staged
    on batches.batch_date = staged.batch_date
where coalesce(batches.total_valid_rows, 0) <> coalesce(staged.sales, 0)
