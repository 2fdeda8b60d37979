{#
    Incremental strategy `replace_touched_dates`: takes the rows of the touched transaction dates out of the table and puts the
    computed ones in, in one transaction; `unique_key` is the date column. dbt's delete+insert deletes only the dates that the
    new rows have: a date whose last sale a correction moved away has no new row, and its old rows would stay.
#}
{% macro get_incremental_replace_touched_dates_sql(arg_dict) %}
    {%- set columns = get_quoted_csv(arg_dict['dest_columns'] | map(attribute='name')) -%}
    {%- set dml %}
    delete from {{ arg_dict['target_relation'] }}
    where {{ arg_dict['unique_key'] }} in ({{ touched_transaction_dates() }});

    insert into {{ arg_dict['target_relation'] }} ({{ columns }})
    select {{ columns }} from {{ arg_dict['temp_relation'] }}
    {%- endset %}
    {{ return(snowflake_dml_explicit_transaction(dml)) }}
{% endmacro %}
