-- No data row of a load that this run took in is missing from the tables of received rows.
with received as (
    {%- for dataset in datasets() %}
    select
        '{{ dataset }}' as dataset,
        source_filename,
        batch_date,
        loaded_at,
        count(*) as received_rows
    from {{ get_where_subquery(ref('received_' ~ dataset)) }}
    group by source_filename, batch_date, loaded_at
    {{ 'union all' if not loop.last }}
    {%- endfor %}
)

select
    processed.*,
    received.received_rows as rows_found
from {{ ref('processed_loads') }} as processed
inner join {{ ref('pending_loads') }} as pending
    on processed.dataset = pending.dataset
    and processed.source_filename = pending.source_filename
    and processed.batch_date = pending.batch_date
    and processed.loaded_at = pending.loaded_at
left join received
    on processed.dataset = received.dataset
    and processed.source_filename = received.source_filename
    and processed.batch_date = received.batch_date
    and processed.loaded_at = received.loaded_at
where processed.received_rows > coalesce(received.received_rows, 0)
