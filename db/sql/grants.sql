-- Run at every migration with the name of the application role in place of :app. The role owns nothing.
revoke all on all tables in schema app, auth, audit, ctx from public;
revoke all on all functions in schema app, auth, audit, ctx from public;
revoke all on schema public from public;
grant usage on schema app, auth, audit, ctx, pgboss to :app;
-- So that what serves can see whether the owner brought the database to its release.
grant usage on schema drizzle to :app;
grant select on drizzle.__drizzle_migrations to :app;
grant select, insert, update, delete on all tables in schema app to :app;
-- Kept by a trigger: who could write it could give themselves the cases of others.
revoke insert, update, delete on app.case_owners from :app;
revoke update, delete on app.step_events, app.custody_events, app.handover_events, app.clock_changes,
  app.document_versions, app.packet_events, app.provision_versions, app.reference_changes, app.derivatives, app.exposures,
  app.first_link_events from :app;
revoke insert, update, delete on app.custody_heads from :app;
revoke delete on app.exhibits, app.cases, app.clients, app.members, app.organisations, app.packets, app.documents,
  app.refusals, app.authorities, app.hand_clocks, app.preservations, app.reference_secrets, app.mails, app.reminders,
  app.proclaimed_days, app.calendar_feeds, app.timestamps, app.chat_imports, app.chat_messages, app.chat_senders,
  app.identifiers, app.image_stops, app.image_sightings, app.signing_keys, app.handover_questions,
  app.handover_outcomes, app.first_links, app.imports, app.import_rows, app.case_exports, app.leaves, app.case_offers,
  app.assignment_batches, app.assignment_rows, app.case_flags, app.case_reviews, app.member_grants,
  app.case_denials, app.emergency_looks, app.emergency_notices, app.recalls, app.release_recipients from :app;
revoke update, delete on app.review_replies, app.retention_changes, app.corrections from :app;
revoke delete on app.audit_anchors, app.audit_alerts from :app;
-- Written by app.erase alone.
revoke insert, update, delete on app.erasures from :app;
revoke delete on app.erasure_requests, app.holds, app.breaches, app.breach_notices, app.rights_requests,
  app.case_restrictions from :app;
grant execute on function ctx.erasing(), app.erase(uuid), app.keep_erasure_request(), app.refuse_held(),
  app.keep_breach_notice(), app.keep_rights_request(), app.keep_access_folder(), app.refuse_restricted(),
  app.last_rights_request() to :app;
-- Who counts as a second person, and what gives access to cases.
revoke delete on app.access_changes from :app;
grant execute on function app.is_founding(), app.is_tied(uuid, uuid, timestamptz, boolean), app.is_new(uuid, timestamptz),
  app.reach_of(text), ctx.opens_at(uuid, uuid), app.open_access_changes(), app.one_browser(text, text),
  auth.invitation_waits(bytea), auth.note_browser(bytea, bytea) to :app;
grant select on audit.entries to :app;
grant execute on function ctx.org(), ctx.member(), ctx.role(), ctx.part(integer), ctx.enter(bytea),
  ctx.enter_service(bytea, uuid), app.chain_custody(), app.custody_hash(app.custody_events), app.keep_custody_head(), app.keep_original(),
  app.refuse_images(), app.exact_hits(bytea[]), ctx.refuse(), ctx.keep_org(), ctx.stamp(), ctx.my_cases(),
  ctx.denied_cases(), ctx.denied_clients(), ctx.denied_to(uuid), ctx.looked_cases(), ctx.frozen_cases() to :app;
grant execute on function ctx.organisations(bytea), ctx.needing_kek(bytea, text, boolean, boolean), ctx.enter_feed(bytea), app.number_hits(text, text),
  app.packet_held(uuid), app.packet_exhibits(uuid), app.cover_of(uuid, uuid, boolean, timestamptz), app.keep_recipient(),
  app.keep_taken_off(), app.keep_release(), app.keep_recall(), app.keep_covered(), app.keep_given(), app.keep_asked(), app.keep_outcome(),
  ctx.check_packet_number(text, text), ctx.redeem_first_link(bytea, text, bytea, uuid), ctx.look_at_first_link(bytea, bytea),
  ctx.enter_first_link(bytea, bytea), app.take_first_file(text), app.keep_first_link(), ctx.with_login(),
  ctx.enter_import(bytea, uuid, uuid), app.keep_import_row(), app.keep_case_export() to :app;
grant execute on function audit.append(text, uuid, uuid, jsonb), audit.note_refusal(text, uuid, uuid, jsonb),
  audit.append_seldom(text, uuid, uuid, jsonb, integer), audit.head(), audit.head_hash(bigint) to :app;
grant execute on function auth.take(bytea, double precision, double precision), auth.find_login(text),
  auth.issue_ticket(bytea, uuid, text), auth.redeem_ticket(bytea, uuid, bytea, text), auth.refuse_sign_in(uuid, text),
  auth.touch(bytea), auth.end_session(bytea), auth.proof_of(bytea), auth.step_up(bytea, text, bytea), auth.was_renewed(bytea),
  auth.stands(uuid), auth.cover(bytea), auth.is_covered(bytea), auth.refuse_step_up(bytea), auth.setup_is_open(), auth.setup_token_is_live(bytea),
  auth.claim_setup(bytea, uuid, text, uuid, uuid, text, text, text, uuid, text), auth.read_invitation(bytea),
  auth.accept_invitation(bytea, uuid, uuid, text, text) to :app;
grant execute on function auth.standing_of(bytea), auth.make_challenge(bytea, text, bytea),
  auth.take_challenge(bytea, text, bytea), auth.find_passkey(bytea), auth.use_passkey(uuid, bigint, boolean),
  auth.list_passkeys(bytea), auth.remove_passkey(bytea, uuid), auth.remove_totp(bytea), auth.seed_of(bytea),
  auth.add_passkey(bytea, uuid, bytea, bytea, bigint, text[], boolean, boolean, text), auth.set_totp(bytea, text, bigint),
  auth.offer_totp(bytea, text),
  auth.take_totp(bytea, bigint), auth.set_recovery_codes(bytea, bytea[]), auth.use_recovery_code(bytea, bytea) to :app;
grant execute on function auth.take_each(bytea[], double precision[], double precision[]), auth.end_moved(bytea, text),
  auth.list_sessions(bytea), auth.end_own_sessions(bytea, uuid), auth.end_sessions_of(uuid), auth.knows_device(bytea),
  auth.remember_device(bytea, uuid, bytea), auth.list_devices(bytea), auth.forget_device(bytea, uuid),
  auth.take_sso_state(bytea, bytea), auth.use_sso(bytea, text), auth.sso_link_of(bytea),
  auth.link_sso(bytea, text, bytea), auth.unlink_sso(bytea), auth.refuse_sso_link(bytea),
  auth.change_password(bytea, text) to :app;
grant execute on function auth.list_notices(bytea), auth.dismiss_notice(bytea, uuid), auth.notices_to_send(uuid),
  auth.note_wrong_code(bytea), auth.list_waiting(), auth.allow_passkey(uuid), auth.unlock_codes(uuid) to :app;
grant select, insert, update, delete on all tables in schema pgboss to :app;
grant usage on all sequences in schema pgboss to :app;
grant execute on all functions in schema pgboss to :app;
