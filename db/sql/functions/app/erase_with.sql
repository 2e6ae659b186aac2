-- Erases what one supervisor asked for and another released: keys, rows, and what finds them. One transaction: all or
-- nothing. Asked again, it says which keys went. The log stays, and says ids and kinds. `p_keys` went with it before.
-- What a client was given holds all of their cases: it goes whole with each of them, as a folder of everything does.
create function app.erase_with(p_request uuid, p_keys uuid[]) returns uuid[]
language plpgsql set search_path = pg_catalog as $$
declare
  r app.erasure_requests%rowtype; own uuid[]; client uuid; lists uuid[]; folders uuid[]; owners uuid[];
  keys uuid[] := '{}'; shared uuid[]; c record; at timestamptz := clock_timestamp(); part uuid[];
begin
  if ctx.role() is distinct from 'service' then raise exception 'a job erases' using errcode = '42501'; end if;
  select * into r from app.erasure_requests x where x.id = p_request and x.org_id = ctx.org() for update;
  if r.state in ('erased', 'done') then
    return (select coalesce(array_agg(k), '{}') from app.erasures e, unnest(e.key_ids) k where e.request_id = r.id);
  end if;
  if r.id is null or r.state <> 'released' or r.decided_by = r.asked_by then
    raise exception 'two people release an erasure' using errcode = '42501';
  end if;
  -- Locked in one order, so that nobody opens, holds or changes one meanwhile.
  if r.of = 'client' then
    select x.id into client from app.clients x where x.id = r.erased_id for update;
    select coalesce(array_agg(s.id), '{}') into own
      from (select x.id from app.cases x where x.client_id = client order by x.id for update) s;
  else
    select coalesce(array_agg(s.id), '{}') into own
      from (select x.id from app.cases x where x.id = r.erased_id for update) s;
    if r.with_client then
      select x.id into client from app.clients x
        where x.id = (select y.client_id from app.cases y where y.id = r.erased_id) for update;
      if exists (select 1 from app.cases y where y.client_id = client and y.id <> r.erased_id) then client := null; end if;
    end if;
  end if;
  if own = '{}' and client is null then raise exception 'nothing to erase' using errcode = '02000'; end if;
  if exists (select 1 from app.holds h where h.case_id = any (own) and h.lifted_at is null) then
    raise exception 'the case is held' using errcode = '42501';
  end if;
  -- A list that a case came in holds its row, and a folder of everything holds the case: both go whole, with their keys.
  select coalesce(array_agg(distinct i.import_id), '{}') into lists from app.import_rows i where i.case_id = any (own);
  if exists (select 1 from app.imports i where i.id = any (lists) and i.state in ('reading', 'checking', 'running')) then
    raise exception 'a list is at work' using errcode = '55000';
  end if;
  select coalesce(array_agg(x.id), '{}') into folders from app.case_exports x
    where x.org_id = r.org_id and ((x.kind = 'organisation' and x.state not in ('waiting', 'refused'))
      or x.client_id = r.erased_id or x.client_id in (select y.client_id from app.cases y where y.id = any (own)));
  update app.erasure_requests x set also = array_remove(own || lists || folders || client, null) where x.id = r.id;
  select coalesce(array_agg(k), '{}') into shared from (
    select i.key_id as k from app.imports i where i.id = any (lists)
    union select x.key_id from app.case_exports x where x.id = any (folders)) s
    where exists (select 1 from app.data_keys d where d.id = s.k and d.purpose in ('import', 'export'));

  for c in select x.id, x.code from app.cases x where x.id = any (own) loop
    part := array(select distinct k from unnest(app.keys_of(array[c.id]) || shared || p_keys) k);
    keys := keys || part;
    insert into app.erasures (id, org_id, request_id, of, erased_id, code, key_ids, ground, asked_by, released_by, at, seers)
    values (gen_random_uuid(), r.org_id, r.id, 'case', c.id, c.code, part, r.ground, r.asked_by, r.decided_by, at,
      (select coalesce(array_agg(distinct m), '{}') from (
        select y.member_id as m from app.case_members y where y.case_id = c.id
        union select y.owner_id from app.cases y where y.id = c.id) s));
  end loop;
  if client is not null then
    part := array(select distinct k from unnest((select array[x.key_id] from app.clients x where x.id = client) || p_keys) k);
    keys := keys || part;
    insert into app.erasures (id, org_id, request_id, of, erased_id, code, key_ids, ground, asked_by, released_by, at, seers)
    select gen_random_uuid(), r.org_id, r.id, 'client', x.id, x.code, part, r.ground, r.asked_by, r.decided_by, at,
      array[x.registered_by] from app.clients x where x.id = client;
  end if;

  select coalesce(array_agg(o), '{}') into owners from (
    select a.id as o from app.accounts a where a.case_id = any (own)
    union select i.id from app.identifiers i where i.case_id = any (own)
    union select u.id from app.subjects u where u.case_id = any (own)
    union select e.id from app.exhibits e where e.case_id = any (own)) s;
  update app.erasure_requests x set also = x.also || owners where x.id = r.id;
  delete from app.report_counts x where x.org_id = r.org_id;
  delete from app.search_tokens s where s.owner_id = any (array_remove(owners || client, null));
  delete from auth.packet_numbers n where n.packet_id in (select p.id from app.packets p where p.case_id = any (own));
  delete from auth.first_secrets n where n.link_id in (select l.id from app.first_links l where l.case_id = any (own));
  delete from auth.client_secrets n where n.page_id in (select l.id from app.client_pages l where l.case_id = any (own));
  delete from auth.client_visits n where n.page_id in (select l.id from app.client_pages l where l.case_id = any (own));
  delete from auth.enquiry_receipts n where n.enquiry_id in (select l.id from app.enquiries l where l.case_id = any (own));
  delete from auth.enquiry_visits n where n.enquiry_id in (select l.id from app.enquiries l where l.case_id = any (own));
  delete from auth.pairing_keys n where n.case_id = any (own);
  -- Such a folder hangs on its request, so it goes before the rows of the case.
  delete from app.case_exports x where x.id = any (folders);
  perform app.empty_of('case_id', own);
  delete from app.import_rows i where i.import_id = any (lists);
  delete from app.imports i where i.id = any (lists);
  delete from app.cases x where x.id = any (own);
  if client is not null then
    perform app.empty_of('client_id', array[client]);
    delete from app.clients x where x.id = client;
  end if;
  update app.data_keys k set wrapped = '' where k.id = any (keys);
  delete from app.data_keys k where k.id = any (keys);
  update app.erasure_requests x set state = 'erased', erased_at = at, reason = null where x.id = r.id;
  return keys;
end $$;
