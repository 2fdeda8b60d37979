{# The names of those of these models that this run does not build. #}
{% macro not_built(relations) %}
    {%- set missing = [] -%}
    {%- for relation in relations if execute and 'model.retail.' ~ relation.identifier not in selected_resources -%}
        {%- do missing.append(relation.identifier) -%}
    {%- endfor -%}
    {{ return(missing) }}
{% endmacro %}
