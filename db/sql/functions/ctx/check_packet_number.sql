-- A number alone says nothing: numbers follow each other, and whoever counts them would see when packets are made. The
-- check word stands on the packet and its slips; the beginning of the file's SHA-256 serves who holds an older one.
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
