{#
    The point in time that a text names, as TIMESTAMP_NTZ in UTC; NULL if the text is no point in time.

    Accepted: 20211001T174600.000 and 2021-10-01T17:46:00.000, with `T` or a blank between date and time, a fraction of one
    to nine digits or none, and `Z`, an offset of at most 14 hours (+02, +0200, +02:00) or no zone, which means UTC.
    The pattern decides the form (REGEXP_LIKE matches the whole text), TRY_TO_TIMESTAMP_NTZ whether such a day exists.
#}
{% macro parse_timestamp(text) -%}
    {%- set time_of_day = '([01][0-9]|2[0-3]){0}[0-5][0-9]{0}[0-5][0-9]' -%}
    {%- set basic = '[0-9]{8}[T ]' ~ time_of_day.format('') -%}
    {%- set extended = '[0-9]{4}-[0-9]{2}-[0-9]{2}[T ]' ~ time_of_day.format(':') -%}
    {%- set offset = '[+-]((0[0-9]|1[0-3])(:?[0-5][0-9])?|14(:?00)?)' -%}
    {%- set digits -%}
        regexp_replace(regexp_replace({{ text }}, '(Z|{{ offset }})$', ''), '[^0-9]', '')
    {%- endset -%}
    case
        when regexp_like({{ text }}, '({{ basic }}|{{ extended }})([.][0-9]{1,9})?(Z|{{ offset }})?')
            and not startswith({{ text }}, '0000')
            then dateadd(
                minute,
                -{{ offset_minutes(text, offset) }},
                try_to_timestamp_ntz(
                    substr({{ digits }}, 1, 14) || '.' || rpad(substr({{ digits }}, 15), 9, '0'),
                    'YYYYMMDDHH24MISS.FF9'
                )
            )
    end
{%- endmacro %}

{# Minutes by which the local time of a timestamp is ahead of UTC; 0 without an offset. #}
{% macro offset_minutes(text, offset) -%}
    {%- set zone = "regexp_substr(" ~ text ~ ", '" ~ offset ~ "$')" -%}
    {%- set digits = "rpad(regexp_replace(" ~ zone ~ ", '[^0-9]', ''), 4, '0')" -%}
    coalesce(
        iff(startswith({{ zone }}, '-'), -1, 1)
        * (60 * to_number(substr({{ digits }}, 1, 2)) + to_number(substr({{ digits }}, 3, 2))),
        0
    )
{%- endmacro %}
