-- Every data row of a batch is valid, rejected or superseded, and nothing else.
select *
from {{ get_where_subquery(ref('mart_batches')) }}
where total_raw_rows <> total_valid_rows + total_rejected_rows + total_superseded_rows
