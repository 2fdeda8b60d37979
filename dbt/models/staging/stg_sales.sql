{#
    The winner of every key that has arrived, found among all its versions and not only among the new ones: a load that
    commits late may be older than the row that is here. Written in the order of its dates: a query for some of them then reads few
    micro-partitions.
#}
{{ config(
    materialized='incremental',
    incremental_strategy='merge_touched_dates',
    unique_key=['store_token', 'transaction_id'],
    on_schema_change='fail',
) }}
-- depends_on: {{ ref('received_sales') }}
-- depends_on: {{ ref('touched_sales') }}

select
    store_token,
    transaction_id,
    receipt_token,
    transaction_time,
    transaction_date,
    amount,
    source_id,
    user_role,
    {{ lineage() | join(',\n    ') }}
{%- if is_incremental() %}
from {{ ref('touched_sales') }}
{%- else %}
from {{ ref('received_sales') }}
where rejection_reason is null
{%- endif %}
{{ latest_received(['store_token', 'transaction_id']) }}
order by transaction_date asc
