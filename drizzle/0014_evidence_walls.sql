-- Evidence behind the same walls. What was made from an original is written once; who saw what only grows.
do $$
declare
  inside text := '(select ctx.role() in (''caseworker'', ''supervisor'', ''service''))';
  wide text := '(select ctx.role() in (''supervisor'', ''service''))';
  caseworker text := '(select ctx.role() = ''caseworker'')';
  me text := '(select ctx.member())';
  mine text := '(' || wide || ' or (' || caseworker || ' and case_id in (select ctx.my_cases())))';
  t text;
begin
  foreach t in array array['chat_imports', 'chat_senders', 'chat_messages', 'identifiers', 'account_exhibits', 'timestamps',
    'image_stops', 'image_sightings', 'custody_heads'] loop
    perform ctx.wall(format('app.%I', t)::regclass, 'org_id', mine, mine, false);
  end loop;
  perform ctx.wall('app.derivatives', 'org_id', mine, mine, true);
  perform ctx.wall('app.exposures', 'org_id', '(' || wide || ' or member_id = ' || me || ')',
    '(' || inside || ' and member_id = ' || me || ')', true);
end $$;
--> statement-breakpoint
-- A packet has a key of its own, so that its liaison can open its file and nothing else of the case.
drop policy see on app.data_keys;
--> statement-breakpoint
create policy see on app.data_keys for select using (org_id = (select ctx.org()) and (
  (select ctx.role() in ('caseworker', 'supervisor', 'admin', 'service'))
  or ((select ctx.role() = 'liaison') and purpose = 'packet' and id in (select p.file_key_id from app.packets p))));
--> statement-breakpoint
-- What a ledger line hashes to. Formula 1 is that of releases before 0013; formula 2 covers every column.
create function app.custody_hash(e app.custody_events) returns bytea
language sql stable set search_path = pg_catalog set timezone = 'UTC' as $$
  select sha256(e.previous || convert_to((case when e.formula = 1
    then jsonb_build_array(e.seq, e.at, e.action, e."by", e.purpose, e.sha256)
    else jsonb_build_array(e.formula, e.id, e.org_id, e.case_id, e.exhibit_id, e.seq, e.at, e.action, e."by", e.purpose,
      e.sha256, e.details, e.sha256_after, e.derivative_id, e.verified) end)::text, 'UTF8'))
$$;
--> statement-breakpoint
create or replace function app.chain_custody() returns trigger
language plpgsql set search_path = pg_catalog set timezone = 'UTC' as $$
declare last app.custody_events%rowtype;
begin
  perform pg_advisory_xact_lock(hashtextextended(new.exhibit_id::text, 7));
  select * into last from app.custody_events x where x.exhibit_id = new.exhibit_id order by x.seq desc limit 1;
  new.seq := coalesce(last.seq, 0) + 1;
  new.formula := 2;
  new.previous := coalesce(last.hash, sha256(uuid_send(new.exhibit_id)));
  new.hash := app.custody_hash(new);
  return new;
end $$;
--> statement-breakpoint
create function app.keep_custody_head() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into app.custody_heads as h (exhibit_id, org_id, case_id, seq, hash)
  values (new.exhibit_id, new.org_id, new.case_id, new.seq, new.hash)
  on conflict (exhibit_id) do update set seq = excluded.seq, hash = excluded.hash;
  return new;
end $$;
--> statement-breakpoint
create trigger keep_head after insert on app.custody_events for each row execute function app.keep_custody_head();
--> statement-breakpoint
-- Ledgers that began before there were heads get theirs.
alter table app.custody_events no force row level security;
--> statement-breakpoint
alter table app.custody_heads no force row level security;
--> statement-breakpoint
insert into app.custody_heads (exhibit_id, org_id, case_id, seq, hash)
select distinct on (e.exhibit_id) e.exhibit_id, e.org_id, e.case_id, e.seq, e.hash
from app.custody_events e order by e.exhibit_id, e.seq desc;
--> statement-breakpoint
alter table app.custody_events force row level security;
--> statement-breakpoint
alter table app.custody_heads force row level security;
--> statement-breakpoint
-- An original is written once. Only what an earlier release kept plain may be given its sealed object, once.
create or replace function app.keep_original() returns trigger
language plpgsql set search_path = pg_catalog as $$
begin
  if (new.sha256, new.size, new.number, new.case_id, new.received_at, new.received_by, new.upload_id, new.original_name,
      new.sent_sha256)
    is distinct from
    (old.sha256, old.size, old.number, old.case_id, old.received_at, old.received_by, old.upload_id, old.original_name,
      old.sent_sha256)
    or (old.file_id is not null and new.file_id is distinct from old.file_id) then
    raise exception 'an original never changes' using errcode = '42501';
  end if;
  return new;
end $$;
--> statement-breakpoint
-- While a case is stopped for images of a minor, nothing that could hold one comes in, whoever asks.
create function app.refuse_images() returns trigger
language plpgsql set search_path = pg_catalog as $$
begin
  if exists (select 1 from app.image_stops s where s.case_id = new.case_id and s.lifted_at is null) then
    raise exception 'no file is taken on this case' using errcode = '42501';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger refuse_images before insert on app.uploads for each row execute function app.refuse_images();
--> statement-breakpoint
create trigger refuse_images before insert on app.exhibits for each row execute function app.refuse_images();
--> statement-breakpoint
create trigger refuse_images before insert on app.derivatives for each row execute function app.refuse_images();
--> statement-breakpoint
create unique index image_stops_one_open on app.image_stops (case_id) where lifted_at is null;
--> statement-breakpoint
-- For each keyed identifier of a case that this person sees: who keeps another case with the same one, and no more.
create function app.matches_elsewhere(p_case uuid)
returns table (owner_kind text, owner_id uuid, field text, keeper uuid, cases integer)
language plpgsql security definer set search_path = pg_catalog as $$
declare o uuid := ctx.org(); r text := ctx.role(); m uuid := ctx.member();
begin
  if r is null or r not in ('caseworker', 'supervisor', 'service') then return; end if;
  perform 1 from app.cases c where c.org_id = o and c.id = p_case;
  if not found then return; end if;
  perform ctx.put(o, m, 'service');
  return query
    with held as (
      select t.token, t.field, t.owner_kind, t.owner_id, coalesce(a.case_id, i.case_id) as case_id
      from app.search_tokens t
      left join app.accounts a on t.owner_kind = 'account' and a.org_id = t.org_id and a.id = t.owner_id
      left join app.identifiers i on t.owner_kind = 'identifier' and i.org_id = t.org_id and i.id = t.owner_id
        and i.removed_at is null
      where t.org_id = o and t.match = 'exact' and t.owner_kind in ('account', 'identifier'))
    select h.owner_kind, h.owner_id, h.field, c.owner_id, count(distinct c.id)::integer
    from held h join held x on x.token = h.token and x.field = h.field and x.case_id <> h.case_id
    join app.cases c on c.org_id = o and c.id = x.case_id
    where h.case_id = p_case
    group by h.owner_kind, h.owner_id, h.field, c.owner_id;
  perform ctx.put(o, m, r);
end $$;
