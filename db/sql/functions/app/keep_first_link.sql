-- Two people: nobody releases what they made. What happens at the door is written by the functions of the door alone.
-- A link may end earlier than it was released for: the client took a release back that covered it longer.
create function app.keep_first_link() returns trigger language plpgsql set search_path = pg_catalog as $$
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
