/**
 * What each table that belongs to a case lets people do, apart from the product: written from what we promise, in the
 * order of see, change, add. Everything that is not named here is as `ofCase` says.
 */
export type Rule = {
  /** `workers`: who works on the case, and supervisors. `readers`: those, and who looks in an emergency. */
  see: "readers" | "workers" | "caseworkers" | "supervisors" | "own" | "nobody";
  change: "workers" | "supervisors" | "own" | "nobody";
  add: "workers" | "supervisors" | "own" | "nobody";
};

export const ofCase: Rule = { see: "readers", change: "workers", add: "workers" };

const growing: Rule = { see: "readers", change: "nobody", add: "workers" };
const kept: Rule = { see: "workers", change: "workers", add: "workers" };
const ofSupervisors: Rule = { see: "supervisors", change: "supervisors", add: "supervisors" };

export const exceptions: Record<string, Rule> = {
  captures: growing,
  step_events: growing,
  custody_events: growing,
  clock_changes: growing,
  danger_assessments: growing,
  note_versions: growing,
  risk_assessments: growing,
  risk_decisions: growing,
  safety_plans: growing,
  safety_checks: growing,
  safety_reviews: growing,
  document_versions: growing,
  packet_events: growing,
  reference_changes: growing,
  derivatives: growing,
  handover_events: growing,
  first_link_events: { ...growing, see: "workers" },
  review_replies: growing,
  // Written by the database alone.
  custody_heads: { ...growing, add: "nobody" },
  case_words: { ...growing, add: "nobody" },
  case_access: { see: "readers", change: "nobody", add: "nobody" },
  // Written by a job alone.
  packet_parts: { ...growing, add: "nobody" },
  handover_papers: { ...growing, add: "nobody" },
  likenesses: { ...growing, add: "nobody" },
  // What became of it, the worker says.
  case_sendings: growing,
  reminders: { see: "own", change: "nobody", add: "nobody" },
  // What somebody is typing: theirs alone, on a case of theirs.
  note_drafts: { see: "own", change: "own", add: "workers" },
  // Not shown in an emergency.
  reference_secrets: kept,
  uploads: kept,
  // The client's own page: not shown in an emergency. Files and answers come from her alone.
  client_pages: kept,
  client_page_events: { ...growing, see: "workers" },
  client_messages: kept,
  client_files: { ...kept, add: "nobody" },
  client_papers: kept,
  // Written by whoever asks, before there is a case.
  enquiries: { ...kept, add: "nobody" },
  // Taken in by a job.
  incoming_mails: { ...kept, add: "nobody" },
  reply_addresses: kept,
  // What became of a message, the worker says.
  client_notices: { ...kept, change: "nobody" },
  first_links: kept,
  pairings: kept,
  case_offers: kept,
  case_exports: ofSupervisors,
  import_rows: ofSupervisors,
  // Of a batch that nobody began.
  assignment_rows: { see: "nobody", change: "nobody", add: "nobody" },
  dispatches: growing,
  // Who looked at what leaves.
  clearances: growing,
  // What packets print covered.
  word_covers: growing,
  // What words of exhibits mean.
  translations: growing,
  // What is said in recordings.
  transcripts: growing,
  // Said by an officer, settled by us.
  handover_questions: { ...ofCase, add: "nobody" },
  handover_outcomes: { ...ofCase, add: "nobody" },
  // Colleagues are known to one another; letting somebody in is another matter.
  case_members: { see: "caseworkers", change: "supervisors", add: "workers" },
  case_reviews: { ...ofCase, add: "supervisors" },
  // Verdicts of a job; a supervisor lets out.
  scans: { ...ofCase, change: "supervisors", add: "supervisors" },
  // Told to whoever works on it, decided by supervisors.
  holds: { see: "workers", change: "supervisors", add: "supervisors" },
  case_restrictions: { see: "workers", change: "supervisors", add: "supervisors" },
  rights_requests: kept,
  corrections: { ...growing, see: "workers" },
  retention_changes: { see: "workers", change: "nobody", add: "supervisors" },
  // Who saw what: oneself, and supervisors.
  exposures: { see: "supervisors", change: "nobody", add: "own" },
};

/** They say who is denied, who looks, and to administrators what other systems are told: tested by themselves. */
export const apart = ["case_denials", "emergency_looks", "emergency_notices", "webhook_messages"];
