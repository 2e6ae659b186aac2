/** What a court would read: domain facts in the past tense. Details carry ids, kinds and dates, never protected values. */
type Fact<Action extends string, Detail extends Record<string, unknown> = Record<never, never>> = {
  action: Action;
  subjectId: string;
  caseId?: string;
  detail: Detail;
};

export type AuditEntry =
  | Fact<"access.refused" | "access.not_found" | "access.unconfirmed", { needs?: string; aimed?: string }>
  | Fact<"access.too_often", { needs?: string; aimed?: string; pace: string }>
  | Fact<"access.repeated", { of: string }>
  | Fact<"access.corrected", { rows: number }>
  | Fact<"audit.exported", { format: string; rows: number; filters: string[] }>
  | Fact<"audit.checked", { entries: number; anchors: number }>
  | Fact<"audit.broken", { problem: string; seq: number }>
  | Fact<"alert.acknowledged", { rule: string; result?: string }>
  | Fact<"case.viewed" | "client.viewed">
  | Fact<"member.invited", { role: string }>
  | Fact<"invitation.withdrawn">
  | Fact<"member.role_changed", { from: string; to: string; askedBy: string }>
  | Fact<
      "member.access_asked" | "member.access_released" | "member.access_refused" | "member.access_withdrawn",
      { kind: string; role: string; memberId?: string }
    >
  | Fact<"member.removed">
  | Fact<
      "role.change_asked" | "role.change_confirmed" | "role.change_refused" | "role.change_withdrawn",
      { kind: string; role: string; customRoleId?: string; memberId?: string }
    >
  | Fact<"session.theirs_ended" | "session.all_ended", { sessions: number }>
  | Fact<"member.renewal_offered", { invitationId: string; lost: string; madeSure: string }>
  | Fact<"factor.passkey_allowed" | "factor.totp_unlocked", { madeSure: string }>
  | Fact<"liaison.amended", { fields: string[] }>
  | Fact<"liaison.called_back", { result: string }>
  | Fact<"liaison.confirmed">
  | Fact<"organisation.described", { fields: string[] }>
  | Fact<"signature.key_made", { fingerprint: string; replaces: string | null }>
  | Fact<"signature.key_imported", { fingerprint: string; replaces: string | null }>
  | Fact<"wishes.set", { mails: string }>
  | Fact<"custom_field.added", { record: string; kind: string; sealed: boolean; audience: string }>
  | Fact<"custom_field.amended", { fields: string[] }>
  | Fact<"custom_field.moved", { way: string }>
  | Fact<"custom_field.retired" | "custom_field.restored">
  | Fact<"choice.drafted" | "choice.discarded", { list: string }>
  | Fact<"choice.published", { list: string; choices: number }>
  // Which fields, never what was written.
  | Fact<"custom_value.written", { record: string; fields: string[] }>
  | Fact<"view.saved" | "view.amended", { shared: boolean }>
  | Fact<"view.removed" | "view.restored">
  | Fact<"list.chosen">
  | Fact<"api_token.made", { memberId: string; untilOn: string }>
  | Fact<"api_token.agreed" | "api_token.ended">
  | Fact<"feed.made">
  | Fact<"feed.revoked">
  | Fact<
      "report.exported",
      { report: string; format: string; from: string; to: string; memberId: string | null; pair: string | null }
    >
  | Fact<"report.counted", { from: string; to: string; memberId: string | null; pair: string | null; counted: boolean }>
  | Fact<"report.recounted", { from: string; to: string; memberId: string | null; pair: string | null }>
  | Fact<"import.started", { number: number; size: number }>
  | Fact<"import.rows_read", { rows: number; ended: string }>
  | Fact<"import.mapped", { columns: number }>
  | Fact<"import.checked", { good: number; bad: number; twins: number }>
  | Fact<"import.run", { good: number; twins: number; twinsToo: boolean }>
  | Fact<"import.stopped", { imported: number }>
  | Fact<"import.rows_brought_in", { imported: number; failed: number; ended: boolean }>
  | Fact<"import.row_mended", { row: number; state: string }>
  | Fact<"import.bad_rows_taken", { rows: number }>
  | Fact<"import.cleared">
  | Fact<"list.exported", { format: string; rows: number; filters: string[] }>
  | Fact<"export.asked", { kind: string }>
  | Fact<"export.released" | "export.refused">
  | Fact<"export.built", { cases: number; files: number; sha256: string; size: number }>
  | Fact<"export.failed", { reason: string }>
  | Fact<"export.downloaded">
  | Fact<"export.told", { members: number }>
  | Fact<"export.progressed", { done: number }>
  | Fact<"export.cleared">
  | Fact<"erasure.asked", { of: string; ground: string }>
  | Fact<"erasure.released" | "erasure.refused">
  | Fact<"erasure.stopped", { why: string }>
  | Fact<"erasure.done", { keys: number }>
  | Fact<"erasure.files_removed", { files: number }>
  | Fact<"hold.placed" | "hold.lifted">
  | Fact<"retention.set", { years: number }>
  | Fact<"retention.postponed", { until: string }>
  | Fact<"breach.recorded", { number: number; categories: string[] }>
  | Fact<"breach.counted", { clients: number }>
  | Fact<"breach.regulator_told", { on: string }>
  | Fact<"breach.notices_drafted", { notices: number }>
  | Fact<"breach.notice_reviewed", { clientId: string }>
  | Fact<"breach.notice_sent", { clientId: string; on: string }>
  | Fact<"rights.recorded", { number: number; kind: string; from: string; dueBy: string }>
  | Fact<"rights.identified", { way: string; on: string }>
  | Fact<"rights.granted" | "rights.refused", { kind: string; from: string; confirms: boolean }>
  | Fact<"rights.answered", { on: string }>
  | Fact<"rights.withdrawn">
  | Fact<"rights.amended", { handlerId: string; dueOn: string; moved: boolean }>
  | Fact<"rights.corrected", { what: string }>
  | Fact<"restriction.placed" | "restriction.lifted">
  | Fact<"case.imported", { list: number; row: number; openedOn?: string; closedOn?: string }>
  | Fact<"law.amended", { part: string; key: string; version: number; fields: string[] }>
  | Fact<"law.confirmed", { part: string; key: string; version: number }>
  | Fact<"law.change_withdrawn", { part: string; key: string; version: number }>
  | Fact<"law.day_proclaimed", { calendar: string; day: string }>
  | Fact<"law.day_withdrawn", { calendar: string; day: string }>
  | Fact<"client.registered">
  | Fact<"client.told_apart", { clients: string[]; of: string; reason: string }>
  | Fact<"client.searched", { matches: number }>
  | Fact<"client.sought", { of: string; clientId?: string }>
  | Fact<"client.duplicate_found", { of: string; clientId: string; newClientId: string }>
  | Fact<"client.revealed", { fields: string[]; reason: string }>
  | Fact<"client.safe_contact_set">
  | Fact<"case.opened", { pair: string; playbookVersion: number; risk: string; openedOn?: string }>
  | Fact<"case.assigned", { to: string }>
  | Fact<"case.offered", { to: string }>
  | Fact<"case.offer_accepted", { from: string }>
  | Fact<"case.offer_rejected">
  | Fact<"case.offer_taken_back">
  | Fact<"assignment.begun", { to: string; cases: number }>
  | Fact<"assignment.tried", { result: string }>
  | Fact<"leave.set", { memberId: string; coverId: string; from: string; until: string }>
  | Fact<"leave.ended", { memberId: string; coverId: string }>
  | Fact<"denial.set" | "denial.lifted", { memberId: string }>
  | Fact<"look.asked">
  | Fact<"look.released", { memberId: string; told: string; until: string }>
  | Fact<"look.refused">
  | Fact<"look.ended">
  | Fact<"look.notice_seen">
  | Fact<"flag.raised", { lookOn: string | null }>
  | Fact<"flag.resolved">
  | Fact<"note.written", { kind: string; visibility: string; nextOn: string | null }>
  | Fact<"note.amended", { fields: string[] }>
  | Fact<"note.withdrawn" | "note.pinned" | "note.unpinned" | "note.draft_saved" | "note.draft_discarded">
  | Fact<"note.next_act_done", { on: string }>
  | Fact<"timeline.exported", { format: string; rows: number; filters: string[] }>
  | Fact<"body.added", { kind: string }>
  | Fact<"body.changed", { fields: string[] }>
  | Fact<"body.confirmed", { bodies: number; expiresOn: string }>
  | Fact<"body.reported" | "body.report_settled" | "body.retired" | "body.restored">
  | Fact<"body.merged", { into: string }>
  | Fact<"body_import.started", { number: number; rows: number }>
  | Fact<"body_import.mapped", { columns: number }>
  | Fact<"body_import.row_corrected", { row: number; state: string }>
  | Fact<"body_import.differences_decided", { rows: number; take: string }>
  | Fact<"body_import.run", { added: number; updated: number; leftOut: number }>
  | Fact<"body_import.cancelled">
  | Fact<"body_import.undone", { removed: number; restored: number; kept: number }>
  | Fact<"service.added" | "service.amended", { kind: string }>
  | Fact<"service.retired">
  | Fact<"referral.made", { kind: string; consent: string; answerBy: string | null }>
  | Fact<"referral.answered", { answer: string; answeredOn: string }>
  | Fact<"referral.ended", { endedOn: string }>
  | Fact<"referral.withdrawn">
  | Fact<"review.written", { wantsAnswer: boolean }>
  | Fact<"review.answered">
  | Fact<"review.asked_again">
  | Fact<"review.closed">
  | Fact<"member.granted", { permission: string }>
  | Fact<"member.grant_ended", { permission: string }>
  | Fact<"case.risk_changed", { from: string; to: string; reason: string }>
  | Fact<"danger.assessed", { answer: string; acts: number }>
  | Fact<"risk.assessed", { points: number; suggested: string }>
  | Fact<"risk.decided", { level: string; suggested: string }>
  | Fact<"safety.plan_changed", { change: string; section: string; version: number }>
  | Fact<"safety.reviewed", { about: string; reviewedOn: string; reviewOn: string | null }>
  | Fact<"safety.checked", { item: string; state: string }>
  | Fact<"consent.recorded", { ground: string; way: string | null; givenOn: string }>
  | Fact<"consent.withdrawn", { on: string }>
  | Fact<"consent.paper_filed", { exhibitId: string }>
  | Fact<"case.described">
  | Fact<"client.completed", { fields: string[] }>
  | Fact<"case.playbook_moved", { pair: string; from: number; to: number }>
  | Fact<"subject.added">
  | Fact<"subject.amended", { fields: string[] }>
  | Fact<"account.linked", { platform: string; hasPlatformId: boolean }>
  | Fact<"account.amended", { fields: string[] }>
  | Fact<"account.exhibit_tied", { exhibitId: string }>
  | Fact<"account.exhibit_untied", { exhibitId: string }>
  | Fact<"identifier.added", { kind: string; confidence: string }>
  | Fact<"identifier.amended", { fields: string[] }>
  | Fact<"identifier.removed">
  | Fact<"images.stopped", { by: "person" | "record" }>
  | Fact<"images.stop_lifted">
  | Fact<"images.sighting_recorded", { reportedTo: string | null }>
  | Fact<"incident.logged", { kind: string }>
  | Fact<"incident.amended", { fields: string[] }>
  | Fact<"step.begun", { step: string }>
  | Fact<"step.submitted", { step: string; on: string; tipOffSeen?: boolean; removalSeen?: boolean }>
  | Fact<"step.outcome_recorded", { step: string; on: string }>
  | Fact<"step.contact_noted", { step: string; on: string }>
  | Fact<"step.reply_logged", { step: string; on: string; answers: string }>
  | Fact<"letter.recorded", { direction: string; number: number; answers: string }>
  | Fact<"letter.proven", { kind: string }>
  | Fact<"letter.withdrawn">
  | Fact<"step.skipped", { step: string; reason: string }>
  | Fact<"step.reopened", { step: string; reason: string }>
  | Fact<"step.completed", { step: string; by: string }>
  | Fact<"ladder.evaluated", { level: number }>
  | Fact<"clock.paused", { clock: string }>
  | Fact<"clock.resumed", { clock: string }>
  | Fact<"clock.extended", { clock: string; until: string }>
  | Fact<"clock.started", { rule: string; on: string }>
  | Fact<"clock.answered", { on: string }>
  | Fact<"takedown.added", { kind: string; platform: string }>
  | Fact<
      "takedown.reported",
      { route: string; on: string; numbered: boolean; tipOffSeen: boolean; removalSeen: boolean }
    >
  | Fact<"takedown.numbered">
  | Fact<"takedown.answered", { answer: string; on: string }>
  | Fact<"takedown.seen", { seen: string; on: string }>
  | Fact<"takedown.check_asked" | "takedown.check_began">
  | Fact<"takedown.check_left", { why: string }>
  | Fact<"takedown.checked", { found: string; status: number; problem: string }>
  | Fact<"checks.turned", { on: boolean; hosts: number }>
  | Fact<"case.checks_turned", { off: boolean }>
  | Fact<"takedown.undone", { event: string }>
  | Fact<"takedown.dropped">
  | Fact<"item.snoozed", { item: string; until: string }>
  | Fact<"item.woken", { item: string }>
  | Fact<"preservation.recorded", { state: string }>
  | Fact<"preservation.answered", { answer: string; on: string }>
  | Fact<"case.closed", { outcome: string; closedOn?: string }>
  | Fact<"case.reopened", { reason: string }>
  | Fact<"reference.recorded", { kind: string; state: string; warnings?: string[] }>
  | Fact<"reference.amended", { kind: string; fields: string[] }>
  | Fact<"reference.withdrawn", { kind: string; reason: string }>
  | Fact<"reference.secret_stored">
  | Fact<"reference.secret_revealed", { reason: string }>
  | Fact<"reference.secret_destroyed">
  | Fact<"case.message_pasted", { saved: number; via: string }>
  | Fact<"pairing.made">
  | Fact<"pairing.begun" | "pairing.refused" | "pairing.ended">
  | Fact<"capture.announced", { platform: string | null; parts: string[] }>
  | Fact<"upload.announced", { size: number }>
  | Fact<"upload.repeated">
  | Fact<"exhibit.received", { sha256: string; size: number }>
  | Fact<"exhibit.looked_into", { kind: string; problem: string | null }>
  | Fact<"exhibit.compared", { near: boolean }>
  | Fact<"exhibit.pictures_read", { read: number; unread: number; words: number }>
  | Fact<"exhibit.several_amended" | "exhibit.claims_taken_over", { count: number }>
  | Fact<"exhibit.read_again", { version: number; differs: boolean }>
  | Fact<"packet.key_made", { of: "packet" | "annex" }>
  | Fact<"exhibit.sealed" | "packet.sealed">
  | Fact<"files.tidied", { removed: number; spared: number }>
  | Fact<"exhibit.viewed", { what?: string }>
  | Fact<"exhibit.downloaded", { what?: string }>
  | Fact<"exhibit.stripped", { sha256: string }>
  | Fact<"exhibit.redacted", { page: number; boxes: number; sha256: string }>
  | Fact<"exhibit.words_covered", { kind: string; everywhere: boolean }>
  | Fact<"exhibit.words_uncovered">
  | Fact<"exhibit.translated", { of: string; language: string; sworn: boolean }>
  | Fact<"exhibit.translation_withdrawn">
  | Fact<"exhibit.transcribed", { version: number; language: string; lines: number }>
  | Fact<"exhibit.transcript_withdrawn", { version: number }>
  | Fact<"exhibit.played", { what: string }>
  | Fact<"exhibit.still_taken", { at: string; sha256: string }>
  | Fact<"exhibit.picture_asked", { page: number }>
  | Fact<"exhibit.page_drawn", { page: number; problem: string | null; sha256: string }>
  | Fact<"exhibit.taken_out", { takenId: string; sha256: string }>
  | Fact<"exhibit.pictures_cleared", { nothing: string[]; mayLeave: string[] }>
  | Fact<"exhibit.stamped", { authority: string; genTime: string; serial: string }>
  | Fact<"exhibit.stamp_waits" | "exhibit.stamp_refused", { authority: string; problem: string }>
  | Fact<"exhibit.stamp_downloaded", { authority: string }>
  | Fact<"exhibit.scanned", { engine: string }>
  | Fact<"exhibit.virus_found", { engine: string; virus: string }>
  | Fact<"exhibit.scan_waits", { problem: string }>
  | Fact<"exhibit.let_out", { state: string; virus: string | null }>
  | Fact<"exhibit.custody_recorded", { custody: string }>
  | Fact<"exhibit.checked", { verified: boolean }>
  | Fact<"keys.rotated", { rewrapped: number; to: string }>
  | Fact<"keys.retired", { key: string }>
  | Fact<"backup.made", { rows: number; files: number; missing: number }>
  | Fact<"backup.restored", { rows: number; files: number }>
  | Fact<"restore.drilled", { rows: number; files: number; held: boolean }>
  | Fact<"evidence.checked", { originals: number; derivatives: number; lines: number; tokens: number; broken: number }>
  | Fact<"evidence.check_failed", { kind: string }>
  | Fact<"certificate.drafted", { certificate: string; exhibits: number }>
  | Fact<"exhibit.amended", { fields: string[] }>
  | Fact<"chat.reading_begun", { exhibitId: string; zone: string }>
  | Fact<"chat.order_answered", { dateOrder: string }>
  | Fact<"chat.messages_noted", { offered: number; kept: number }>
  | Fact<"chat.reading_ended", { state: string; messages: number; duplicates: number; unreadable: number }>
  | Fact<"chat.sender_tied", { to: string; accountId: string | null }>
  | Fact<"chat.message_made_incident", { incidentId: string }>
  | Fact<"exhibit.tied_to_incident", { incidentId: string }>
  | Fact<"release.granted", { expiresOn: string }>
  | Fact<"release.scan_filed", { exhibitId: string }>
  | Fact<"release.officer_named", { liaisonId: string }>
  | Fact<"release.officer_taken_off", { liaisonId: string; reason: string }>
  | Fact<"release.revoked", { reason: string }>
  | Fact<"release.officers_told", { officers: number }>
  | Fact<"handover.officer_told", { officers: number }>
  | Fact<"recall.made", { packetId: string }>
  | Fact<"recall.letter_printed", { packetId: string }>
  | Fact<"recall.settled", { outcome: string }>
  | Fact<"authority.recorded", { process: string }>
  | Fact<"authority.revoked", { process: string }>
  | Fact<"charge.named", { home: string; there: string | null }>
  | Fact<"charge.act_linked", { elements: number }>
  | Fact<"charge.elements_answered", { answered: number }>
  | Fact<"charge.dropped", { home: string }>
  | Fact<"charge.offence_set_aside", { offence: string }>
  | Fact<"refusal.logged", { step: string; rung: string }>
  | Fact<"refusal.raised", { rung: string; on: string }>
  | Fact<"refusal.settled", { on: string }>
  | Fact<"form.added", { pages: number; fields: number; removed: string[] }>
  | Fact<"form.described">
  | Fact<"form.mapped", { mapping: number; places: number }>
  | Fact<"form.retired">
  | Fact<"form.filled", { form: string; version: number; missing: number }>
  | Fact<"form.made", { sha256: string; pages: number }>
  | Fact<"form.downloaded" | "form.withdrawn", { version: number }>
  | Fact<"document.drafted", { template: string; kind: string }>
  | Fact<"document.saved", { version: number }>
  | Fact<"document.refreshed", { version: number }>
  | Fact<"document.finalised", { version: number }>
  | Fact<"document.sworn", { on: string }>
  | Fact<"document.sent", { on: string }>
  | Fact<"document.withdrawn", { reason: string }>
  | Fact<"document.reopened", { version: number }>
  | Fact<"document.downloaded", { version: number; format: string }>
  | Fact<"packet.drafted", { kind: string; version: number }>
  | Fact<"packet.assembled", { sha256: string; pages: number | null; parts: string[] }>
  | Fact<"packet.stamped", { sha256: string; pages: number | null }>
  | Fact<"packet.counts_again">
  | Fact<"packet.assembly_failed", { reason: string }>
  | Fact<"packet.assembly_cancel_asked">
  | Fact<"packet.assembly_cancelled">
  | Fact<"packet.assembly_retried">
  | Fact<"packet.approved", { overridden: string[]; own?: true }>
  | Fact<"packet.returned", { reason: string }>
  | Fact<"packet.withdrawn", { reason: string }>
  | Fact<"packet.written_out", { kind: string }>
  | Fact<"packet.commented">
  | Fact<"packet.dispatched", { method: string; annex: boolean }>
  /** Of an earlier release, which printed both without a signature. */
  | Fact<"packet.receipt_printed", { version: number }>
  | Fact<"handover.certified", { events: number }>
  | Fact<"packet.downloaded", { part: string }>
  | Fact<"handover.delivered", { liaisonId: string; annex?: boolean }>
  | Fact<"handover.annex_given">
  | Fact<"handover.certificate_asked">
  | Fact<
      "handover.paper_signed",
      { paper: string; sha256: string; manifest: string; fingerprint: string; stamped: boolean }
    >
  | Fact<"handover.paper_taken", { paper: string; file: string }>
  | Fact<"handover.opened">
  | Fact<"handover.downloaded", { part?: string }>
  | Fact<"handover.acknowledged">
  | Fact<"handover.numbered", { kind: string }>
  | Fact<"handover.asked", { reason: string }>
  | Fact<"handover.answered", { questionId: string }>
  | Fact<"handover.outcome_recorded", { outcome: string; on: string }>
  | Fact<"handover.refusal_seen">
  | Fact<"handover.download_refused", { part: string }>
  | Fact<"handover.closed", { why: string }>
  | Fact<"handover.not_theirs">
  | Fact<"liaison.added">
  | Fact<"first_link.made", { liaisonId: string; packetId: string }>
  | Fact<"first_link.released">
  | Fact<"first_link.revoked">
  | Fact<"first_link.seen">
  | Fact<"first_link.transfer_noted">
  | Fact<"client_page.made", { language: string; again: boolean }>
  | Fact<"client_page.ended" | "client_page.seen">
  | Fact<"client_page.turned", { on: boolean }>
  | Fact<"offline.turned", { on: boolean }>
  | Fact<"installation.mail_tested" | "installation.mail_proved">
  | Fact<"installation.step_skipped", { step: string; skip: string }>
  | Fact<"installation.check_failed" | "installation.check_mended", { check: string }>
  | Fact<"arrival.received", { kind: string; size?: number }>
  | Fact<"arrival.whole", { sha256: string; size: number }>
  | Fact<"arrival.placed" | "arrival.set_aside", { kind: string }>
  | Fact<"client.sending_agreed", { sms: boolean; email: boolean }>
  | Fact<
      "client_notice.asked" | "client_notice.claimed" | "client_notice.sent" | "client_notice.failed",
      { channel: string }
    >
  | Fact<"client_notice.refused", { channel: string; why: string }>
  | Fact<"client_message.received" | "client_message.written" | "client_message.withdrawn">
  | Fact<"client_message.shown", { line: string | null }>
  | Fact<"client_file.announced", { size: number }>
  | Fact<"client_file.received", { sha256: string; size: number }>
  | Fact<"client_file.accepted", { exhibitId: string }>
  | Fact<"client_file.set_aside">
  | Fact<"client_paper.offered", { kind: string; language: string; sha256: string }>
  | Fact<"client_paper.answered", { kind: string; answer: string; language: string; sha256: string }>
  | Fact<"client_paper.withdrawn", { kind: string }>
  | Fact<"client_paper.ended">
  | Fact<"reply_address.made", { senders: number }>
  | Fact<"reply_address.ended">
  | Fact<"incoming_mail.received", { size: number; sha256: string; reasons: string[]; filed: boolean }>
  | Fact<"incoming_mail.filed", { letterId: string }>
  | Fact<"incoming_mail.made_evidence", { exhibitId: string }>
  | Fact<
      | "incoming_mail.viewed"
      | "incoming_mail.unfiled"
      | "incoming_mail.set_aside"
      | "incoming_mail.taken_up"
      | "incoming_mail.linked"
      | "incoming_mail.erased"
    >
  | Fact<"incoming_mail.days_set", { days: number }>
  | Fact<"enquiry.received", { language: string; danger: string; apart: string | null }>
  | Fact<"enquiry.viewed" | "enquiry.read" | "enquiry.answered" | "enquiry.written" | "enquiry.receipt_noted">
  | Fact<"enquiry.linked" | "enquiry.referred" | "enquiry.set_aside" | "enquiry.taken_up" | "enquiry.erased">
  | Fact<"enquiry.taken_back", { erased: boolean }>
  | Fact<"enquiry.turned", { on: boolean; days: number }>
  | Fact<"webhook.added" | "webhook.changed", { kinds: number }>
  | Fact<"webhook.removed" | "webhook.secret_renewed" | "webhook.tested" | "webhook.turned_on" | "webhook.turned_off">
  | Fact<"connector.added" | "connector.changed", { kind: string }>
  | Fact<"connector.turned_off">
  | Fact<"receiving_system.added", { facts: string[] }>
  | Fact<"receiving_system.turned_off">
  | Fact<"sending.asked", { referralId: string; systemId: string; facts: string[] }>
  | Fact<"sending.taken" | "sending.failed", { state: string }>
  | Fact<"webhook.replayed", { messages: number }>
  | Fact<"webhook.given_up", { action: string }>
  | Fact<"webhook.disabled", { why: string }>
  | Fact<"client_paper.followed", { kind: string; outcome: string; recordId: string | null }>
  | Fact<"client_text.confirmed" | "client_text.worded" | "client_text.returned", { language: string; key: string }>;
