-- Published content is frozen: it documents how a duty was met. Ticks, events and answers are only ever added.

create trigger purpose_frozen_on_insert before insert on purpose
when (select published_at from plan_version where id = new.version_id) is not null
begin
  select raise(abort, 'a published version is never changed');
end;

create trigger purpose_frozen_on_update before update on purpose
when (select published_at from plan_version where id = old.version_id) is not null
begin
  select raise(abort, 'a published version is never changed');
end;

create trigger purpose_frozen_on_delete before delete on purpose
when (select published_at from plan_version where id = old.version_id) is not null
begin
  select raise(abort, 'a published version is never changed');
end;

create trigger purpose_stays_in_its_version before update of version_id on purpose
when new.version_id <> old.version_id
begin
  select raise(abort, 'content stays in its version');
end;

create trigger legal_basis_frozen_on_insert before insert on legal_basis
when (select published_at from plan_version where id = new.version_id) is not null
begin
  select raise(abort, 'a published version is never changed');
end;

create trigger legal_basis_frozen_on_update before update on legal_basis
when (select published_at from plan_version where id = old.version_id) is not null
begin
  select raise(abort, 'a published version is never changed');
end;

create trigger legal_basis_frozen_on_delete before delete on legal_basis
when (select published_at from plan_version where id = old.version_id) is not null
begin
  select raise(abort, 'a published version is never changed');
end;

create trigger legal_basis_stays_in_its_version before update of version_id on legal_basis
when new.version_id <> old.version_id
begin
  select raise(abort, 'content stays in its version');
end;

create trigger routine_edition_frozen_on_insert before insert on routine_edition
when (select published_at from plan_version where id = new.version_id) is not null
begin
  select raise(abort, 'a published version is never changed');
end;

create trigger routine_edition_frozen_on_update before update on routine_edition
when (select published_at from plan_version where id = old.version_id) is not null
begin
  select raise(abort, 'a published version is never changed');
end;

create trigger routine_edition_frozen_on_delete before delete on routine_edition
when (select published_at from plan_version where id = old.version_id) is not null
begin
  select raise(abort, 'a published version is never changed');
end;

create trigger routine_edition_stays_in_its_version before update of version_id on routine_edition
when new.version_id <> old.version_id
begin
  select raise(abort, 'content stays in its version');
end;

create trigger step_edition_frozen_on_insert before insert on step_edition
when (select published_at from plan_version where id = new.version_id) is not null
begin
  select raise(abort, 'a published version is never changed');
end;

create trigger step_edition_frozen_on_update before update on step_edition
when (select published_at from plan_version where id = old.version_id) is not null
begin
  select raise(abort, 'a published version is never changed');
end;

create trigger step_edition_frozen_on_delete before delete on step_edition
when (select published_at from plan_version where id = old.version_id) is not null
begin
  select raise(abort, 'a published version is never changed');
end;

create trigger step_edition_stays_in_its_version before update of version_id on step_edition
when new.version_id <> old.version_id
begin
  select raise(abort, 'content stays in its version');
end;

create trigger step_legal_basis_frozen_on_insert before insert on step_legal_basis
when (select published_at from plan_version where id = new.version_id) is not null
begin
  select raise(abort, 'a published version is never changed');
end;

create trigger step_legal_basis_frozen_on_update before update on step_legal_basis
when (select published_at from plan_version where id = old.version_id) is not null
begin
  select raise(abort, 'a published version is never changed');
end;

create trigger step_legal_basis_frozen_on_delete before delete on step_legal_basis
when (select published_at from plan_version where id = old.version_id) is not null
begin
  select raise(abort, 'a published version is never changed');
end;

create trigger step_legal_basis_stays_in_its_version before update of version_id on step_legal_basis
when new.version_id <> old.version_id
begin
  select raise(abort, 'content stays in its version');
end;

create trigger area_edition_frozen_on_insert before insert on area_edition
when (select published_at from plan_version where id = new.version_id) is not null
begin
  select raise(abort, 'a published version is never changed');
end;

create trigger area_edition_frozen_on_update before update on area_edition
when (select published_at from plan_version where id = old.version_id) is not null
begin
  select raise(abort, 'a published version is never changed');
end;

create trigger area_edition_frozen_on_delete before delete on area_edition
when (select published_at from plan_version where id = old.version_id) is not null
begin
  select raise(abort, 'a published version is never changed');
end;

create trigger area_edition_stays_in_its_version before update of version_id on area_edition
when new.version_id <> old.version_id
begin
  select raise(abort, 'content stays in its version');
end;

create trigger element_edition_frozen_on_insert before insert on element_edition
when (select published_at from plan_version where id = new.version_id) is not null
begin
  select raise(abort, 'a published version is never changed');
end;

create trigger element_edition_frozen_on_update before update on element_edition
when (select published_at from plan_version where id = old.version_id) is not null
begin
  select raise(abort, 'a published version is never changed');
end;

create trigger element_edition_frozen_on_delete before delete on element_edition
when (select published_at from plan_version where id = old.version_id) is not null
begin
  select raise(abort, 'a published version is never changed');
end;

create trigger element_edition_stays_in_its_version before update of version_id on element_edition
when new.version_id <> old.version_id
begin
  select raise(abort, 'content stays in its version');
end;

create trigger plan_version_frozen_on_update before update on plan_version
when old.published_at is not null
begin
  select raise(abort, 'a published version is never changed');
end;

create trigger plan_version_frozen_on_delete before delete on plan_version
when old.published_at is not null
begin
  select raise(abort, 'a published version is never changed');
end;

create trigger tick_never_updated before update on tick
begin
  select raise(abort, 'ticks are only ever added');
end;

create trigger tick_never_deleted before delete on tick
begin
  select raise(abort, 'ticks are only ever added');
end;

create trigger event_never_updated before update on event
begin
  select raise(abort, 'events are only ever added');
end;

create trigger event_never_deleted before delete on event
begin
  select raise(abort, 'events are only ever added');
end;

create trigger participation_never_updated before update on participation
begin
  select raise(abort, 'answers are only ever added');
end;

create trigger participation_never_deleted before delete on participation
begin
  select raise(abort, 'answers are only ever added');
end;

-- A cycle follows what was published.
create trigger cycle_opened_from_published before insert on cycle
when (select published_at from plan_version where id = new.version_id) is null
begin
  select raise(abort, 'a cycle follows a published version');
end;

create trigger cycle_moved_to_published before update of version_id on cycle
when (select published_at from plan_version where id = new.version_id) is null
begin
  select raise(abort, 'a cycle follows a published version');
end;

create trigger pair_has_two_kinds before insert on pair
when (select kind from unit where id = new.kindergarten_id) <> 'kindergarten'
  or (select kind from unit where id = new.school_id) <> 'school'
begin
  select raise(abort, 'a pair is a kindergarten and a school');
end;

-- Only the number of children changes: ticks were made at this pair, in this cycle.
create trigger pair_stays_the_same before update of id, cycle_year, kindergarten_id, school_id on pair
begin
  select raise(abort, 'a pair stays the same two units in the same cycle');
end;

create trigger unit_keeps_its_kind before update of kind on unit
when new.kind <> old.kind
begin
  select raise(abort, 'a kindergarten never becomes a school');
end;

-- A tick on a pair is in the pair's own cycle.
create trigger tick_in_its_cycle before insert on tick
when new.pair_id is not null and (select cycle_year from pair where id = new.pair_id) <> new.cycle_year
begin
  select raise(abort, 'a pair is ticked in its own cycle');
end;

-- A unit as it stands in a cycle: with its owner, and the last answer about taking part.
create view unit_in_cycle as
select
  cycle.year as cycle_year,
  unit.id,
  unit.kind,
  unit.name,
  unit.external_municipality,
  owner.ownership,
  answered.answer as participation,
  answered.routine_ids
from cycle
join unit
join owner on owner.id = unit.owner_id
left join participation as answered on answered.sequence = (
  select max(sequence) from participation where cycle_year = cycle.year and unit_id = unit.id
);
