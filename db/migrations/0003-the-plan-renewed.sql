-- The plan renewed: drafts, hearings, cycles that move to a newer version, due days that move.

-- What a version was begun from; null for the first, and for one read in from a file.
alter table plan_version add column based_on text references plan_version (id);
-- What two editors saw is compared by content, not counted.
alter table plan_version drop column revision;

-- The text of the draft, as far as it has come: it may lack what a published version must have.
create table draft (
  version_id text primary key references plan_version (id),
  -- {"title", "purposes", "routines", "framework", "legalBasis"}, as the domain has them.
  content text not null check (json_valid(content)),
  -- A JSON list of what was taken out and can be put back.
  taken_out text not null default '[]' check (json_valid(taken_out)),
  changed_at text not null,
  changed_by text references person (id),
  only_one integer not null default 1 unique check (only_one = 1)
) strict;

create trigger draft_is_not_published before insert on draft
when (select published_at from plan_version where id = new.version_id) is not null
begin
  select raise(abort, 'a published version is never changed');
end;

-- A period in which directors and principals can comment on the draft.
create table hearing (
  id text primary key,
  version_id text not null references plan_version (id),
  from_day text not null check (from_day is date(from_day)),
  to_day text not null check (to_day is date(to_day)),
  opened_at text not null,
  opened_by text not null references person (id),
  -- Ended before its time.
  closed_at text,
  check (to_day >= from_day)
) strict;
create unique index hearing_one_open on hearing (version_id) where closed_at is null;

-- What somebody said in a hearing, of one step or in general; kept with the version. Only ever added.
create table comment (
  sequence integer primary key autoincrement,
  id text not null unique,
  hearing_id text not null references hearing (id),
  -- Also one that no published version has: it is known to the draft only.
  step_id text,
  words text not null check (length(words) between 1 and 2000),
  person_id text not null references person (id),
  at text not null
) strict;
create index comment_hearing on comment (hearing_id, sequence);

-- What an adviser answered, and whether the comment is closed with it. Only ever added; the last one counts.
create table comment_answer (
  sequence integer primary key autoincrement,
  comment_id text not null references comment (id),
  words text check (length(words) between 1 and 2000),
  closes integer not null check (closes in (0, 1)),
  person_id text not null references person (id),
  at text not null,
  check (words is not null or closes = 1)
) strict;
create index comment_answer_comment on comment_answer (comment_id, sequence);

-- A cycle that moved to a newer version, or went back from it. Only ever added.
create table adoption (
  sequence integer primary key autoincrement,
  cycle_year integer not null references cycle (year),
  from_version_id text not null references plan_version (id),
  to_version_id text not null references plan_version (id),
  -- Null where the cycle was taken to a newer version; otherwise the adoption that was undone.
  undoes integer unique references adoption (sequence),
  reason text not null check (length(reason) between 1 and 300),
  at text not null,
  person_id text not null references person (id),
  check (from_version_id <> to_version_id)
) strict;
create index adoption_cycle on adoption (cycle_year, sequence);

-- Somebody with a seat at a unit said that its news of an adoption is read.
create table news_read (
  unit_id text not null references unit (id),
  adoption_sequence integer not null references adoption (sequence),
  person_id text not null references person (id),
  at text not null,
  primary key (unit_id, adoption_sequence)
) strict, without rowid;

-- A due day that differs from the plan's rule in one cycle: for everybody, or for the pairs of one school. The last
-- one of a step counts, for a school its own before the common one. Only ever added.
create table due_day_move (
  sequence integer primary key autoincrement,
  cycle_year integer not null references cycle (year),
  step_id text not null references step (id),
  school_id text references unit (id),
  -- Null takes the day back to what it would be without this move.
  to_day text check (to_day is date(to_day)),
  reason text not null check (length(reason) between 1 and 300),
  at text not null,
  person_id text not null references person (id)
) strict;
create index due_day_move_cycle on due_day_move (cycle_year, sequence);

-- Null until somebody has reported the number: a pair can be carried over from the year before without it.
alter table pair alter column children drop not null;

create trigger comment_never_updated before update on comment
begin
  select raise(abort, 'comments are only ever added');
end;

create trigger comment_answer_never_updated before update on comment_answer
begin
  select raise(abort, 'answers are only ever added');
end;

create trigger adoption_never_updated before update on adoption
begin
  select raise(abort, 'adoptions are only ever added');
end;

create trigger adoption_never_deleted before delete on adoption
begin
  select raise(abort, 'adoptions are only ever added');
end;

create trigger news_read_never_updated before update on news_read
begin
  select raise(abort, 'what was read stays read');
end;

create trigger news_read_never_deleted before delete on news_read
begin
  select raise(abort, 'what was read stays read');
end;

create trigger due_day_move_never_updated before update on due_day_move
begin
  select raise(abort, 'moves are only ever added');
end;

create trigger due_day_move_never_deleted before delete on due_day_move
begin
  select raise(abort, 'moves are only ever added');
end;

-- Comments of a published version stay with it; those of a discarded draft go with the draft.
create trigger comment_kept_with_its_version before delete on comment
when (
  select plan_version.published_at
  from hearing
  join plan_version on plan_version.id = hearing.version_id
  where hearing.id = old.hearing_id
) is not null
begin
  select raise(abort, 'comments are kept with their version');
end;

create trigger comment_answer_kept_with_its_version before delete on comment_answer
when (
  select plan_version.published_at
  from comment
  join hearing on hearing.id = comment.hearing_id
  join plan_version on plan_version.id = hearing.version_id
  where comment.id = old.comment_id
) is not null
begin
  select raise(abort, 'comments are kept with their version');
end;

-- A cycle moves only together with a row that says from what to what, and why.
create trigger cycle_moved_with_an_adoption before update of version_id on cycle
when new.version_id <> old.version_id
and (select published_at from plan_version where id = new.version_id) is not null
and (
  select to_version_id from adoption where cycle_year = new.year order by sequence desc limit 1
) is not new.version_id
begin
  select raise(abort, 'a cycle moves with an adoption');
end;
