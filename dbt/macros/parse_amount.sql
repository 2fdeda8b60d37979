{#
    The amount that a text names, as NUMBER(11,2); NULL if the text is no amount.

    Accepted: an optional sign, an optional `$`, digits or digits in groups of three between commas, at most two decimals.
    TRY_TO_DECIMAL refuses what has more than nine digits before the point.
#}
{% macro parse_amount(text) -%}
    case
        when regexp_like({{ text }}, '[+-]?[$]?([0-9]+|[0-9]{1,3}(,[0-9]{3})+)([.][0-9]{1,2})?')
            then try_to_decimal(regexp_replace({{ text }}, '[+$,]', ''), 11, 2)
    end
{%- endmacro %}
