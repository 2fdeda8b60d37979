{# The rows of RECEIVED_<dataset> that belong to pending loads. #}
{% macro pending_rows(dataset) %}
    select received.*
    from {{ ref('received_' ~ dataset) }} as received
    inner join ({{ pending_loads(dataset) }}) as pending
        on received.source_filename = pending.source_filename
        and received.batch_date = pending.batch_date
        and received.loaded_at = pending.loaded_at
{% endmacro %}

{# The keys of the valid rows that have arrived. #}
{% macro touched_keys(dataset, key) %}
    select distinct {{ key | join(', ') }}
    from ({{ pending_rows(dataset) }}) as pending_rows
    where rejection_reason is null
{% endmacro %}

{# Every valid version of the sales that have arrived: the new ones and those they supersede, whatever their dates. #}
{% macro touched_sales() %}
    select received.*
    from {{ ref('received_sales') }} as received
    inner join ({{ touched_keys('sales', ['store_token', 'transaction_id']) }}) as touched
        on received.store_token = touched.store_token
        and received.transaction_id = touched.transaction_id
    where received.rejection_reason is null
{% endmacro %}

{#
    The transaction dates to compute again: those of every version of a sale that has arrived (a correction may move a sale to
    another date, then both change), and the lookback window before the newest date.
#}
{% macro touched_transaction_dates() %}
    select transaction_date from ({{ touched_sales() }}) as touched_sales
    union
    select transaction_date
    from {{ ref('stg_sales') }}
    where transaction_date >= (
        select dateadd(day, -{{ var('lookback_days') }}, max(transaction_date)) from {{ ref('stg_sales') }}
    )
{% endmacro %}

{#
    The batch dates to compute again: those that have arrived, those whose rows they supersede, and the lookback window.
#}
{% macro touched_batch_dates() %}
    select batch_date from ({{ pending_loads('sales') }}) as pending
    union
    select batch_date from ({{ touched_sales() }}) as touched_sales
    union
    select batch_date
    from {{ ref('received_sales') }}
    where batch_date >= (
        select dateadd(day, -{{ var('lookback_days') }}, max(batch_date)) from {{ ref('received_sales') }}
    )
{% endmacro %}
