-- Which functions the application may call. A function is made for everybody, so that is taken back first.
revoke all on all functions in schema app, auth, audit, ctx from public, :app;

grant execute on function
  app.chain_custody, app.client_texts, app.cover_of, app.custody_hash, app.erase, app.erase_enquiry, app.erase_mail,
  app.exact_hits, app.handed_over, app.handed_packets, app.is_founding, app.is_new, app.is_tied,
  app.keep_access_folder, app.keep_asked,
  app.keep_breach_notice, app.keep_case_export, app.keep_client_file, app.keep_client_message,
  app.keep_client_notice, app.keep_client_page, app.keep_client_paper, app.keep_covered,
  app.keep_custody_head, app.keep_enquiry, app.keep_enquiry_message, app.keep_erasure_request,
  app.keep_filled_form,  app.keep_first_link, app.keep_given, app.keep_import_row, app.keep_original, app.keep_official_form, app.keep_outcome,
  app.keep_recall, app.keep_recipient, app.keep_release, app.keep_rights_request, app.keep_taken_off,
  app.last_rights_request, app.lacks_of, app.may_tell_outside, app.number_hits, app.one_browser, app.open_access_changes,
  app.open_role_changes, app.opens_key, app.keep_incoming_mail, app.keep_reply_address,
  app.others_drafting, app.packet_exhibits, app.packet_held, app.reach_of, app.refuse_held,
  app.refuse_images, app.refuse_restricted, app.role_change_opens_at, app.settable, app.settle_all_access, app.take_first_file, app.works
to :app;

grant execute on function
  audit.append, audit.append_seldom, audit.head, audit.head_hash, audit.note_refusal
to :app;

grant execute on function
  auth.accept_invitation, auth.add_passkey, auth.allow_passkey, auth.change_password, auth.claim_setup, auth.count_administrators,
  auth.cover, auth.dismiss_notice, auth.end_moved, auth.end_own_sessions, auth.end_session,
  auth.end_sessions_of, auth.find_login, auth.find_passkey, auth.forget_device, auth.invitation_waits,
  auth.is_covered, auth.issue_ticket, auth.knows_client_network, auth.knows_device, auth.leave_device,
  auth.link_sso, auth.list_devices, auth.list_notices, auth.list_passkeys, auth.list_sessions,
  auth.list_waiting, auth.make_challenge, auth.make_offline_key, auth.note_browser,
  auth.note_wrong_code, auth.notices_to_send, auth.offer_totp, auth.offline_key_stands, auth.proof_of,
  auth.read_invitation, auth.redeem_ticket, auth.refuse_sign_in, auth.refuse_sso_link,
  auth.refuse_step_up, auth.remember_device, auth.remove_passkey, auth.remove_totp, auth.seed_of,
  auth.set_recovery_codes, auth.set_totp, auth.setup_is_open, auth.setup_token_is_live,
  auth.sso_link_of, auth.standing_of, auth.stands, auth.step_up, auth.take, auth.take_challenge, auth.take_counted,
  auth.take_each, auth.take_sso_state, auth.take_totp, auth.touch, auth.touch_client_visit,
  auth.touch_enquiry_visit, auth.unlink_sso, auth.unlock_codes, auth.use_offline_key, auth.use_passkey,
  auth.use_recovery_code, auth.use_sso, auth.was_renewed
to :app;

grant execute on function
  ctx.caseworker, ctx.check_packet_number, ctx.client_case, ctx.client_page, ctx.covers, ctx.denied_cases,
  ctx.denied_clients, ctx.denied_to, ctx.enquiry, ctx.enter, ctx.enter_api_token, ctx.enter_client_page, ctx.enter_enquiry, ctx.enter_connector,
  ctx.enter_enquiry_form, ctx.enter_feed, ctx.enter_first_link, ctx.enter_import, ctx.enter_pairing,
  ctx.enter_service, ctx.erasing, ctx.frozen_cases, ctx.has, ctx.keep_org, ctx.limits, ctx.leave_client_page,
  ctx.leave_enquiry, ctx.look_at_first_link, ctx.member, ctx.needing_kek, ctx.oldest, ctx.open_client_page,
  ctx.open_enquiry, ctx.opens_at, ctx.org, ctx.organisations, ctx.part, ctx.reach, ctx.redeem_first_link,
  ctx.redeem_pairing, ctx.refuse, ctx.reply_organisations, ctx.role, ctx.stamp, ctx.takes_files, ctx.webhooks_due, ctx.with_login
to :app;
