-- A link that gives access to cases, or gives it back, opens nothing before it was released.
create function ctx.invitation_waits(i app.invitations) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
declare r text := i.role;
begin
  if i.renews is not null then select m.role into r from app.members m where m.id = i.renews; end if;
  if r = 'admin' or (r = 'liaison' and i.renews is null) or app.is_founding() then return false; end if;
  return not exists (select 1 from app.access_changes a where a.invitation_id = i.id and a.role = r
    and (a.state = 'released' or (a.state = 'waiting' and a.opens_at <= clock_timestamp())));
end $$;
