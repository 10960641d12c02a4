-- The municipality that owns this file. One municipality, one file: there is no tenant column to forget.
create table municipality (
  number text primary key check (number glob '[0-9][0-9][0-9][0-9]'),
  name text not null check (name <> ''),
  only_one integer not null default 1 unique check (only_one = 1)
) strict;

-- People and what they may do -------------------------------------------------------------------------------------

-- Somebody who signs in. In the tool people are named by role and unit.
create table person (
  id text primary key,
  name text not null check (name <> ''),
  email text unique check (email = lower(email) and email like '%_@_%'),
  created_at text not null,
  deactivated_at text
) strict;

-- Who owns units: the municipality, a neighbouring one, a company, a foundation, the parents.
create table owner (
  id text primary key,
  name text not null unique check (name <> ''),
  ownership text not null check (ownership in ('municipal', 'private'))
) strict;

create table unit (
  id text primary key,
  kind text not null check (kind in ('kindergarten', 'school')),
  name text not null check (name <> ''),
  org_number text unique check (org_number glob '[89][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]'),
  owner_id text not null references owner (id),
  -- The neighbouring municipality it belongs to; null for the plan's own.
  external_municipality text check (external_municipality <> '')
) strict;
create index unit_owner on unit (owner_id);

-- A role at a unit, at an owner's units, or in the municipality. Ended, never deleted: duties stay when people leave.
create table seat (
  id text primary key,
  person_id text not null references person (id),
  role text not null check (role in ('adviser', 'observer', 'director', 'principal', 'deputy', 'owner')),
  unit_id text references unit (id),
  owner_id text references owner (id),
  started_at text not null,
  ended_at text,
  check ((unit_id is not null) = (role in ('director', 'principal', 'deputy'))),
  check ((owner_id is not null) = (role = 'owner'))
) strict;
create unique index seat_taken_once on seat (person_id, role, coalesce(unit_id, owner_id, '')) where ended_at is null;
create index seat_unit on seat (unit_id);

-- The plan ----------------------------------------------------------------------------------------------------------
-- Texts in several languages are JSON: {"nb": "…", "nn": "…", "en": "…"}. Bokmål is always there.

-- A draft has no number. One draft at a time.
create table plan_version (
  id text primary key,
  number integer unique check (number > 0),
  title text not null check (json_valid(title) and coalesce(json_extract(title, '$.nb'), '') <> ''),
  created_at text not null,
  created_by text references person (id),
  published_at text,
  published_by text references person (id),
  valid_from_cycle integer,
  adopted_by text,
  case_number text,
  adopted_day text check (adopted_day is date(adopted_day)),
  change_note text,
  revision integer not null default 1,
  check ((number is null) = (published_at is null)),
  check (published_at is null or (
    valid_from_cycle is not null and coalesce(adopted_by, '') <> '' and adopted_day is not null and coalesce(change_note, '') <> ''
  ))
) strict;
create unique index plan_version_one_draft on plan_version ((published_at is null)) where published_at is null;

create table purpose (
  version_id text not null references plan_version (id),
  position integer not null,
  words text not null check (json_valid(words) and coalesce(json_extract(words, '$.nb'), '') <> ''),
  primary key (version_id, position)
) strict, without rowid;

-- The laws and regulations a version refers to, as they were when it was written.
create table legal_basis (
  version_id text not null references plan_version (id),
  code text not null,
  position integer not null,
  title text not null check (json_valid(title) and coalesce(json_extract(title, '$.nb'), '') <> ''),
  checked_day text check (checked_day is date(checked_day)),
  primary key (version_id, code)
) strict, without rowid;

-- An identity lives through all versions; an edition is what one version says about it.
create table routine (id text primary key) strict;
create table routine_edition (
  version_id text not null references plan_version (id),
  routine_id text not null references routine (id),
  position integer not null,
  title text not null check (json_valid(title) and coalesce(json_extract(title, '$.nb'), '') <> ''),
  purpose text check (json_valid(purpose)),
  primary key (version_id, routine_id)
) strict, without rowid;

create table step (id text primary key) strict;
create table step_edition (
  version_id text not null,
  step_id text not null references step (id),
  routine_id text not null,
  position integer not null,
  title text not null check (json_valid(title) and coalesce(json_extract(title, '$.nb'), '') <> ''),
  guidance text check (json_valid(guidance)),
  carried_out_by text not null check (carried_out_by in (
    'municipality', 'kindergarten director', 'pedagogical leader', 'principal', 'class teacher', 'after-school leader', 'parents'
  )),
  scope text not null check (scope in ('municipality', 'kindergarten', 'school', 'pair')),
  responsible text not null check (responsible in ('municipality', 'kindergarten', 'school')),
  confirmed_by text check (confirmed_by in ('municipality', 'kindergarten', 'school') and confirmed_by <> responsible),
  due_kind text not null check (due_kind in ('year before school start', 'school start year', 'days from first school day')),
  due_month integer check (due_month between 1 and 12),
  due_day integer check (due_day between 1 and 31),
  due_days integer check (due_days between -400 and 400),
  binding text not null check (binding in ('law', 'plan')),
  sensitive integer not null check (sensitive in (0, 1)),
  about_single_children integer not null check (about_single_children in (0, 1)),
  -- Goes up when an editor says that the meaning changed: ticks of another meaning no longer count.
  meaning integer not null check (meaning > 0),
  primary key (version_id, step_id),
  foreign key (version_id, routine_id) references routine_edition (version_id, routine_id),
  check ((due_days is not null) = (due_kind = 'days from first school day')),
  check ((due_month is null) = (due_day is null) and (due_month is null) = (due_kind = 'days from first school day')),
  -- What concerns single children is followed up per unit, never per pair: a group can be one child.
  check (not (sensitive and scope = 'pair')),
  -- Somebody who confirms would have to see what only the unit may see.
  check (not (sensitive and confirmed_by is not null))
) strict, without rowid;

create table step_legal_basis (
  version_id text not null,
  step_id text not null,
  position integer not null,
  code text not null,
  primary key (version_id, step_id, position),
  foreign key (version_id, step_id) references step_edition (version_id, step_id),
  foreign key (version_id, code) references legal_basis (version_id, code)
) strict, without rowid;

-- The framework for the five-year groups and early schooling: areas with elements, each with two sides.
create table area (id text primary key) strict;
create table area_edition (
  version_id text not null references plan_version (id),
  area_id text not null references area (id),
  position integer not null,
  title text not null check (json_valid(title) and coalesce(json_extract(title, '$.nb'), '') <> ''),
  primary key (version_id, area_id)
) strict, without rowid;

create table element (id text primary key) strict;
create table element_edition (
  version_id text not null,
  element_id text not null references element (id),
  area_id text not null,
  position integer not null,
  kindergarten text not null check (json_valid(kindergarten) and coalesce(json_extract(kindergarten, '$.nb'), '') <> ''),
  school text not null check (json_valid(school) and coalesce(json_extract(school, '$.nb'), '') <> ''),
  meaning integer not null check (meaning > 0),
  primary key (version_id, element_id),
  foreign key (version_id, area_id) references area_edition (version_id, area_id)
) strict, without rowid;

-- The year's work ---------------------------------------------------------------------------------------------------

-- Named by the August in which the children start school. Follows one version at a time.
create table cycle (
  year integer primary key check (year between 2000 and 2999),
  version_id text not null references plan_version (id),
  first_school_day text not null check (first_school_day is date(first_school_day)),
  opened_at text not null,
  opened_by text references person (id)
) strict;

-- Whether the plan's steps bind a private or external unit this cycle. Answers are added; the last one counts.
create table participation (
  sequence integer primary key autoincrement,
  cycle_year integer not null references cycle (year),
  unit_id text not null references unit (id),
  answer text not null check (answer in ('takes part', 'partly', 'does not take part')),
  -- A JSON list of routine ids where the answer is 'partly'.
  routine_ids text check (json_valid(routine_ids)),
  reason text,
  answered_at text not null,
  answered_by text references person (id),
  check ((routine_ids is not null) = (answer = 'partly'))
) strict;
create index participation_unit on participation (cycle_year, unit_id, sequence);

-- A kindergarten and a school with children between them this cycle. A number of children, and nothing about a child.
create table pair (
  id text primary key,
  cycle_year integer not null references cycle (year),
  kindergarten_id text not null references unit (id),
  school_id text not null references unit (id),
  children integer not null check (children between 0 and 999),
  unique (cycle_year, kindergarten_id, school_id)
) strict;
create index pair_school on pair (cycle_year, school_id, kindergarten_id);

-- What one side said about a step at a place. Only ever added; a withdrawal is a row, too.
-- The place is a pair, a unit, or the municipality (neither).
create table tick (
  sequence integer primary key autoincrement,
  id text not null unique,
  cycle_year integer not null references cycle (year),
  pair_id text references pair (id),
  unit_id text references unit (id),
  step_id text not null references step (id),
  side text not null check (side in ('municipality', 'kindergarten', 'school')),
  answer text not null check (answer in (
    'started', 'done', 'not relevant', 'not done', 'confirmed', 'disputed', 'withdrawn'
  )),
  done_day text check (done_day is date(done_day)),
  reason text check (length(reason) between 1 and 300),
  note text check (length(note) between 1 and 300),
  meaning integer not null,
  version_number integer not null references plan_version (number),
  withdraws text unique references tick (id),
  person_id text not null references person (id),
  -- 1 where the adviser answered for a unit.
  for_unit integer not null check (for_unit in (0, 1)),
  at text not null,
  check (pair_id is null or unit_id is null),
  check ((withdraws is not null) = (answer = 'withdrawn'))
) strict;
create index tick_pair on tick (pair_id, sequence) where pair_id is not null;
-- A pair's ticks have no unit, either: left in, they would all be read for the municipality's.
create index tick_unit on tick (cycle_year, unit_id, sequence) where pair_id is null;
create index tick_cycle on tick (cycle_year);

-- Everything done, each sealed to the one before it.
create table event (
  sequence integer primary key autoincrement,
  at text not null,
  person_id text references person (id),
  kind text not null,
  content text not null check (json_valid(content)),
  previous_hash text not null unique,
  hash text not null unique
) strict;

-- A form that was sent, so that sending it twice acts once.
create table submission (
  key text primary key,
  person_id text not null references person (id),
  at text not null,
  result text not null
) strict, without rowid;

-- Signing in --------------------------------------------------------------------------------------------------------

create table session (
  token_hash text primary key,
  person_id text not null references person (id),
  own_device integer not null check (own_device in (0, 1)),
  created_at text not null,
  last_seen_at text not null,
  ended_at text
) strict, without rowid;
create index session_person on session (person_id);

-- A code sent by e-mail, bound to the browser that asked. The person is null for an unknown address: nobody can tell.
create table sign_in_code (
  id text primary key,
  person_id text references person (id),
  code_hash text not null,
  browser_hash text not null,
  created_at text not null,
  expires_at text not null,
  tries integer not null default 0 check (tries between 0 and 5),
  used_at text
) strict, without rowid;

-- Mail to be sent, written in the transaction that caused it and sent afterwards.
create table outbox (
  sequence integer primary key autoincrement,
  recipient text not null,
  subject text not null,
  body text not null,
  created_at text not null,
  sent_at text,
  tries integer not null default 0,
  last_error text
) strict;
create index outbox_waiting on outbox (sequence) where sent_at is null;
