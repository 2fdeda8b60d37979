-- No data row of a processed load is missing from the table of received rows.
with raw_rows as (
    select
        'sales' as dataset, source_filename, batch_date, loaded_at,
        count_if(not {{ is_header(
            ['store_token', 'transaction_id', 'receipt_token', 'transaction_time', 'amount', 'user_role'],
            may_be_absent=['source_id']
        ) }}) as data_rows
    from {{ source('raw', 'SALES') }}
    group by source_filename, batch_date, loaded_at
    union all
    select
        'stores' as dataset, source_filename, batch_date, loaded_at,
        count_if(not {{ is_header(['store_group', 'store_token', 'store_name']) }}) as data_rows
    from {{ source('raw', 'STORES') }}
    group by source_filename, batch_date, loaded_at
)

select raw_rows.*, processed.received_rows
from {{ ref('processed_loads') }} as processed
inner join raw_rows
    on processed.dataset = raw_rows.dataset
    and processed.source_filename = raw_rows.source_filename
    and processed.batch_date = raw_rows.batch_date
    and processed.loaded_at = raw_rows.loaded_at
where processed.received_rows <> raw_rows.data_rows
