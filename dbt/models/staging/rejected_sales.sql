{# Merged by lineage, so that a run that repeats pending loads adds nothing twice. #}
{{ config(
    materialized='incremental',
    incremental_strategy='merge',
    unique_key=['source_filename', 'source_row_number', 'loaded_at'],
    on_schema_change='fail',
) }}
-- depends_on: {{ ref('received_sales') }}

select
    rejection_reason as reason,
    store_token,
    transaction_id,
    receipt_token,
    transaction_time_text as transaction_time,
    amount_text as amount,
    source_id,
    user_role,
    source_filename,
    source_row_number,
    batch_date,
    loaded_at
{%- if is_incremental() %}
from ({{ pending_rows('sales') }}) as pending_rows
{%- else %}
from {{ ref('received_sales') }}
{%- endif %}
where rejection_reason is not null
