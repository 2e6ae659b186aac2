-- The newest words of the organisation for each text of one language, also for a client, who sees no table but her own.
create function app.client_texts(p_language text)
returns table (key text, words text, speaker text, english_sha256 text, words_sha256 text)
language plpgsql security definer set search_path = pg_catalog as $$
declare o uuid := ctx.org(); m uuid := ctx.member(); r text := ctx.role();
begin
  if r is null or r not in ('client', 'caseworker', 'supervisor', 'admin', 'service') then return; end if;
  perform ctx.put(o, m, 'service');
  return query select distinct on (w.key) w.key, w.words, w.speaker, w.english_sha256, w.words_sha256
    from app.client_wordings w where w.org_id = o and w.language = p_language
    order by w.key, w.saved_at desc, w.id desc;
  perform ctx.put(o, m, r);
end $$;
