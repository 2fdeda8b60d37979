-- 40 dates, 10 dates of 5 ranks, 40 batch dates at most.
select
    'report_daily_sales' as report,
    count(*) as lines_shown
from {{ ref('report_daily_sales') }}
having count(*) > 40
union all
select
    'report_top_stores' as report,
    count(distinct transaction_date) as lines_shown
from {{ ref('report_top_stores') }}
having count(distinct transaction_date) > 10
union all
select
    'report_transactions_lifecycle' as report,
    count(*) as lines_shown
from {{ ref('report_transactions_lifecycle') }}
having count(*) > 40
