-- What exact tokens reach in the whole organisation, also where the person may not look. Ids alone, and the command that
-- asks gives none of them back: the owner of the case and the supervisors are told.
create function app.exact_hits(p_tokens bytea[])
returns table (owner_kind text, owner_id uuid, field text)
language plpgsql security definer set search_path = pg_catalog as $$
declare o uuid := ctx.org(); r text := ctx.role(); m uuid := ctx.member();
begin
  if r is null or r not in ('caseworker', 'supervisor') then return; end if;
  -- Without the member, so that a client from whom somebody is kept is found too.
  perform ctx.put(o, null, 'service');
  return query
    select distinct t.owner_kind, t.owner_id, t.field from app.search_tokens t
    where t.org_id = o and t.token = any (p_tokens) and t.match = 'exact' limit 100;
  perform ctx.put(o, m, r);
end $$;
--> statement-breakpoint
-- Whom such an alert is about would learn from it that somebody is kept here.
create policy not_about_me on app.audit_alerts as restrictive for select
  using (rule not in ('client_sought', 'client_twice') or member_id is distinct from (select ctx.member()));
--> statement-breakpoint
-- A number alone says nothing: numbers follow each other, and whoever counts them would see when packets are made. The
-- check word stands on the packet and its slips; the beginning of the file's SHA-256 serves who holds an older one.
drop function ctx.check_packet_number(text);
--> statement-breakpoint
create function ctx.check_packet_number(p_code text, p_word text)
returns table (version integer, sha256 text, built_at timestamptz, approved_at timestamptz, withdrawn_at timestamptz,
  replaced_by integer)
language plpgsql security definer set search_path = pg_catalog as $$
declare n record; known boolean;
begin
  for n in select x.packet_id, x.org_id from auth.packet_numbers x where x.code = p_code order by x.packet_id limit 200 loop
    perform ctx.put(n.org_id, null, 'service');
    -- Any version of this packet that was approved and has this word.
    select exists (
      select 1 from app.packets p, app.packets mine
      where mine.org_id = n.org_id and mine.id = n.packet_id and p.org_id = mine.org_id and p.case_id = mine.case_id
        and p.number = mine.number and p.file_sha256 is not null and p.decided_at is not null
        and (p.status in ('approved', 'handed_over') or p.withdrawn_at is not null)
        and length(p_word) >= 8 and (
          p_word = substr(encode(sha256(convert_to('check word|' || p.id::text, 'UTF8')), 'hex'), 1, 8)
          or p_word = left(p.file_sha256, length(p_word)))) into known;
    continue when not known;
    return query
      select p.version, p.file_sha256, p.built_at, p.decided_at, p.withdrawn_at,
        (select min(q.version) from app.packets q where q.org_id = p.org_id and q.case_id = p.case_id
          and q.number = p.number and q.version > p.version and q.status in ('approved', 'handed_over'))
      from app.packets p
      where p.org_id = n.org_id and p.id = n.packet_id and p.file_sha256 is not null and p.decided_at is not null
        and (p.status in ('approved', 'handed_over') or p.withdrawn_at is not null);
  end loop;
  perform set_config('app.ctx', '', true);
  perform set_config('app.sig', '', true);
end $$;
