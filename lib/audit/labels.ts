import type { AuditEntry } from "@/lib/access/audit-entry";

/** Written by the database itself when people come and go. */
type SignInAction =
  | "session.started"
  | "session.refused"
  | "session.ended"
  | "session.confirmed"
  | "session.confirm_refused"
  | "organisation.created"
  | "member.joined"
  | "member.access_renewed"
  | "factor.passkey_added"
  | "factor.passkey_removed"
  | "factor.copy_refused"
  | "factor.totp_added"
  | "factor.totp_removed"
  | "factor.codes_made"
  | "factor.code_used"
  | "factor.all_removed";
type Known = AuditEntry["action"] | SignInAction;

/** What each fact of the log says to a person, grouped by what it is about. */
const words: Partial<Record<Known, string>> = {
  "organisation.created": "Organisation set up",
  "organisation.described": "Organisation details changed",
  "session.started": "Signed in",
  "session.refused": "Sign-in refused",
  "session.ended": "Signed out",
  "session.confirmed": "Confirmed who they are",
  "session.confirm_refused": "Confirming who they are refused",
  "factor.passkey_added": "Passkey added",
  "factor.passkey_removed": "Passkey removed",
  "factor.copy_refused": "Passkey refused: it may be a copy",
  "factor.totp_added": "Authenticator app set up",
  "factor.totp_removed": "Authenticator app removed",
  "factor.codes_made": "Recovery codes made",
  "factor.code_used": "Recovery code used, signed out elsewhere",
  "factor.all_removed": "Passkeys and codes removed with a new sign-in link",
  "member.invited": "Person invited",
  "member.joined": "Person joined",
  "member.role_changed": "Role changed",
  "member.removed": "Person removed",
  "member.renewal_offered": "New sign-in link made",
  "member.access_renewed": "New password set, signed out elsewhere",
  "invitation.withdrawn": "Invitation withdrawn",
  "signature.key_made": "Key for signing packets made",
  "signature.key_imported": "Certificate for signing packets brought in",
  "wishes.set": "Reminder settings changed",
  "view.saved": "View of the list saved",
  "view.amended": "View of the list changed",
  "view.removed": "View of the list removed",
  "view.restored": "View of the list brought back",
  "list.chosen": "Own list arranged",
  "feed.made": "Calendar address made",
  "feed.revoked": "Calendar address closed",
  "report.exported": "Report exported",
  "import.started": "List of cases brought in",
  "import.rows_read": "Rows of a list read",
  "import.mapped": "Columns of a list named",
  "import.checked": "Rows of a list checked",
  "import.run": "Import run",
  "import.stopped": "Import stopped",
  "import.rows_brought_in": "Rows made into cases",
  "import.row_mended": "Row of a list mended",
  "import.bad_rows_taken": "Rows to mend downloaded",
  "import.cleared": "List cleared away",
  "list.exported": "List of cases exported",
  "export.asked": "Complete folder asked for",
  "export.released": "Folder of the organisation released",
  "export.refused": "Folder of the organisation refused",
  "export.built": "Complete folder made",
  "export.failed": "Complete folder not made",
  "export.downloaded": "Complete folder downloaded",
  "export.told": "Supervisors told of a complete folder",
  "export.progressed": "Complete folder being made",
  "export.cleared": "Complete folder cleared away",
  "case.imported": "Case imported from a list",
  "law.amended": "Law brought up to date",
  "law.confirmed": "Law checked again",
  "law.change_withdrawn": "Change to the law taken back",
  "law.day_proclaimed": "Holiday added",
  "law.day_withdrawn": "Holiday taken back",
  "client.registered": "Client registered",
  "client.searched": "Clients searched",
  "client.revealed": "Client details shown",
  "client.safe_contact_set": "Safe contact set",
  "case.opened": "Case opened",
  "case.assigned": "Case assigned",
  "case.offered": "Case offered to a colleague",
  "case.offer_accepted": "Offered case accepted",
  "case.offer_rejected": "Offered case rejected",
  "case.offer_taken_back": "Offer of a case taken back",
  "assignment.begun": "Several cases being assigned",
  "assignment.tried": "One of several cases assigned, or why not",
  "leave.set": "Leave set, with a colleague who covers",
  "leave.ended": "Leave ended early",
  "flag.raised": "Flag raised",
  "flag.resolved": "Flag resolved",
  "review.written": "Review note written",
  "review.answered": "Review note answered",
  "review.asked_again": "Review note asked about again",
  "review.closed": "Review note closed",
  "member.granted": "Permission given to a person",
  "member.grant_ended": "Permission of a person ended",
  "case.risk_changed": "Risk changed",
  "case.playbook_moved": "Case moved to a newer playbook",
  "subject.added": "Subject added",
  "account.linked": "Account linked",
  "account.amended": "Account amended",
  "account.exhibit_tied": "Exhibit tied to an account",
  "account.exhibit_untied": "Exhibit taken from an account",
  "identifier.added": "Identifier added",
  "identifier.amended": "Identifier amended",
  "identifier.removed": "Identifier taken off the board",
  "images.stopped": "Files stopped for images of a minor",
  "images.stop_lifted": "Stop for images of a minor lifted",
  "images.sighting_recorded": "Sighting recorded without an image",
  "exhibit.custody_recorded": "Custody written down by hand",
  "exhibit.stripped": "Copy without metadata made",
  "exhibit.redacted": "Masked copy made",
  "exhibit.checked": "Stored bytes of an exhibit checked",
  "exhibit.sealed": "File of an exhibit sealed that an earlier release kept plain",
  "packet.written_out": "Packet written into a folder by an operator",
  "packet.sealed": "File of a packet sealed that an earlier release kept plain",
  "files.tidied": "Stored files that no record names removed",
  "evidence.checked": "Part of the evidence checked over night",
  "evidence.check_failed": "A check of evidence failed",
  "certificate.drafted": "Certificate drafted from the ledger",
  "incident.logged": "Incident logged",
  "chat.reading_begun": "Export of a chat being read",
  "chat.order_answered": "Order of dates in an export answered",
  "chat.messages_noted": "Messages of an export kept",
  "chat.reading_ended": "Reading of an export ended",
  "chat.sender_tied": "Sender of messages tied",
  "chat.message_made_incident": "Incident made of a message",
  "case.message_pasted": "Numbers of a pasted message saved",
  "liaison.amended": "Entry of an officer changed",
  "liaison.called_back": "Office of an officer called back",
  "liaison.confirmed": "Officer confirmed after a call-back",
  "packet.dispatched": "Packet noted as sent outside the portal",
  "handover.certified": "Certificate of a handover printed",
  "packet.receipt_printed": "Receipt slip printed",
  "reference.amended": "Reference corrected",
  "reference.secret_stored": "Secret of a reference stored",
  "reference.secret_revealed": "Secret of a reference shown",
  "reference.secret_destroyed": "Secret of a reference destroyed",
  "authority.recorded": "Written authority recorded",
  "authority.revoked": "Written authority revoked",
  "ladder.evaluated": "Ladder looked at again",
  "clock.paused": "Clock paused",
  "clock.resumed": "Clock let run again",
  "clock.extended": "Clock given another day",
  "clock.started": "Clock started by hand",
  "clock.answered": "Clock answered",
  "preservation.recorded": "Preservation recorded",
  "preservation.answered": "Answer to a preservation recorded",
  "case.closed": "Case closed",
  "case.reopened": "Case opened again",
  "document.drafted": "Paper drafted",
  "document.saved": "Paper saved",
  "document.refreshed": "Paper drawn again from the case",
  "document.finalised": "Paper made final",
  "document.sworn": "Paper noted as sworn",
  "document.sent": "Paper noted as sent",
  "document.withdrawn": "Paper withdrawn",
  "document.reopened": "Paper opened again",
  "document.downloaded": "Paper downloaded",
  "refusal.logged": "Refusal logged",
  "refusal.raised": "Refusal taken to a higher rung",
  "refusal.settled": "Refusal settled",
  "handover.asked": "Officer asked about a packet",
  "handover.answered": "Question of an officer answered",
  "handover.outcome_recorded": "Officer said where a packet stands",
  "handover.refusal_seen": "Refusal of an officer noted as seen",
};

/** The groups by which the log can be narrowed: the word before the dot. */
export const auditGroups: Record<string, string> = {
  session: "Sign-in",
  factor: "Passkeys and codes",
  member: "People",
  invitation: "Invitations",
  liaison: "Officers",
  organisation: "Organisation",
  signature: "Packet signature",
  wishes: "Reminders",
  feed: "Calendar addresses",
  law: "Law",
  client: "Clients",
  case: "Cases",
  import: "Lists brought in",
  export: "Complete folders",
  list: "Lists taken out",
  assignment: "Cases assigned together",
  leave: "Leave and cover",
  flag: "Flags",
  review: "Review notes",
  subject: "Subjects",
  account: "Accounts",
  incident: "Incidents",
  step: "Steps",
  ladder: "Ladder",
  clock: "Clocks",
  preservation: "Preservations",
  reference: "References",
  upload: "Uploads",
  exhibit: "Evidence",
  release: "Releases",
  authority: "Written authority",
  charge: "Offences",
  refusal: "Refusals",
  document: "Papers",
  packet: "Packets",
  handover: "Handovers",
};

/** `step.outcome_recorded` as `Step outcome recorded`, unless better words are known. */
export function auditWords(action: string): string {
  const known = (words as Record<string, string>)[action];
  if (known) return known;
  const plain = action.replace(/[._]/g, " ");
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}

/** Keys whose values are never free text, so that nothing a person typed is shown here. */
const shown: Record<string, string> = {
  role: "role",
  amr: "by",
  kind: "kind",
  state: "state",
  step: "step",
  rung: "rung",
  pair: "pair",
  risk: "risk",
  platform: "platform",
  permission: "permission",
  part: "part",
  result: "result",
  method: "method",
  key: "key",
  calendar: "calendar",
  day: "day",
  version: "version",
  pages: "pages",
  matches: "matches",
  fingerprint: "fingerprint",
};

/** The part of an entry's detail that an administrator may read: kinds and counts, no names, no reasons. */
export function auditDetail(detail: Record<string, unknown>): string {
  return Object.entries(shown)
    .flatMap(([key, word]) => {
      const value = detail[key];
      return typeof value === "string" || typeof value === "number" ? [`${word} ${value}`] : [];
    })
    .join(", ");
}
