-- A code is used: once, in ten minutes. Of several at once one comes first. `open`: the token now opens the pairing.
create function ctx.redeem_pairing(p_code_hash bytea, p_token bytea, p_browser text)
returns table (outcome text, pairing_id uuid)
language plpgsql security definer set search_path = pg_catalog as $$
declare k auth.pairing_keys%rowtype; p app.pairings%rowtype; s text; at timestamptz;
begin
  select * into k from auth.pairing_keys x where x.hash = p_code_hash;
  if not found then return query select 'unknown', null::uuid; return; end if;
  perform ctx.put(k.org_id, null, 'service');
  select * into p from app.pairings x where x.id = k.pairing_id and x.code_hash = p_code_hash for update;
  if not found then return query select 'unknown', null::uuid; return; end if;
  at := clock_timestamp();
  s := case when p.begun_at is not null then 'used' when p.ended_at is not null then 'ended'
    when p.code_until <= at then 'expired' when not ctx.pairing_stands(p) then 'ended' else 'open' end;
  if s = 'open' then
    update app.pairings x set begun_at = at, until = at + interval '1 hour', token_hash = sha256(p_token),
      browser = left(p_browser, 60)
    where x.id = p.id;
    insert into auth.pairing_keys (hash, org_id, case_id, pairing_id)
    values (sha256(p_token), p.org_id, p.case_id, p.id);
    perform ctx.put_pairing(p);
    perform audit.append('pairing.begun', p.id, p.case_id, '{}'::jsonb);
  else
    perform audit.append('pairing.refused', p.id, p.case_id, jsonb_build_object('why', s));
  end if;
  return query select s, p.id;
  perform set_config('app.ctx', '', true);
  perform set_config('app.sig', '', true);
end $$;
