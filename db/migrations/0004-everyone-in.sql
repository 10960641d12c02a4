-- Everyone in: units that change without losing what was, child groups that both sides number, seats that survive people.

-- How many months after somebody was deactivated the name can be taken out of the history.
alter table municipality add column anonymous_after_months integer not null default 24
  check (anonymous_after_months between 1 and 120);

alter table person add column anonymous_at text;

-- Who has read of an adoption, for all units at once.
create index news_read_adoption on news_read (adoption_sequence);
-- Which version the ticks of a cycle were made under, without reading the ticks.
drop index tick_cycle;
create index tick_cycle on tick (cycle_year, version_number);

-- Units -----------------------------------------------------------------------------------------------------------

-- The unit has the name and the owner of today; what it had before stands in its changes.
-- Null where it was there before the tool was.
alter table unit add column opened_day text check (opened_day is date(opened_day));
alter table unit add column closed_day text check (closed_day is date(closed_day));
-- The unit that carries on after it, from the day it closed.
alter table unit add column merged_into text references unit (id);
-- Where it lies, in degrees; for neither a child nor a person.
alter table unit add column latitude real check (latitude between -90 and 90);
alter table unit add column longitude real check (longitude between -180 and 180);

-- Rows read from a register or a table: first only shown, then perhaps carried out, and perhaps undone.
create table unit_import (
  id text primary key,
  source text not null check (source in ('kindergarten register', 'school register', 'table')),
  -- {"rows": […], "leftOut": {…}}: the units of this municipality as they were read. Never an e-mail address.
  content text not null check (json_valid(content)),
  at text not null,
  person_id text not null references person (id),
  carried_out_at text,
  carried_out_by text references person (id),
  undone_at text,
  undone_by text references person (id),
  check ((carried_out_at is null) = (carried_out_by is null)),
  check ((undone_at is null) = (undone_by is null)),
  check (undone_at is null or carried_out_at is not null)
) strict;

-- What became different about a unit, from which day and why. Only ever added.
create table unit_change (
  sequence integer primary key autoincrement,
  unit_id text not null references unit (id),
  kind text not null check (kind in ('added', 'renamed', 'new owner', 'new number', 'moved', 'closed', 'reopened', 'merged')),
  from_day text not null check (from_day is date(from_day)),
  -- What it was until that day: the name, the owner's id, the organisation number, the place as [latitude, longitude], or
  -- the day it had closed with the unit that carried on after it, as ["2026-08-01", null].
  before text,
  reason text check (length(reason) between 1 and 300),
  import_id text references unit_import (id),
  at text not null,
  person_id text references person (id)
) strict;
create index unit_change_unit on unit_change (unit_id, kind, from_day, sequence);
create index unit_change_import on unit_change (import_id) where import_id is not null;

-- Child groups ----------------------------------------------------------------------------------------------------

-- How many children one side of a pair says the group has. Only ever added; the last one of each side counts. A group
-- that the kindergarten says has none has ended, and is back when it has some again: its ticks stay all the time.
create table group_number (
  sequence integer primary key autoincrement,
  pair_id text not null references pair (id),
  side text not null check (side in ('kindergarten', 'school')),
  children integer not null check (children between 0 and 999),
  reason text check (length(reason) between 1 and 300),
  -- The pair that the group moved to, where it did.
  moved_to text references pair (id),
  at text not null,
  person_id text references person (id),
  -- 1 where the adviser said it for the unit.
  for_unit integer not null check (for_unit in (0, 1)),
  check (moved_to is null or (children = 0 and moved_to <> pair_id))
) strict;
create index group_number_pair on group_number (pair_id, side, sequence);

insert into group_number (pair_id, side, children, at, person_id, for_unit)
select pair.id, 'kindergarten', pair.children, cycle.opened_at, cycle.opened_by, 1
from pair
join cycle on cycle.year = pair.cycle_year
where pair.children is not null;

alter table pair drop column children;

-- A pair with the size of its child group, as the kindergarten last said: null until it has, 0 where the group has ended.
create view child_group as
select
  pair.id,
  pair.cycle_year,
  pair.kindergarten_id,
  pair.school_id,
  (
    select children from group_number
    where pair_id = pair.id and side = 'kindergarten'
    order by sequence desc limit 1
  ) as children
from pair;

-- Children of a kindergarten who go to no school here, or to none that is known yet. The last one counts.
create table children_elsewhere (
  sequence integer primary key autoincrement,
  cycle_year integer not null references cycle (year),
  kindergarten_id text not null references unit (id),
  destination text not null check (destination in ('another municipality', 'not decided')),
  children integer not null check (children between 0 and 999),
  at text not null,
  person_id text not null references person (id),
  for_unit integer not null check (for_unit in (0, 1))
) strict;
create index children_elsewhere_kindergarten on children_elsewhere (cycle_year, kindergarten_id, destination, sequence);

-- How many children are enrolled at a school. The last one counts.
create table enrolment (
  sequence integer primary key autoincrement,
  cycle_year integer not null references cycle (year),
  school_id text not null references unit (id),
  children integer not null check (children between 0 and 999),
  at text not null,
  person_id text not null references person (id)
) strict;
create index enrolment_school on enrolment (cycle_year, school_id, sequence);

-- Why a school enrols more or fewer children than the groups have: so many of them, in words about no single child, and
-- who follows it up. The last one of an id counts; with 0 children it is taken back.
create table gap_explanation (
  sequence integer primary key autoincrement,
  id text not null,
  cycle_year integer not null references cycle (year),
  school_id text not null references unit (id),
  children integer not null check (children between -999 and 999),
  words text not null check (length(words) between 1 and 300),
  -- A unit; null for the municipality.
  followed_up_by text references unit (id),
  at text not null,
  person_id text not null references person (id)
) strict;
create index gap_explanation_school on gap_explanation (cycle_year, school_id, id, sequence);

-- Steps of the plan that one or two children do not need: a pair can leave them out.
alter table step_edition add column spared_small_pairs integer not null default 0
  check (spared_small_pairs = 0 or (spared_small_pairs = 1 and scope = 'pair'));

-- Owners ----------------------------------------------------------------------------------------------------------

-- As whom somebody answered whether a unit takes part; null for answers from before this was asked.
alter table participation add column answered_as text check (answered_as in ('owner', 'leader', 'adviser'));

-- An owner, or the unit's leader, was reminded by e-mail to answer.
create table reminder (
  sequence integer primary key autoincrement,
  cycle_year integer not null references cycle (year),
  unit_id text not null references unit (id),
  at text not null,
  person_id text not null references person (id)
) strict;
create index reminder_unit on reminder (cycle_year, unit_id, sequence);

-- Seats -----------------------------------------------------------------------------------------------------------

-- A seat is offered first, and taken when the person has said yes.
alter table seat add column accepted_at text;
alter table seat add column offered_by text references person (id);
-- The days on which it holds; null is without end.
alter table seat add column from_day text check (from_day is date(from_day));
alter table seat add column to_day text check (to_day is date(to_day));
-- What a deputy may do, as a JSON list; null is all that the leader may.
alter table seat add column may text check (json_valid(may));
alter table seat add column ended_by text references person (id);
update seat set accepted_at = started_at;

-- What the one who leaves wants to say to the next. The last one counts.
create table handover_note (
  sequence integer primary key autoincrement,
  unit_id text not null references unit (id),
  words text not null check (length(words) between 1 and 2000),
  at text not null,
  person_id text not null references person (id)
) strict;
create index handover_note_unit on handover_note (unit_id, sequence);

-- People read what they did themselves, in a chain that grows with everybody's work.
create index event_person on event (person_id, sequence);
create index seat_person on seat (person_id);

-- One person leads a unit at a time: two who say yes to the same seat at once do not both get it.
create trigger seat_has_one_leader before update of accepted_at on seat
when new.accepted_at is not null
and new.role in ('director', 'principal')
and exists (
  select 1 from seat
  where unit_id = new.unit_id and id <> new.id
    and role in ('director', 'principal') and accepted_at is not null and ended_at is null
)
begin
  select raise(abort, 'somebody leads this unit already');
end;

-- What is only ever added ------------------------------------------------------------------------------------------

create trigger unit_change_never_updated before update on unit_change
begin
  select raise(abort, 'changes are only ever added');
end;

create trigger unit_change_never_deleted before delete on unit_change
begin
  select raise(abort, 'changes are only ever added');
end;

create trigger group_number_never_updated before update on group_number
begin
  select raise(abort, 'numbers are only ever added');
end;

create trigger group_number_never_deleted before delete on group_number
begin
  select raise(abort, 'numbers are only ever added');
end;

create trigger children_elsewhere_never_updated before update on children_elsewhere
begin
  select raise(abort, 'numbers are only ever added');
end;

create trigger children_elsewhere_never_deleted before delete on children_elsewhere
begin
  select raise(abort, 'numbers are only ever added');
end;

create trigger enrolment_never_updated before update on enrolment
begin
  select raise(abort, 'numbers are only ever added');
end;

create trigger enrolment_never_deleted before delete on enrolment
begin
  select raise(abort, 'numbers are only ever added');
end;

create trigger gap_explanation_never_updated before update on gap_explanation
begin
  select raise(abort, 'explanations are only ever added');
end;

create trigger gap_explanation_never_deleted before delete on gap_explanation
begin
  select raise(abort, 'explanations are only ever added');
end;

create trigger handover_note_never_updated before update on handover_note
begin
  select raise(abort, 'notes are only ever added');
end;

create trigger handover_note_never_deleted before delete on handover_note
begin
  select raise(abort, 'notes are only ever added');
end;

create trigger reminder_never_updated before update on reminder
begin
  select raise(abort, 'reminders are only ever added');
end;

-- Units in cycles --------------------------------------------------------------------------------------------------

-- A unit as it stands in a cycle, or stood when the cycle ended: with the name and owner of that time, the day it closed
-- though it may have opened again since, and the last answer about taking part. One that opened after the cycle is not in
-- it; one that closed before it, or on the day it was added, only where it has pairs.
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
  select max(sequence) from participation where cycle_year = there.cycle_year and unit_id = there.id
)
where (there.opened_day is null or there.opened_day <= there.cycle_year || '-11-30')
and (
  there.closed_day is null
  or (there.closed_day > (there.cycle_year - 1) || '-08-01' and there.closed_day > coalesce(there.opened_day, ''))
  or exists (select 1 from pair where pair.cycle_year = there.cycle_year and pair.kindergarten_id = there.id)
  or exists (select 1 from pair where pair.cycle_year = there.cycle_year and pair.school_id = there.id)
);
