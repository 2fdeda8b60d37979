{# The winner of every store: the latest of what has arrived and what is here. #}
{{ config(
    materialized='incremental',
    incremental_strategy='merge',
    unique_key='store_token',
    on_schema_change='fail',
) }}
-- depends_on: {{ ref('pending_loads') }}
{%- set columns = ['store_token', 'store_group', 'store_name'] + lineage() %}

with candidates as (
    {%- if is_incremental() %}
    select {{ columns | join(', ') }}
    from ({{ pending_rows('stores') }}) as pending_rows
    where rejection_reason is null
    union all
    select {{ columns | join(', ') }}
    from {{ this }}
    {%- else %}
    select {{ columns | join(', ') }}
    from {{ ref('received_stores') }}
    where rejection_reason is null
    {%- endif %}
)

select *
from candidates
{{ latest_received(['store_token']) }}
