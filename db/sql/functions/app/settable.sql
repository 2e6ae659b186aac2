-- The permissions of a role that an organisation may take away: the ceiling. lib/kernel/access/role-rules.ts says the
-- same. What is not here stays as the code has it: two people, the log, an administrator's own work.
create function app.settable(p_role text) returns text[] language sql immutable set search_path = pg_catalog as $$
  select case p_role
    when 'caseworker' then array['case.write', 'case.open', 'packet.build', 'document.write', 'paper.read',
      'release.write', 'handover.deliver', 'client.page', 'rights.write', 'field.contact', 'field.safety',
      'field.identity', 'field.charges', 'field.notes']
    when 'supervisor' then array['case.open', 'packet.build', 'document.write', 'release.write', 'handover.deliver',
      'client.page', 'rights.write', 'directory.write', 'case.import', 'case.export']
    else '{}'::text[] end
$$;
