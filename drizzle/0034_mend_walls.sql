-- A caseworker lets people into a case that they hold or work on, and themselves into one that was offered to them.
-- Nobody writes a member's row again; the application takes none away.
do $$
declare
  inside_wide text := '(select ctx.role() in (''supervisor'', ''service''))';
  caseworker text := '(select ctx.role() = ''caseworker'')';
  me text := '(select ctx.member())';
  mine text := '(' || inside_wide || ' or (' || caseworker || ' and case_id in (select ctx.my_cases())))';
begin
  drop policy add on app.case_members;
  drop policy change on app.case_members;
  drop policy remove on app.case_members;
  execute format('create policy add on app.case_members for insert with check (org_id = (select ctx.org()) and (%s or (%s and ('
    || 'exists (select 1 from app.cases c where c.org_id = case_members.org_id and c.id = case_members.case_id and c.owner_id = %s)'
    || ' or (member_id = %s and exists (select 1 from app.case_offers o where o.org_id = case_members.org_id'
    || ' and o.case_id = case_members.case_id and o.offered_to = %s and o.state = ''open''))))))', mine, caseworker, me, me, me);
  execute format('create policy change on app.case_members for update using (org_id = (select ctx.org()) and %1$s)'
    || ' with check (org_id = (select ctx.org()) and %1$s)', inside_wide);
  execute format('create policy remove on app.case_members for delete using (org_id = (select ctx.org()) and %s)', inside_wide);
  -- An offer lets somebody in, so only who has the case makes one, in their own name; who gets it can answer it.
  drop policy add on app.case_offers;
  execute format('create policy add on app.case_offers for insert with check (org_id = (select ctx.org()) and %s and offered_by = %s)',
    mine, me);
end $$;
--> statement-breakpoint
-- As before, and a link may end earlier than it was released for: the client took a release back that covered it longer.
create or replace function app.keep_first_link() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if tg_op = 'INSERT' then
    if new.made_by is distinct from ctx.member() or new.released_at is not null or new.released_by is not null
      or new.expires_at is not null or new.redeemed_at is not null or new.tries <> 0 or new.downloads <> 0 then
      raise exception 'a link is made closed' using errcode = '42501';
    end if;
    return new;
  end if;
  if (old.id, old.case_id, old.packet_id, old.liaison_id, old.secret_hash, old.code_hash, old.made_by, old.made_at)
    is distinct from (new.id, new.case_id, new.packet_id, new.liaison_id, new.secret_hash, new.code_hash, new.made_by, new.made_at)
    or (old.revoked_at is not null and new.revoked_at is distinct from old.revoked_at)
    or (old.released_at is not null and ((old.released_at, old.released_by) is distinct from (new.released_at, new.released_by)
      or new.expires_at is null or new.expires_at > old.expires_at)) then
    raise exception 'a link stays as it was made and released' using errcode = '42501';
  end if;
  if old.released_at is null and new.released_at is not null and (ctx.role() <> 'supervisor'
    or new.released_by is distinct from ctx.member() or new.released_by = new.made_by or new.revoked_at is not null
    or new.expires_at is null or new.expires_at > new.released_at + interval '72 hours') then
    raise exception 'a second person releases a link' using errcode = '42501';
  end if;
  if ctx.role() <> 'service' and (old.tries, old.locked_at, old.redeemed_at, old.browser_hash, old.handover_id,
    old.access_until, old.downloads, old.news_at) is distinct from (new.tries, new.locked_at, new.redeemed_at,
    new.browser_hash, new.handover_id, new.access_until, new.downloads, new.news_at) then
    raise exception 'the door writes what happens at the door' using errcode = '42501';
  end if;
  return new;
end $$;
