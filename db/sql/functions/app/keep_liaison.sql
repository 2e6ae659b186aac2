-- Nobody confirms what they entered themselves, nor an entry of which they said anything since it was last confirmed,
-- whoever came after; and nothing stays confirmed that was changed. Filling in an empty address or phone of an officer
-- of before changes nothing that they were known by.
create function app.keep_liaison() returns trigger language plpgsql set search_path = pg_catalog as $$
declare filled boolean; changed boolean;
begin
  if tg_op = 'INSERT' then
    if new.from_before or new.confirmed_at is not null or new.confirmed_by is not null or new.callback_id is not null then
      raise exception 'an officer is confirmed after a call-back' using errcode = '42501';
    end if;
    new.editors := '{}';
    return new;
  end if;
  if new.added_by is distinct from old.added_by or new.member_id <> old.member_id
    or (new.from_before and not old.from_before) then
    raise exception 'who added an officer stays' using errcode = '42501';
  end if;
  filled := (old.address = '' and new.address <> '') or (old.phone = '' and new.phone <> '');
  changed := (old.force_number, old.agency, old.unit) is distinct from (new.force_number, new.agency, new.unit)
    or (old.address <> '' and new.address <> old.address) or (old.phone <> '' and new.phone <> old.phone);
  if filled or changed then new.changed_by := ctx.member(); end if;
  if new.changed_by is distinct from old.changed_by and new.changed_by is distinct from ctx.member() then
    raise exception 'a change is of whoever makes it' using errcode = '42501';
  end if;
  new.editors := old.editors;
  -- A new name comes from the member's own row and says so by its instant.
  if ctx.member() is not null and (filled or changed or new.changed_at is distinct from old.changed_at) then
    new.editors := array_append(array_remove(old.editors, ctx.member()), ctx.member());
  end if;
  if changed or (filled and not old.from_before) then
    new.from_before := old.from_before and not changed;
    new.confirmed_by := null; new.confirmed_at := null; new.callback_id := null;
    return new;
  end if;
  if (new.confirmed_by, new.confirmed_at, new.callback_id)
      is not distinct from (old.confirmed_by, old.confirmed_at, old.callback_id)
    or (new.confirmed_by is null and new.confirmed_at is null and new.callback_id is null) then
    return new;
  end if;
  if new.confirmed_at is null or new.confirmed_by is distinct from ctx.member() or new.confirmed_by = new.added_by
    or new.confirmed_by = new.changed_by or new.confirmed_by = any (new.editors)
    or not exists (select 1 from app.liaison_callbacks c
      where c.id = new.callback_id and c.org_id = new.org_id and c.liaison_id = new.member_id
        and c.called_by = new.confirmed_by and c.result = 'confirmed'
        and (new.changed_at is null or c.noted_at >= new.changed_at)) then
    raise exception 'another person confirms an officer, after a call-back' using errcode = '42501';
  end if;
  new.editors := '{}';
  return new;
end $$;
