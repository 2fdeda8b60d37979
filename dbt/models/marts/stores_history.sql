{#
    Slowly changing dimension, type 2, computed from the received rows and not by looking at STG_STORES when a run happens to
    come by (docs/decisions/0012). An incremental run computes the end of a touched store's history again, from the oldest
    pending load on: the version that was valid then, and every row received since.
#}
{{ config(
    materialized='incremental',
    incremental_strategy='replace_history_end',
    on_schema_change='fail',
) }}
-- depends_on: {{ ref('pending_loads') }}
{%- set columns = ['store_token', 'store_group', 'store_name'] + lineage() %}

with received as (
    {%- if is_incremental() %}
    {%- set start = history_end_start() %}
    select {{ columns | join(', ') }}
    from {{ ref('received_stores') }}
    where rejection_reason is null
        and {{ "loaded_at >= '" ~ start ~ "'::timestamp_ntz(9)" if start is not none else 'false' }}
    union all
    select
        store_token,
        store_group,
        store_name,
        source_filename,
        source_row_number,
        batch_date,
        valid_from as loaded_at
    from {{ this }}
    where {{ in_history_end() }}
        and {{ "valid_from < '" ~ start ~ "'::timestamp_ntz(9)" if start is not none else 'false' }}
    {%- else %}
    select {{ columns | join(', ') }}
    from {{ ref('received_stores') }}
    where rejection_reason is null
    {%- endif %}
),

touched as (
    select distinct store_token
    {%- if is_incremental() %}
    from ({{ pending_rows('stores') }}) as pending_rows
    {%- else %}
    from {{ ref('received_stores') }}
    {%- endif %}
    where rejection_reason is null
),

-- What a store was from a moment on: of several rows of one moment the last counts.
states as (
    select received.*
    from received
    inner join touched
        on received.store_token = touched.store_token
    qualify
        row_number() over (
            partition by received.store_token, received.loaded_at
            order by received.batch_date desc, received.source_filename desc, received.source_row_number desc
        ) = 1
),

compared as (
    select
        *,
        row_number() over (partition by store_token order by loaded_at asc) as state_number,
        lag(store_group) over (partition by store_token order by loaded_at asc) as group_before,
        lag(store_name) over (partition by store_token order by loaded_at asc) as name_before
    from states
),

changes as (
    select *
    from compared
    where state_number = 1
        or not equal_null(store_group, group_before)
        or not equal_null(store_name, name_before)
)

select
    store_token,
    store_group,
    store_name,
    loaded_at::timestamp_ntz(9) as valid_from,
    (lead(loaded_at) over (partition by store_token order by loaded_at asc))::timestamp_ntz(9) as valid_to,
    lead(loaded_at) over (partition by store_token order by loaded_at asc) is null as is_current,
    source_filename,
    source_row_number::number(38, 0) as source_row_number,
    batch_date
from changes
