-- The organisations with a message to send, for the worker: ids and nothing else.
create function ctx.webhooks_due(token bytea) returns setof uuid
language plpgsql security definer set search_path = pg_catalog as $$
declare o uuid;
begin
  for o in select * from ctx.organisations(token) loop
    perform ctx.put(o, null, 'service');
    if exists (select 1 from app.webhook_messages m
        where m.org_id = o and m.state = 'waiting' and m.next_at <= clock_timestamp()) then
      return next o;
    end if;
  end loop;
  perform ctx.put(null, null, 'nobody');
end $$;
