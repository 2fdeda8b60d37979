{#
    The data rows of RAW.<dataset>, trimmed and without null words; header lines are left out. Columns that become more than
    text are called <column>_text. An incremental run takes the rows of pending loads that are not there yet, by lineage: a
    run that broke off may have taken some.
#}
{% macro cleaned_rows(dataset) %}
    {%- set contract = contract(dataset) -%}
    {%- set pending = ref('pending_loads') -%}
    select
        {%- for column in contract.columns %}
        {{ cleaned('raw.' ~ column) }} as {{ column }}{{ '_text' if column in contract.typed }},
        {%- endfor %}
        {%- for column in lineage() %}
        raw.{{ column }}{{ ',' if not loop.last }}
        {%- endfor %}
    from {{ source('raw', dataset | upper) }} as raw
    {%- if is_incremental() %}
    inner join {{ pending }} as pending
        on raw.source_filename = pending.source_filename
        and raw.batch_date = pending.batch_date
        and raw.loaded_at = pending.loaded_at
        and pending.dataset = '{{ dataset }}'
    {%- endif %}
    where not {{ is_header(dataset, 'raw') }}
    {%- if is_incremental() %}
        and {{ of_pending_times(dataset, 'raw.loaded_at') }}
        and not exists (
            select 1
            from {{ this }} as seen
            where seen.source_filename = raw.source_filename
                and seen.source_row_number = raw.source_row_number
                and seen.loaded_at = raw.loaded_at
                and {{ of_pending_times(dataset, 'seen.loaded_at') }}
        )
    {%- endif %}
{% endmacro %}

{# The rejected rows with every column as it was sent; those of pending loads in an incremental run. #}
{% macro rejected_rows(dataset) %}
    {%- set contract = contract(dataset) -%}
    {%- set received = [ref('received_' ~ dataset), ref('pending_loads')] -%}
    select
        rejection_reason as reason,
        {%- for column in contract.columns %}
        {{ column ~ '_text as ' ~ column if column in contract.typed else column }},
        {%- endfor %}
        {{ lineage() | join(',\n        ') }}
    {%- if is_incremental() %}
    from ({{ pending_rows(dataset) }}) as pending_rows
    {%- else %}
    from {{ received[0] }}
    {%- endif %}
    where rejection_reason is not null
{% endmacro %}

{#
    Whether a row is a line of column names: every field is the name of its column, ignoring case and blanks. An optional
    column may also be NULL: the header of a file without it has no name for it. Never NULL: a row with a missing field is data.
#}
{% macro is_header(dataset, alias) -%}
    coalesce(
        {%- for column in contract(dataset).columns %}
        {%- set field = "lower(regexp_replace(" ~ alias ~ "." ~ column ~ ", '[ \t]', ''))" %}
        {{ 'and ' if not loop.first }}
        {%- if column in contract(dataset).optional -%}
        coalesce({{ field }}, '') in ('{{ column }}', '')
        {%- else -%}
        {{ field }} = '{{ column }}'
        {%- endif %}
        {%- endfor %},
        false
    )
{%- endmacro %}
