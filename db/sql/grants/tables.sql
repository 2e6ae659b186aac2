-- What the application may do to a table; which rows, the policies say. What is not named here it cannot touch at all.
revoke all on all tables in schema app, auth, audit, ctx from public, :app;

-- Written, changed and taken away.
grant select, insert, update, delete on
  app.account_exhibits, app.account_handles, app.accounts, app.api_answers, app.case_members, app.case_steps, app.case_words, app.body_import_rows,
  app.charges, app.clearances, app.data_keys, app.dispatches, app.editions, app.handovers,
  app.import_mappings, app.incident_exhibits, app.incidents, app.invitations, app.liaison_callbacks,
  app.liaisons, app.likenesses, app.list_choices, app.note_drafts, app.packet_parts, app.queue_items, app.reference_keys,
  app."references", app.releases, app.reminder_wishes, app.saved_views, app.scans, app.search_tokens,
  app.subjects, app.transcripts, app.translations, app.uploads, app.webhooks, app.word_covers
to :app;

-- Made by the database with an entry of the log; sent again and cleared away by the application.
grant select, update, delete on app.webhook_messages to :app;
grant select, insert, delete on app.report_counts, app.webhook_attempts to :app;

-- Ended, closed or withdrawn, and never taken away.
grant select, insert, update on
  app.access_changes, app.api_tokens, app.arrivals, app.assignment_batches, app.assignment_rows, app.audit_alerts, app.audit_anchors,
  app.authorities, app.breach_notices, app.breaches, app.calendar_feeds, app.case_denials, app.case_exports, app.bodies, app.body_imports,
  app.case_flags, app.case_notes, app.case_offers, app.case_restrictions, app.case_reviews, app.cases,
  app.chat_imports, app.chat_messages, app.chat_senders, app.client_files, app.client_messages,
  app.client_notices, app.client_pages, app.client_papers, app.clients, app.consents, app.documents,
  app.emergency_looks, app.emergency_notices, app.enquiries, app.erasure_requests, app.exhibits, app.filled_forms, app.first_links, app.custom_fields, app.custom_values, app.choice_versions, app.connectors,
  app.hand_clocks, app.handover_outcomes, app.handover_questions, app.holds, app.identifiers,
  app.image_sightings, app.image_stops, app.import_rows, app.imports, app.incoming_mails, app.installation_steps, app.leaves, app.letters, app.mails,
  app.member_grants, app.members, app.organisations, app.packets, app.pairings, app.preservations, app.official_forms,
  app.proclaimed_days, app.queue_snoozes, app.recalls, app.reference_secrets, app.referrals, app.refusals,
  app.release_recipients, app.reminders, app.rights_requests, app.role_changes, app.services, app.signing_keys, app.receiving_systems, app.case_sendings, app.reply_addresses,
  app.takedown_events, app.takedowns, app.timestamps
to :app;

-- It only grows.
grant select, insert on
  app.captures, app.client_page_events, app.clock_changes, app.corrections, app.custody_events,
  app.custom_field_changes, app.custom_roles, app.body_changes,
  app.danger_assessments, app.derivatives, app.document_versions, app.enquiry_messages, app.exposures, app.first_link_events, app.client_wordings,
  app.handover_events, app.handover_papers, app.note_versions, app.packet_events, app.provision_versions,
  app.reference_changes, app.retention_changes, app.review_replies, app.risk_assessments,
  app.risk_decisions, app.safety_checks, app.safety_plans, app.safety_reviews, app.step_events
to :app;

-- Only read: written by triggers and functions. Who could write app.case_access could give themselves the cases of
-- others.
grant select on
  app.case_access, app.custody_heads, app.erasures, audit.entries
to :app;
