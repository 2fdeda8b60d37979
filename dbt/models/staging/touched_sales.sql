{#
    Every valid version of the sales that have arrived: the new ones and those they supersede, whatever their dates. Made anew
    in every run; a full refresh computes everything and needs none.
#}
{{ config(materialized='table') }}
-- depends_on: {{ ref('pending_loads') }}

with touched as (
    select distinct
        store_token,
        transaction_id
    from ({{ pending_rows('sales') }}) as pending_rows
    where rejection_reason is null
)

select received.*
from {{ ref('received_sales') }} as received
inner join touched
    on received.store_token = touched.store_token
    and received.transaction_id = touched.transaction_id
where received.rejection_reason is null
    and {{ 'false' if flags.FULL_REFRESH else in_touched_key_ranges('received.transaction_id') }}
