-- One of three downloads is used up: how many are left, or -1 when there was none. Only in the context of the link.
create function app.take_first_file(p_part text) returns integer
language plpgsql security definer set search_path = pg_catalog as $$
declare
  o uuid := ctx.org(); m uuid := ctx.member(); h uuid := ctx.part(5)::uuid; l app.first_links%rowtype; left_over integer;
begin
  if h is null then raise exception 'no open link' using errcode = '28000'; end if;
  perform ctx.put(o, null, 'service');
  select * into l from app.first_links x where x.org_id = o and x.handover_id = h and x.liaison_id = m
    and x.access_until > clock_timestamp() order by x.made_at desc limit 1 for update;
  if not found or ctx.state_of_first_link(l) <> 'open' then raise exception 'no open link' using errcode = '28000'; end if;
  if l.downloads >= 3 then
    perform ctx.note_first_link(l, 'used_up', p_part);
    left_over := -1;
  else
    update app.first_links x set downloads = l.downloads + 1 where x.id = l.id;
    perform ctx.note_first_link(l, 'downloaded', p_part);
    left_over := 2 - l.downloads;
  end if;
  perform ctx.put_first(o, m, h);
  return left_over;
end $$;
