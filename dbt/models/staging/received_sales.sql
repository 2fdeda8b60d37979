{#
    Append only, a RAW row once: what is new is what is not here by its lineage. Not by a watermark on loaded_at, which is the
    time a load started: another may have started later and committed earlier, or at the same time.
#}
{{ config(materialized='incremental', incremental_strategy='append', on_schema_change='fail') }}

with data_rows as (
    select *
    from {{ source('raw', 'SALES') }} as raw
    where not {{ is_header(
        ['store_token', 'transaction_id', 'receipt_token', 'transaction_time', 'amount', 'user_role'],
        may_be_absent=['source_id']
    ) }}
    {%- if is_incremental() %}
        and not exists (
            select 1
            from {{ this }} as seen
            where seen.source_filename = raw.source_filename
                and seen.source_row_number = raw.source_row_number
                and seen.loaded_at = raw.loaded_at
        )
    {%- endif %}
),

cleaned as (
    select
        {{ cleaned('store_token') }} as store_token,
        {{ cleaned('transaction_id') }} as transaction_id,
        {{ cleaned('receipt_token') }} as receipt_token,
        {{ cleaned('transaction_time') }} as transaction_time_text,
        {{ cleaned('amount') }} as amount_text,
        {{ cleaned('source_id') }} as source_id,
        {{ cleaned('user_role') }} as user_role,
        source_filename,
        source_row_number,
        batch_date,
        loaded_at
    from data_rows
),

typed as (
    select
        *,
        {{ parse_timestamp('transaction_time_text') }} as transaction_time,
        {{ parse_amount('amount_text') }} as amount
    from cleaned
)

select
    store_token,
    transaction_id,
    receipt_token,
    transaction_time_text,
    transaction_time::timestamp_ntz(9) as transaction_time,
    transaction_time::date as transaction_date,
    amount_text,
    amount::number(11, 2) as amount,
    source_id,
    user_role,
    {{ reasons([
        ('store_token is null', 'store_token is missing'),
        ('transaction_id is null', 'transaction_id is missing'),
        ('transaction_time_text is null', 'transaction_time is missing'),
        ('transaction_time_text is not null and transaction_time is null', 'transaction_time is no timestamp'),
        ('amount_text is null', 'amount is missing'),
        ('amount_text is not null and amount is null', 'amount is no NUMBER(11,2)'),
    ]) }} as rejection_reason,
    source_filename,
    source_row_number,
    batch_date,
    loaded_at
from typed
