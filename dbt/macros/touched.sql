{#
    Literal ranges of transaction_id that hold every key of the pending sales, one for each of their transaction dates.
    Ids that grow with time lie close together within a day, so the older versions of a key are found in few micro-partitions
    of RECEIVED_SALES, and a correction of an old sale widens no other day's range. Ids without any order give wide ranges:
    then one column is read in whole, and the result is the same.
#}
{% macro in_touched_key_ranges(column) %}
    {%- if not execute -%}{{ return('true') }}{%- endif -%}
    {%- for span in ['day', 'month', 'year'] -%}
        {%- set ranges = run_query(
            "select date_trunc('" ~ span ~ "', transaction_date) as span_start, min(transaction_id) as low,"
            ~ " max(transaction_id) as high from (" ~ pending_rows('sales') ~ ") as pending_rows"
            ~ " where rejection_reason is null group by 1 order by 1"
        ).rows -%}
        {%- if ranges | length == 0 -%}{{ return('false') }}{%- endif -%}
        {%- if ranges | length <= 100 -%}
            {%- set conditions = [] -%}
            {%- for row in ranges -%}
                {%- do conditions.append(
                    column ~ ' between ' ~ text_literal(row[1] | string) ~ ' and ' ~ text_literal(row[2] | string)
                ) -%}
            {%- endfor -%}
            {{ return('(' ~ conditions | join('\n        or ') ~ ')') }}
        {%- endif -%}
    {%- endfor -%}
    {{ return('true') }}
{% endmacro %}

{# Keeps the transaction dates of every version of a sale that has arrived: a correction may move it, then both change. #}
{% macro in_touched_dates(column) %}
    {{ return(in_literals(column, texts_of(
        "select distinct to_varchar(transaction_date, 'YYYY-MM-DD') as transaction_date from " ~ stage_table('touched_sales') ~ " order by 1"
    ), 'date')) }}
{% endmacro %}

{# The transaction dates to compute again: the touched ones and the lookback window before the newest date. #}
{% macro in_dates_to_build(column) %}
    {{ return('(' ~ in_touched_dates(column) ~ in_lookback(column, stage_table('stg_sales'), 'transaction_date') ~ ')') }}
{% endmacro %}

{# The batch dates to compute again: those that have arrived, those whose rows they may supersede, and the lookback window. #}
{% macro in_batches_to_build(column) %}
    {%- set dates = texts_of(
        "select distinct to_varchar(batch_date, 'YYYY-MM-DD') as batch_date from ("
        ~ "select batch_date from " ~ stage_table('pending_loads') ~ " where dataset = 'sales'"
        ~ " union all select batch_date from " ~ stage_table('touched_sales') ~ ") as dates order by 1"
    ) -%}
    {{ return(
        '(' ~ in_literals(column, dates, 'date') ~ in_lookback(column, stage_table('received_sales'), 'batch_date') ~ ')'
    ) }}
{% endmacro %}

{# `or column >= …`; nothing for an empty table. MAX of a column is answered from metadata. #}
{% macro in_lookback(column, relation, date) %}
    {%- set newest = texts_of(
        "select to_varchar(max(" ~ date ~ "), 'YYYY-MM-DD') as newest from " ~ relation
    ) | first | default('', true) -%}
    {%- if newest == '' -%}{{ return('') }}{%- endif -%}
    {%- set first = modules.datetime.date.fromisoformat(newest)
        - modules.datetime.timedelta(days=var('lookback_days') | int) -%}
    {{ return(" or " ~ column ~ " >= '" ~ first ~ "'::date") }}
{% endmacro %}
