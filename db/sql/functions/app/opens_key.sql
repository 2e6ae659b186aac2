-- Whether somebody who is no staff reads this key: an officer those of the packets that they were given, while the client
-- lets them have it; a client what is on her page; whoever wrote an enquiry that one. Asks as the person who reads. A
-- function, so that staff, who read keys on every page, do not carry these questions in their statements.
create function app.opens_key(p_key uuid, p_purpose text) returns boolean
language plpgsql stable set search_path = pg_catalog as $$
begin
  case ctx.role()
    when 'liaison' then
      return p_purpose in ('packet', 'annex')
        and (
          exists (select from app.packets p where p.file_key_id = p_key and app.cover_of(p.id, ctx.member()) = 'covered')
          or exists (select from app.packet_parts x where x.key_id = p_key)
        );
    when 'client' then
      return p_purpose = 'client_page' and ctx.client_page() is not null
        and exists (select from app.client_pages p where p.key_id = p_key);
    when 'enquirer' then
      return p_purpose = 'enquiry' and ctx.enquiry() is not null
        and exists (select from app.enquiries e where e.key_id = p_key);
    else return false;
  end case;
end $$;
