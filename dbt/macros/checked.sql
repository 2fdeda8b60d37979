{#
    What a data test looks at. In `dbt build` it is what the run may have changed, by the same literals as the models; the
    rest was looked at by the run that made it. `dbt test`, a full refresh and `--vars 'test_everything: true'` look at whole tables.
    dbt calls get_where_subquery for the table of every generic test.
#}
{% macro get_where_subquery(relation) %}
    {%- set conditions = [] -%}
    {%- if config.get('where') -%}{%- do conditions.append('(' ~ config.get('where') ~ ')') -%}{%- endif -%}
    {%- set changed = changed_rows(relation) -%}
    {%- if changed -%}{%- do conditions.append(changed) -%}{%- endif -%}
    {%- if not conditions -%}{{ return(relation) }}{%- endif -%}
    {{ return('(select * from ' ~ relation ~ ' where ' ~ conditions | join(' and ') ~ ') as checked_rows') }}
{% endmacro %}

{# The condition that a run's changes meet; nothing for small tables and where everything is looked at. #}
{% macro changed_rows(relation) %}
    {%- if not execute or flags.FULL_REFRESH or flags.WHICH != 'build' or var('test_everything') -%}
        {{ return('') }}
    {%- endif -%}
    {%- set table = relation.identifier | lower -%}
    {%- set dataset = table.split('_') | last -%}
    {%- if relation.schema | lower == 'raw' -%}
        {%- set since = window_start(table) -%}
        {{ return('' if since is none else "loaded_at >= '" ~ since ~ "'::timestamp_ntz(9)") }}
    {%- elif table in ['received_sales', 'received_stores', 'rejected_sales', 'rejected_stores'] -%}
        {{ return(of_pending_times(dataset)) }}
    {%- elif table in ['stg_sales', 'mart_store_sales', 'mart_daily_sales'] -%}
        {{ return(in_dates_to_build('transaction_date')) }}
    {%- elif table == 'mart_batches' -%}
        {{ return(in_batches_to_build('batch_date')) }}
    {%- endif -%}
    {{ return('') }}
{% endmacro %}
