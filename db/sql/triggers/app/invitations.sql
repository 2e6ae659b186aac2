create trigger forget_factors after update of accepted_at on app.invitations
  for each row
  when (old.accepted_at is null and new.accepted_at is not null and new.renews is not null)
  execute function auth.forget_factors();
create trigger gate_invitation before update on app.invitations
  for each row when (old.accepted_at is null and new.accepted_at is not null) execute function app.gate_invitation();
create trigger index_invitation after insert on app.invitations for each row execute function auth.index_invitation();
create trigger keep_invitation before insert or update on app.invitations
  for each row execute function app.keep_invitation();
create trigger keep_org before update on app.invitations for each row execute function ctx.keep_org();
create trigger note_invitation after update on app.invitations
  for each row
  when (
    (old.accepted_at is null and new.accepted_at is not null)
    or (old.withdrawn_at is null and new.withdrawn_at is not null)
  )
  execute function app.note_invitation();
