{# Merged by lineage, so that a run that repeats pending loads adds nothing twice. #}
{{ config(
    materialized='incremental',
    incremental_strategy='merge_pending_sales',
    unique_key=['source_filename', 'source_row_number', 'loaded_at'],
    on_schema_change='fail',
) }}

{{ rejected_rows('sales') }}
