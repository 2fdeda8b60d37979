{# A model lands in exactly the schema it names: STAGE and ANALYTICS are the deployer's, dbt adds no prefix. #}
{% macro generate_schema_name(custom_schema_name, node) -%}
    {{ (custom_schema_name or target.schema) | trim }}
{%- endmacro %}
