-- The versions of a store follow one another without gap or overlap; each differs from the one before; the last is current.
with versions as (
    select
        *,
        lag(valid_to) over (partition by store_token order by valid_from asc) as previous_end,
        lag(store_group) over (partition by store_token order by valid_from asc) as previous_group,
        lag(store_name) over (partition by store_token order by valid_from asc) as previous_name,
        row_number() over (partition by store_token order by valid_from asc) as version_number
    from {{ ref('stores_history') }}
)

select *
from versions
where valid_to <= valid_from
    or is_current <> (valid_to is null)
    or (version_number > 1 and not equal_null(previous_end, valid_from))
    or (version_number > 1 and equal_null(previous_group, store_group) and equal_null(previous_name, store_name))
