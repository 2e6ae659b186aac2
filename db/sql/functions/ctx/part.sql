-- One part of the context of this transaction. One that was made up, or is of another transaction or backend, is
-- refused.
create function ctx.part(n integer) returns text
language plpgsql stable security definer set search_path = pg_catalog as $$
declare c text := current_setting('app.ctx', true);
begin
  if c is null or c = '' then return null; end if;
  if ctx.sign(c) is distinct from current_setting('app.sig', true) or split_part(c, '|', 4) <> ctx.stamp() then
    raise exception 'forged context' using errcode = '28000';
  end if;
  return nullif(split_part(c, '|', n), '');
end $$;
