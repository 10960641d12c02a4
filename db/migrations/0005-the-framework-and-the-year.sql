-- The framework carried across the school start: what each unit works with, how a kindergarten presents its group, the days
-- that both sides agree on, and calendars that show them.

-- The framework ---------------------------------------------------------------------------------------------------

-- A unit says that it has read the framework it is assigned, as one version has it. Only ever added.
create table framework_acknowledgement (
  sequence integer primary key autoincrement,
  cycle_year integer not null references cycle (year),
  unit_id text not null references unit (id),
  version_id text not null references plan_version (id),
  at text not null,
  person_id text not null references person (id),
  -- 1 where the adviser said it for the unit.
  for_unit integer not null check (for_unit in (0, 1)),
  unique (cycle_year, unit_id, version_id)
) strict;

-- What a unit works with of its own, in an area of the framework. It belongs to the unit and outlives versions and cycles.
-- The last row of an id counts; one without words takes it out.
create table local_addition (
  sequence integer primary key autoincrement,
  id text not null,
  unit_id text not null references unit (id),
  area_id text not null references area (id),
  words text check (length(words) between 1 and 200),
  at text not null,
  person_id text not null references person (id),
  for_unit integer not null check (for_unit in (0, 1))
) strict;
create index local_addition_unit on local_addition (unit_id, id, sequence);

-- How far a unit has come with an element of the framework, or an addition of its own. Only ever added; the last one to the
-- element's meaning counts. A kindergarten's mark is about its side of the element, a school's about the other.
create table framework_mark (
  sequence integer primary key autoincrement,
  id text not null unique,
  cycle_year integer not null references cycle (year),
  unit_id text not null references unit (id),
  element_id text references element (id),
  addition_id text,
  mark text not null check (mark in ('planned', 'working with it', 'worked with', 'not for us', 'withdrawn')),
  -- The first and the last month, as 2027-03; null where nobody said when.
  from_month text check (from_month glob '[0-9][0-9][0-9][0-9]-[01][0-9]'),
  to_month text check (to_month glob '[0-9][0-9][0-9][0-9]-[01][0-9]'),
  -- How the group works with it; never about a child.
  how text check (length(how) between 1 and 300),
  reason text check (length(reason) between 1 and 300),
  -- The element's meaning, and the number of the version, that was marked; an addition has meaning 1 always.
  meaning integer not null check (meaning > 0),
  version_number integer not null references plan_version (number),
  at text not null,
  person_id text not null references person (id),
  for_unit integer not null check (for_unit in (0, 1)),
  check ((element_id is null) <> (addition_id is null)),
  check ((reason is not null) = (mark = 'not for us')),
  check ((from_month is null) = (to_month is null) and from_month <= to_month),
  check (mark in ('planned', 'working with it', 'worked with') or (from_month is null and how is null))
) strict;
create index framework_mark_unit on framework_mark (cycle_year, unit_id, sequence);

-- Group presentations -----------------------------------------------------------------------------------------------

-- What a kindergarten writes about its group for one school, or for all. Only ever added; the last one counts, and one for a
-- school comes before one for all.
create table presentation (
  sequence integer primary key autoincrement,
  id text not null unique,
  cycle_year integer not null references cycle (year),
  kindergarten_id text not null references unit (id),
  -- Null is for all schools.
  pair_id text references pair (id),
  -- What was written to each guiding question, as a JSON object.
  answers text not null check (json_valid(answers)),
  at text not null,
  person_id text not null references person (id)
) strict;
create index presentation_kindergarten on presentation (cycle_year, kindergarten_id, sequence);

-- The school has read a presentation.
create table presentation_reading (
  sequence integer primary key autoincrement,
  presentation_id text not null references presentation (id),
  pair_id text not null references pair (id),
  at text not null,
  person_id text not null references person (id),
  unique (pair_id, presentation_id)
) strict;

-- What the school asks back about a group: once.
create table presentation_question (
  sequence integer primary key autoincrement,
  pair_id text not null unique references pair (id),
  presentation_id text not null references presentation (id),
  words text not null check (length(words) between 1 and 300),
  at text not null,
  person_id text not null references person (id)
) strict;

-- What the kindergarten answers.
create table presentation_reply (
  sequence integer primary key autoincrement,
  pair_id text not null unique references presentation_question (pair_id),
  words text not null check (length(words) between 1 and 300),
  at text not null,
  person_id text not null references person (id)
) strict;

-- Agreed dates ------------------------------------------------------------------------------------------------------

-- When a school and its kindergartens do something together. The last row of an id counts; moved and cancelled dates are
-- rows of their own, so that calendars hear of them.
create table agreed_date (
  sequence integer primary key autoincrement,
  id text not null,
  cycle_year integer not null references cycle (year),
  school_id text not null references unit (id),
  kind text not null check (kind in ('visit', 'meeting', 'parents evening', 'other')),
  -- What it is called, where the kind does not say enough.
  title text check (length(title) between 1 and 120),
  -- The step that is done with it.
  step_id text references step (id),
  on_day text not null check (on_day is date(on_day)),
  from_time text check (from_time glob '[0-2][0-9]:[0-5][0-9]'),
  to_time text check (to_time glob '[0-2][0-9]:[0-5][0-9]'),
  venue text check (length(venue) between 1 and 120),
  who_comes text check (length(who_comes) between 1 and 200),
  -- Why it was moved or cancelled.
  reason text check (length(reason) between 1 and 300),
  cancelled integer not null check (cancelled in (0, 1)),
  at text not null,
  person_id text not null references person (id),
  -- 1 where the adviser entered it for the unit.
  for_unit integer not null check (for_unit in (0, 1)),
  check (kind <> 'other' or title is not null),
  check (to_time is null or (from_time is not null and from_time < to_time)),
  check (cancelled = 0 or reason is not null)
) strict;
create index agreed_date_school on agreed_date (cycle_year, school_id, id, sequence);

-- The pairs that an agreed date is for; none is for all of the school.
create table agreed_date_pair (
  date_sequence integer not null references agreed_date (sequence),
  pair_id text not null references pair (id),
  primary key (date_sequence, pair_id)
) strict, without rowid;
create index agreed_date_pair_pair on agreed_date_pair (pair_id, date_sequence);

-- Calendars ---------------------------------------------------------------------------------------------------------

-- The secret link to a person's own calendar. A new one ends the one before it.
create table calendar_link (
  token_hash text primary key,
  person_id text not null references person (id),
  made_at text not null,
  ended_at text
) strict, without rowid;
create unique index calendar_link_one on calendar_link (person_id) where ended_at is null;

-- What is only ever added -------------------------------------------------------------------------------------------

create trigger framework_acknowledgement_never_updated before update on framework_acknowledgement
begin
  select raise(abort, 'acknowledgements are only ever added');
end;

create trigger framework_acknowledgement_never_deleted before delete on framework_acknowledgement
begin
  select raise(abort, 'acknowledgements are only ever added');
end;

create trigger local_addition_never_updated before update on local_addition
begin
  select raise(abort, 'additions are only ever added');
end;

create trigger local_addition_never_deleted before delete on local_addition
begin
  select raise(abort, 'additions are only ever added');
end;

create trigger framework_mark_never_updated before update on framework_mark
begin
  select raise(abort, 'marks are only ever added');
end;

create trigger framework_mark_never_deleted before delete on framework_mark
begin
  select raise(abort, 'marks are only ever added');
end;

create trigger presentation_never_updated before update on presentation
begin
  select raise(abort, 'presentations are only ever added');
end;

create trigger presentation_never_deleted before delete on presentation
begin
  select raise(abort, 'presentations are only ever added');
end;

create trigger presentation_reading_never_updated before update on presentation_reading
begin
  select raise(abort, 'readings are only ever added');
end;

create trigger presentation_reading_never_deleted before delete on presentation_reading
begin
  select raise(abort, 'readings are only ever added');
end;

create trigger presentation_question_never_updated before update on presentation_question
begin
  select raise(abort, 'questions are only ever added');
end;

create trigger presentation_question_never_deleted before delete on presentation_question
begin
  select raise(abort, 'questions are only ever added');
end;

create trigger presentation_reply_never_updated before update on presentation_reply
begin
  select raise(abort, 'replies are only ever added');
end;

create trigger presentation_reply_never_deleted before delete on presentation_reply
begin
  select raise(abort, 'replies are only ever added');
end;

create trigger agreed_date_never_updated before update on agreed_date
begin
  select raise(abort, 'dates are only ever added');
end;

create trigger agreed_date_never_deleted before delete on agreed_date
begin
  select raise(abort, 'dates are only ever added');
end;

create trigger agreed_date_pair_never_updated before update on agreed_date_pair
begin
  select raise(abort, 'dates are only ever added');
end;

create trigger agreed_date_pair_never_deleted before delete on agreed_date_pair
begin
  select raise(abort, 'dates are only ever added');
end;
