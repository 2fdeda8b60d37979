{#
    Incremental strategies whose reach is known when the model runs and not when the project is parsed. Each is one
    transaction and gives the same when it is done twice.
#}

{# The rows of the dates to compute again are taken out and the computed ones put in. dbt's delete+insert deletes only the dates
   that the new rows have: a date whose last sale a correction moved away has no new row, and its old rows would stay. #}
{% macro get_incremental_replace_dates_sql(arg_dict) %}
    {{ return(delete_and_insert(arg_dict, in_dates_to_build(arg_dict['unique_key']))) }}
{% endmacro %}

{# Every version of a store that ends after the oldest pending load is taken out, and the computed end of its history put in. #}
{% macro get_incremental_replace_history_end_sql(arg_dict) %}
    {%- set pending = ref('pending_loads') -%}
    {{ return(delete_and_insert(
        arg_dict,
        "store_token in (select store_token from (" ~ pending_rows('stores') ~ ") as pending_rows"
        ~ " where rejection_reason is null) and " ~ in_history_end()
    )) }}
{% endmacro %}

{# A sale is looked for among the dates of all its versions: the row in the table is one of them. #}
{% macro get_incremental_merge_touched_dates_sql(arg_dict) %}
    {{ return(merge_where(arg_dict, in_touched_dates('DBT_INTERNAL_DEST.transaction_date'))) }}
{% endmacro %}

{% macro get_incremental_merge_batches_sql(arg_dict) %}
    {{ return(merge_where(arg_dict, in_batches_to_build('DBT_INTERNAL_DEST.batch_date'))) }}
{% endmacro %}

{# A rejected row is looked for among the loads that are pending. #}
{% macro get_incremental_merge_pending_sales_sql(arg_dict) %}
    {{ return(merge_where(arg_dict, of_pending_times('sales', 'DBT_INTERNAL_DEST.loaded_at'))) }}
{% endmacro %}

{% macro get_incremental_merge_pending_stores_sql(arg_dict) %}
    {{ return(merge_where(arg_dict, of_pending_times('stores', 'DBT_INTERNAL_DEST.loaded_at'))) }}
{% endmacro %}

{% macro merge_where(arg_dict, condition) %}
    {%- do return(get_merge_sql(
        arg_dict['target_relation'], arg_dict['temp_relation'], arg_dict['unique_key'], arg_dict['dest_columns'], [condition]
    )) -%}
{% endmacro %}

{% macro delete_and_insert(arg_dict, condition) %}
    {%- set columns = get_quoted_csv(arg_dict['dest_columns'] | map(attribute='name')) -%}
    {%- set dml %}
    delete from {{ arg_dict['target_relation'] }}
    where {{ condition }};

    insert into {{ arg_dict['target_relation'] }} ({{ columns }})
    select {{ columns }} from {{ arg_dict['temp_relation'] }}
    {%- endset %}
    {{ return(snowflake_dml_explicit_transaction(dml)) }}
{% endmacro %}
