-- The context of a form of another system, by its secret: that of whoever writes one enquiry, which it sees and nothing
-- else. A wrong secret, one of another organisation and one that was turned off answer alike.
create function ctx.enter_connector(p_org uuid, p_token bytea, p_enquiry uuid)
returns table (connector_id uuid, kind text, name text, mapping jsonb)
language plpgsql security definer set search_path = pg_catalog as $$
declare c app.connectors%rowtype;
begin
  perform ctx.put(p_org, null, 'service');
  select * into c from app.connectors x
    where x.org_id = p_org and x.token_hash = sha256(p_token) and x.off_at is null;
  if c.id is null then raise exception 'no such connector' using errcode = '28000'; end if;
  return query select c.id, c.kind, c.name, c.mapping;
  perform ctx.put_enquirer(p_org, p_enquiry);
end $$;
