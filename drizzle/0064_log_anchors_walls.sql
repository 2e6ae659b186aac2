-- As before; the signature is of what stays, so it stays as well.
create or replace function app.keep_anchor() returns trigger language plpgsql set search_path = pg_catalog as $$
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
--> statement-breakpoint
-- The hash of the entry that the log ends with, for whoever just appended it: in the statement that did, so that where
-- the log ended can be recorded outside the database without another round trip. Volatile, to see that very entry.
create function audit.head_hash(p_seq bigint) returns bytea
language sql volatile security definer set search_path = pg_catalog as $$
  select h.hash from audit.heads h where h.org_id = ctx.org() and h.seq = p_seq
$$;
