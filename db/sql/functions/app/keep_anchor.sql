-- An anchor stays as it was made, and so does what its signature is of. What came later, the file and the token, is
-- filled in once.
create function app.keep_anchor() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if (new.org_id, new.seq, new.hash, new.at, new.made_at, new.signature) is distinct from
     (old.org_id, old.seq, old.hash, old.at, old.made_at, old.signature)
     or (old.filed_at is not null and new.filed_at is distinct from old.filed_at)
     or (old.token is not null and
       (new.token, new.authority, new.gen_time) is distinct from (old.token, old.authority, old.gen_time)) then
    raise exception 'an anchor stays' using errcode = '42501';
  end if;
  return new;
end $$;
