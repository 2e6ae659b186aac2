-- What somebody is typing belongs to them alone. That they are changing a note, and when they last saved their draft, is
-- told to who may read the note, so that two people do not write over each other.
create function app.others_drafting(p_note uuid, p_since timestamptz)
returns table (member_id uuid, saved_at timestamptz)
language plpgsql security definer set search_path = pg_catalog as $$
declare o uuid := ctx.org(); r text := ctx.role(); m uuid := ctx.member();
begin
  if r is null or r not in ('caseworker', 'supervisor') then return; end if;
  perform 1 from app.case_notes n where n.org_id = o and n.id = p_note;
  if not found then return; end if;
  perform ctx.put(o, m, 'service');
  return query
    select d.member_id, d.saved_at from app.note_drafts d
    where d.org_id = o and d.note_id = p_note and d.member_id <> m and d.saved_at > p_since
    order by d.saved_at desc limit 5;
  perform ctx.put(o, m, r);
end $$;
