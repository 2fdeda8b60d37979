{# The texts of all conditions that hold, in order, joined by `; `; NULL if none holds. #}
{% macro reasons(conditions) -%}
    nullif(
        substr(
            concat(
                {%- for condition, text in conditions %}
                iff({{ condition }}, '; {{ text }}', ''){{ ',' if not loop.last }}
                {%- endfor %}
            ),
            3
        ),
        ''
    )
{%- endmacro %}
