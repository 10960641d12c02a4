-- An answer about taking part is its owner's: a new owner is asked again, and what the former one said stays to be read.

-- An answer with the owner that the unit had when it was given, as far as anybody had said then.
create view answer_given as
select
  participation.*,
  coalesce((
    select before from unit_change
    where unit_id = participation.unit_id and kind = 'new owner' and at > participation.answered_at
    order by from_day, sequence limit 1
  ), unit.owner_id) as owner_id
from participation
join unit on unit.id = participation.unit_id;

-- A unit as it stands in a cycle, or stood when the cycle ended, as before; of the answers, the last one of its owner.
drop view unit_in_cycle;
create view unit_in_cycle as
select
  there.cycle_year,
  there.id,
  there.kind,
  there.name,
  there.external_municipality,
  there.closed_day,
  owner.ownership,
  owner.id as owner_id,
  answered.answer as participation,
  answered.routine_ids
from (
  select
    cycle.year as cycle_year,
    unit.id,
    unit.kind,
    unit.external_municipality,
    unit.opened_day,
    coalesce((
      select before from unit_change
      where unit_id = unit.id and kind = 'renamed' and from_day > cycle.year || '-11-30'
      order by from_day, sequence limit 1
    ), unit.name) as name,
    coalesce((
      select before from unit_change
      where unit_id = unit.id and kind = 'new owner' and from_day > cycle.year || '-11-30'
      order by from_day, sequence limit 1
    ), unit.owner_id) as owner_id,
    coalesce((
      select before ->> '$[0]' from unit_change
      where unit_id = unit.id and kind = 'reopened' and from_day > cycle.year || '-11-30'
      order by from_day, sequence limit 1
    ), unit.closed_day) as closed_day
  from cycle
  join unit
) as there
join owner on owner.id = there.owner_id
left join participation as answered on answered.sequence = (
  select max(sequence) from answer_given
  where cycle_year = there.cycle_year and unit_id = there.id and owner_id = there.owner_id
)
where (there.opened_day is null or there.opened_day <= there.cycle_year || '-11-30')
and (
  there.closed_day is null
  or (there.closed_day > (there.cycle_year - 1) || '-08-01' and there.closed_day > coalesce(there.opened_day, ''))
  or exists (select 1 from pair where pair.cycle_year = there.cycle_year and pair.kindergarten_id = there.id)
  or exists (select 1 from pair where pair.cycle_year = there.cycle_year and pair.school_id = there.id)
);
