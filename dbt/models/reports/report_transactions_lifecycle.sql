select
    batch_date,
    total_raw_rows,
    total_valid_rows,
    total_rejected_rows,
    total_superseded_rows,
    last_loaded_at::date as processing_date
from {{ ref('mart_batches') }}
qualify row_number() over (order by batch_date desc) <= 40
order by batch_date desc
