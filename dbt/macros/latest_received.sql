{# Keeps the row of each key that was received last; the lineage makes the order total. #}
{% macro latest_received(key) -%}
    qualify row_number() over (
        partition by {{ key | join(', ') }}
        order by loaded_at desc, batch_date desc, source_filename desc, source_row_number desc
    ) = 1
{%- endmacro %}
