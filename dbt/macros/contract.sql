{#
    The datasets as the models see them. `columns` are those of the data contract, in its order (a test holds them against
    sources.yml); `optional` may be left out of a file, `typed` become more than text, `key` says which rows are versions of
    one thing. A further dataset needs an entry here and its received_, rejected_ and stg_ models.
#}
{% macro contract(dataset) %}
    {{ return({
        'sales': {
            'columns': [
                'store_token', 'transaction_id', 'receipt_token', 'transaction_time', 'amount', 'source_id', 'user_role',
            ],
            'optional': ['source_id'],
            'typed': ['transaction_time', 'amount'],
            'key': ['store_token', 'transaction_id'],
        },
        'stores': {
            'columns': ['store_group', 'store_token', 'store_name'],
            'optional': [],
            'typed': [],
            'key': ['store_token'],
        },
    }[dataset]) }}
{% endmacro %}

{% macro datasets() %}
    {{ return(['sales', 'stores']) }}
{% endmacro %}

{# The columns that the load adds: which row of which file, and when it came. #}
{% macro lineage() %}
    {{ return(['source_filename', 'source_row_number', 'batch_date', 'loaded_at']) }}
{% endmacro %}
