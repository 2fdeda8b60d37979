-- The current version of each store is the row in STG_STORES.
with current_versions as (
    select *
    from {{ ref('stores_history') }}
    where is_current
)

select
    stores.store_token,
    history.store_name as name_in_history,
    stores.store_name
from {{ ref('stg_stores') }} as stores
full outer join current_versions as history
    on stores.store_token = history.store_token
where stores.store_token is null
    or history.store_token is null
    or not equal_null(stores.store_group, history.store_group)
    or not equal_null(stores.store_name, history.store_name)
