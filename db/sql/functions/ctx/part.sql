-- One part of the context of this transaction. One that was made up, or is of another transaction or backend, is
-- refused. Policies ask it some hundred times for a page: what ctx.sign and ctx.stamp say is written out here, since
-- calling them takes longer than what they do. Where it differed from them, nobody could read anything.
create function ctx.part(n integer) returns text
language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  c text := current_setting('app.ctx', true);
  k bytea;
begin
  if c is null or c = '' then return null; end if;
  select x.k into strict k from ctx.key x;
  if encode(sha256(k || sha256(k || convert_to(c, 'UTF8'))), 'hex') is distinct from current_setting('app.sig', true)
    or split_part(c, '|', 4) <> extract(epoch from transaction_timestamp())::text || ':' || pg_backend_pid()::text
  then
    raise exception 'forged context' using errcode = '28000';
  end if;
  return nullif(split_part(c, '|', n), '');
end $$;
