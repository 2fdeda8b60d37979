-- 40 dates, 10 dates of 5 ranks, 40 batch dates at most.
select 'report_daily_sales' as report, count(*) as lines
from {{ ref('report_daily_sales') }}
having count(*) > 40
union all
select 'report_top_stores', count(distinct transaction_date)
from {{ ref('report_top_stores') }}
having count(distinct transaction_date) > 10
union all
select 'report_transactions_lifecycle', count(*)
from {{ ref('report_transactions_lifecycle') }}
having count(*) > 40
