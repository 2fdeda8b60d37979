{# Merged by lineage; see rejected_sales. #}
{{ config(
    materialized='incremental',
    incremental_strategy='merge',
    unique_key=['source_filename', 'source_row_number', 'loaded_at'],
    on_schema_change='fail',
) }}
-- depends_on: {{ ref('received_stores') }}

select
    rejection_reason as reason,
    store_group,
    store_token,
    store_name,
    source_filename,
    source_row_number,
    batch_date,
    loaded_at
{%- if is_incremental() %}
from ({{ pending_rows('stores') }}) as pending_rows
{%- else %}
from {{ ref('received_stores') }}
{%- endif %}
where rejection_reason is not null
