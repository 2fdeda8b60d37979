{# The winner of every store that has arrived, among all its versions; see stg_sales. #}
{{ config(
    materialized='incremental',
    incremental_strategy='merge',
    unique_key='store_token',
    on_schema_change='fail',
) }}

select
    store_token,
    store_group,
    store_name,
    source_filename,
    source_row_number,
    batch_date,
    loaded_at
from {{ ref('received_stores') }}
where rejection_reason is null
    {%- if is_incremental() %}
    and store_token in ({{ touched_keys('stores', ['store_token']) }})
    {%- endif %}
{{ latest_received(['store_token']) }}
