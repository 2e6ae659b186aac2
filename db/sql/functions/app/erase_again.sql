-- For whoever restores an older backup, as the owner: erases again what the ledger of a newer day says was erased.
create function app.erase_again(p jsonb) returns boolean language plpgsql set search_path = pg_catalog as $$
declare o uuid := (p ->> 'org')::uuid; what uuid := (p ->> 'id')::uuid; request uuid := gen_random_uuid(); k uuid;
begin
  perform ctx.put(o, null, 'service');
  if exists (select 1 from app.erasures e where e.org_id = o and e.erased_id = what) then return false; end if;
  if p ->> 'of' = 'case' then select c.key_id into k from app.cases c where c.org_id = o and c.id = what;
  else select c.key_id into k from app.clients c where c.org_id = o and c.id = what;
  end if;
  if k is null then return false; end if;
  insert into app.erasure_requests (id, org_id, of, erased_id, code, ground, key_id, state, also, asked_by, asked_at, decided_by, decided_at)
  values (request, o, p ->> 'of', what, p ->> 'code', p ->> 'ground', k, 'released',
    array(select c.id from app.cases c where c.org_id = o and c.client_id = what), (p ->> 'askedBy')::uuid,
    (p ->> 'at')::timestamptz, (p ->> 'releasedBy')::uuid, (p ->> 'at')::timestamptz);
  -- Whoever restored has decided already that no hold of an older day stands in the way.
  delete from app.holds h where h.org_id = o and h.case_id in (select ctx.erasing());
  perform app.erase_with(request, array(select x::uuid from jsonb_array_elements_text(p -> 'keys') x));
  perform audit.append('erasure.done_again', request, null, '{}'::jsonb);
  return true;
end $$;
