{# Append only, in the order of receipt, a RAW row once: the memory of all versions of a sale. #}
{{ config(materialized='incremental', incremental_strategy='append', on_schema_change='fail') }}

with cleaned as (
    {{ cleaned_rows('sales') }}
),

typed as (
    select
        *,
        {{ parse_timestamp('transaction_time_text') }}::timestamp_ntz(9) as transaction_time,
        {{ parse_amount('amount_text') }}::number(11, 2) as amount
    from cleaned
)

select
    *,
    transaction_time::date as transaction_date,
    {{ reasons([
        ('store_token is null', 'store_token is missing'),
        ('transaction_id is null', 'transaction_id is missing'),
        ('transaction_time_text is null', 'transaction_time is missing'),
        ('transaction_time_text is not null and transaction_time is null', 'transaction_time is no timestamp'),
        ('amount_text is null', 'amount is missing'),
        ('amount_text is not null and amount is null', 'amount is no NUMBER(11,2)'),
    ]) }} as rejection_reason
from typed
order by loaded_at asc
