import type { Role } from "@/lib/kernel/access/roles";
import { seesMore, waitsToJoin } from "@/lib/organisation/access-changes/rules";
import type { AlertKey, DayOfReveals, DayOfViews, Look, OneBrowser, Raised, Seen } from "./types";

const factorsGone = ["factor.passkey_removed", "factor.totp_removed"].concat([
  "factor.code_used",
  "factor.sso_unlinked",
  "factor.all_removed",
  "factor.copy_refused",
]);

const factorsNew = ["factor.passkey_added", "factor.totp_added", "factor.sso_linked", "factor.passkey_allowed"];

/** When to alert, by rule. An action ending in `.*` stands for its whole group, including actions added later. */
export const alertRules: Record<AlertKey, Look> = {
  log_broken: { how: "many", actions: ["audit.broken"], of: "organisation", least: 1, hours: 24 },
  evidence_broken: { how: "many", actions: ["evidence.check_failed"], of: "organisation", least: 1, hours: 24 },
  virus_found: { how: "each", actions: ["exhibit.virus_found", "exhibit.let_out"] },
  refusals_many: {
    how: "many",
    of: "member",
    least: 15,
    hours: 1,
    actions: [
      "access.refused",
      "access.not_found",
      "access.repeated",
      "handover.download_refused",
      "handover.not_theirs",
    ],
  },
  cases_many: { how: "views", most: 30, sigmas: 3, least: 10, days: 28 },
  reveals_many: {
    how: "many",
    of: "member",
    least: 5,
    hours: 1,
    actions: ["client.revealed", "reference.secret_revealed"],
  },
  // Two at least: of five clients a fifth is one, and each day of work would raise it.
  reveals_share: { how: "share", actions: ["client.revealed"], share: 1 / 5, least: 2 },
  files_many: { how: "many", of: "member", least: 25, hours: 24, actions: ["exhibit.downloaded"] },
  pace_kept: { how: "many", actions: ["access.too_often"], of: "member", least: 1, hours: 24 },
  sign_in_failures: { how: "row", actions: ["session.refused"], ends: ["session.started"], least: 5 },
  confirm_failures: {
    how: "many",
    of: "subject",
    least: 5,
    hours: 1,
    actions: ["session.confirm_refused", "access.unconfirmed"],
  },
  organisation_exported: {
    how: "each",
    actions: ["export.asked", "export.released"],
    only: ({ action, detail }) => action === "export.released" || detail.kind === "organisation",
  },
  administrator_new: {
    how: "each",
    actions: ["member.joined", "member.role_changed"],
    // The first two entries of a log are the organisation and who set it up.
    only: ({ seq, detail }) => seq > 2 && (detail.role === "admin" || detail.to === "admin"),
  },
  access_given: {
    how: "each",
    actions: ["member.access_asked", "member.joined", "member.role_changed", "member.access_renewed", "api_token.made"],
    only: givesAccess,
    whom: ({ action, subjectId, memberId, detail }) =>
      action === "member.access_asked" || action === "api_token.made"
        ? { memberId: idIn(detail.memberId), byId: memberId }
        : { memberId: subjectId, byId: idIn(detail.askedBy) },
  },
  roles_changed: {
    how: "each",
    actions: ["role.change_asked", "role.change_confirmed", "role.change_opened"],
  },
  one_browser: {
    how: "pairs",
    acts: {
      "export.released": ["export.asked"],
      "erasure.released": ["erasure.asked"],
      "look.released": ["look.asked"],
      "packet.approved": ["packet.drafted"],
      "first_link.released": ["first_link.made"],
      "liaison.confirmed": ["liaison.added", "liaison.amended"],
      "member.access_released": ["member.access_asked"],
    },
  },
  authenticator_added: {
    how: "each",
    actions: factorsNew,
    whom: aboutAccount,
    // A person enrolling after an invitation adds their first passkey: that is expected.
    only: ({ detail }) => detail.enrols !== true,
  },
  authenticator_removed: { how: "each", actions: factorsGone, whom: aboutAccount },
  codes_locked: { how: "each", actions: ["factor.totp_locked"], whom: aboutAccount },
  // A password and one of them open an account to a new passkey. The first ones belong to the enrolment.
  codes_new: {
    how: "daily",
    actions: ["factor.codes_made"],
    only: ({ detail }) => detail.enrols !== true,
    of: deviceOf,
  },
  // The first browser of a person is in the log as such and not as a new one.
  browser_new: { how: "daily", actions: ["device.added"], of: deviceOf },
  denial_lifted: { how: "each", actions: ["denial.lifted"] },
  glass_used: { how: "each", actions: ["look.released"] },
  backup_missing: { how: "missing", actions: ["backup.made"], hours: 48 },
  client_sought: { how: "each", actions: ["client.sought"], whom: aboutSubject },
  client_twice: { how: "each", actions: ["client.duplicate_found"], whom: aboutSubject },
  webhook_failing: {
    how: "many",
    actions: ["webhook.given_up", "webhook.disabled"],
    of: "organisation",
    least: 1,
    hours: 24,
  },
  // A check that comes and goes is told once a day.
  check_failed: { how: "daily", actions: ["installation.check_failed"], of: ({ detail }) => String(detail.check) },
};

function deviceOf({ detail }: Seen): string {
  return String(detail.device ?? "");
}

const idIn = (value: unknown): string | null => (typeof value === "string" ? value : null);

/** The entry is of the service: whom it is about is its subject. */
function aboutSubject({ subjectId }: Seen): { memberId: string | null; byId: string | null } {
  return { memberId: subjectId, byId: null };
}

/** Changes to sign-in methods concern the person whose account it is, whoever made them. */
function aboutAccount({ subjectId, memberId }: Seen): { memberId: string | null; byId: string | null } {
  return { memberId: subjectId, byId: memberId === subjectId ? null : memberId };
}

/** Requested or granted: a role with more access to cases, a person with such a role, a new link to an account. */
function givesAccess({ action, detail }: Seen): boolean {
  if (action === "member.joined") return waitsToJoin(detail.role as Role);
  if (action === "member.role_changed") return seesMore(detail.from as Role, detail.to as Role);
  return true;
}

/** Every action that some rule matches, as in the table. */
export const watchedActions: readonly string[] = [
  ...new Set(
    Object.values(alertRules).flatMap((look) => [
      ...("actions" in look ? look.actions : []),
      ...("ends" in look ? look.ends : []),
    ]),
  ),
];

/** Alerts hidden from the person they are about: they would reveal that the organisation has a certain client. */
export const unseenByTheirs: readonly AlertKey[] = ["client_sought", "client_twice"];

/**
 * Alerts about sign-in methods. Administrators get a mail about them too, because they end sessions and create new
 * links; the person gets a separate mail (`tellOfChange`) that says what happened.
 */
export const ofAccounts: readonly AlertKey[] = [
  ...(["authenticator_added", "authenticator_removed", "codes_locked", "codes_new", "browser_new"] as const),
];

/** Alerts that administrators get a mail about: those above, and what only they can put right. */
export const ofAdministrators: readonly AlertKey[] = [...ofAccounts, "webhook_failing", "check_failed"];

/** Alerts that supervisors find on the page and get no mail about: they cannot put it right. */
export const ofMachine: readonly AlertKey[] = ["check_failed"];

export function isOf(action: string, actions: readonly string[]): boolean {
  return actions.some((candidate) =>
    candidate.endsWith(".*") ? action.startsWith(candidate.slice(0, -1)) : candidate === action,
  );
}

const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

/** The alerts from the entries of the last days, by the rules that need nothing else. */
export function raiseFrom(entries: readonly Seen[]): Raised[] {
  return (Object.entries(alertRules) as [AlertKey, Look][]).flatMap(([rule, look]) => {
    if (look.how === "each") return eachOf(rule, look, entries);
    if (look.how === "daily") return dailyOf(rule, look, entries);
    if (look.how === "many") return manyOf(rule, look, entries);
    return look.how === "row" ? rowsOf(rule, look, entries) : [];
  });
}

function eachOf(rule: AlertKey, look: Look & { how: "each" }, entries: readonly Seen[]): Raised[] {
  return entries
    .filter((entry) => isOf(entry.action, look.actions) && (look.only?.(entry) ?? true))
    .map((entry) => {
      const { seq, memberId } = entry;
      return { rule, occasion: `entry:${seq}`, memberId, count: 1, seq, ...look.whom?.(entry) };
    });
}

/** A browser that forgets its cookies is new each time: once a day is enough to ask about it. */
function dailyOf(rule: AlertKey, look: Look & { how: "daily" }, entries: readonly Seen[]): Raised[] {
  const found = entries.filter((entry) => isOf(entry.action, look.actions) && (look.only?.(entry) ?? true));
  const groups = Map.groupBy(found, (entry) => `${entry.subjectId}:${dayOf(entry.at)}:${look.of(entry)}`);
  return [...groups].flatMap(([occasion, [first, ...more]]) =>
    first ? [{ rule, occasion, ...aboutAccount(first), count: 1 + more.length, seq: first.seq }] : [],
  );
}

function manyOf(
  rule: AlertKey,
  { actions, of, least, hours }: Look & { how: "many" },
  entries: readonly Seen[],
): Raised[] {
  const whoOf = { subject: (e: Seen) => e.subjectId, member: (e: Seen) => e.memberId, organisation: () => "all" }[of];
  const found = entries.filter((entry) => isOf(entry.action, actions) && whoOf(entry) !== null);
  const groups = Map.groupBy(found, (entry) => `${whoOf(entry)}:${dayOf(entry.at)}`);
  return [...groups].flatMap(([occasion, group]) => {
    const last = group.at(-1);
    if (!last || !isDense(group, least, hours)) return [];
    const memberId = of === "organisation" ? null : whoOf(last);
    return [{ rule, occasion, memberId, count: group.length, seq: last.seq }];
  });
}

/** True if at least `least` of them are within this many hours of each other. They are in order. */
function isDense(group: readonly Seen[], least: number, hours: number): boolean {
  return group.some(({ at }, index) => {
    const other = group[index + least - 1];
    return other !== undefined && other.at.getTime() - at.getTime() <= hours * 3_600_000;
  });
}

function rowsOf(rule: AlertKey, { actions, ends, least }: Look & { how: "row" }, entries: readonly Seen[]): Raised[] {
  const rows = new Map<string, Seen[]>();
  const raised = new Map<string, Raised>();
  for (const entry of entries) {
    const { subjectId, action, seq, at } = entry;
    if (isOf(action, ends)) rows.delete(subjectId);
    if (!isOf(action, actions)) continue;
    const row = [...(rows.get(subjectId) ?? []), entry];
    rows.set(subjectId, row);
    const occasion = `${subjectId}:${dayOf(at)}`;
    if (row.length >= least) raised.set(occasion, { rule, occasion, memberId: subjectId, count: row.length, seq });
  }
  return [...raised.values()];
}

/**
 * Members who opened far more cases on `today` than usual: more than the limit of the rule, or, with enough days to
 * compare, more than this many standard deviations above their own mean.
 */
export function raiseFromViews(days: readonly DayOfViews[], today: string): Raised[] {
  const rule = "cases_many";
  const look = alertRules[rule];
  if (look.how !== "views") return [];
  return days
    .filter(({ day }) => day === today)
    .filter(({ memberId, cases }) => {
      const before = days.filter((day) => day.memberId === memberId && day.day < today).map((day) => day.cases);
      return cases > look.most || (cases >= look.least && isOdd(cases, before, look.sigmas));
    })
    .map(({ memberId, cases, seq }) => ({ rule, occasion: `${memberId}:${today}`, memberId, count: cases, seq }));
}

/** Members who were shown the details of this large a part of `clients`, the organisation's total, on `today`. */
export function raiseFromReveals(days: readonly DayOfReveals[], today: string, clients: number): Raised[] {
  const rule = "reveals_share";
  const look = alertRules[rule];
  if (look.how !== "share") return [];
  const most = Math.max(look.least, Math.ceil(clients * look.share));
  return days
    .filter((day) => day.day === today && day.clients >= most)
    .map(({ memberId, clients: count, seq }) => ({ rule, occasion: `${memberId}:${today}`, memberId, count, seq }));
}

/** Fewer days than a week of work say nothing; a spread below one case is taken as one. */
function isOdd(count: number, before: readonly number[], sigmas: number): boolean {
  if (before.length < 5) return false;
  const mean = before.reduce((sum, value) => sum + value, 0) / before.length;
  const variance = before.reduce((sum, value) => sum + (value - mean) ** 2, 0) / before.length;
  return count > mean + sigmas * Math.max(1, Math.sqrt(variance));
}

/** Each act of two people whose two proofs came from one browser. */
export function raiseFromBrowsers(found: readonly OneBrowser[]): Raised[] {
  return found.map((oneBrowser) => ({
    ...oneBrowser,
    rule: "one_browser",
    occasion: `entry:${oneBrowser.seq}`,
    count: 1,
  }));
}

/** Once a week while there is no backup; not in the first days of an organisation. */
export function raiseMissing(begunAt: Date | null, hasBackup: boolean, now: Date): Raised[] {
  const rule = "backup_missing";
  const look = alertRules[rule];
  if (look.how !== "missing" || hasBackup || !begunAt) return [];
  if (now.getTime() - begunAt.getTime() < look.hours * 3_600_000) return [];
  const monday = new Date(now.getTime() - ((now.getUTCDay() + 6) % 7) * 86_400_000);
  return [{ rule, occasion: `week:${dayOf(monday)}`, memberId: null, count: look.hours, seq: null }];
}
