/**
 * What we promise of access, written down once more and apart from the product: no line of it comes from lib/kernel/access.
 * When the product is meant to change, this changes with it; when they differ, one of them is wrong.
 */
export const everyPermission = {
  "case.read": ["caseworker", "supervisor"],
  "case.write": ["caseworker", "supervisor"],
  "case.open": ["caseworker", "supervisor"],
  "packet.build": ["caseworker", "supervisor"],
  "document.write": ["caseworker", "supervisor"],
  "paper.read": ["caseworker", "supervisor"],
  "release.write": ["caseworker", "supervisor"],
  "client.page": ["caseworker", "supervisor"],
  "field.contact": ["caseworker", "supervisor"],
  "field.safety": ["caseworker", "supervisor"],
  "field.identity": ["caseworker", "supervisor"],
  "field.charges": ["caseworker", "supervisor"],
  "field.notes": ["caseworker", "supervisor"],
  "team.read": ["supervisor"],
  // Who may what within an organisation: asked for by an administrator, confirmed by a second person.
  "roles.read": ["supervisor", "admin"],
  "roles.write": ["admin"],
  "roles.decide": ["supervisor", "admin"],
  "case.review": ["supervisor"],
  "packet.decide": ["supervisor"],
  "access.decide": ["supervisor"],
  "packet.decide_own": [],
  "handover.deliver": ["caseworker", "supervisor"],
  "directory.read": ["caseworker", "supervisor", "admin"],
  "directory.write": ["supervisor", "admin"],
  "directory.confirm": ["caseworker", "supervisor", "admin"],
  "handover.read": ["liaison"],
  "handover.answer": ["liaison"],
  "people.read": ["admin"],
  "people.write": ["admin"],
  "audit.read": ["supervisor", "admin"],
  "own.settings": ["caseworker", "supervisor", "admin"],
  "own.security": ["caseworker", "supervisor", "admin", "liaison"],
  "guide.read": ["caseworker", "supervisor", "admin", "liaison"],
  "record.erase": ["supervisor"],
  "exhibit.let_out": ["supervisor"],
  "breach.write": ["supervisor"],
  "rights.write": ["caseworker", "supervisor"],
  "rights.decide": ["supervisor"],
  "law.read": ["caseworker", "supervisor", "admin"],
  "law.write": ["admin"],
  "fields.read": ["caseworker", "supervisor", "admin"],
  "fields.write": ["admin"],
  "signature.write": ["admin"],
  "integration.write": ["admin"],
  "case.import": ["supervisor"],
  "case.export": ["supervisor"],
  "export.release": ["supervisor", "admin"],
  // A client on her own page, whom no role of a member is.
  "own.page": [],
  // Whoever wrote an enquiry, whom no role of a member is.
  "own.enquiry": [],
  "job.run": [],
} as const;

export type PermissionName = keyof typeof everyPermission;
export type RoleName = "caseworker" | "supervisor" | "admin" | "liaison";

/** How somebody stands to a case. */
export type Relation =
  | "owns it"
  | "works on it"
  | "covers for its owner"
  | "looks in an emergency"
  | "same organisation"
  | "is denied it"
  | "other organisation";

/** What one may do with the case itself, by relation and role; nothing that is not named. */
export function onCase(role: RoleName, relation: Relation, closed: boolean): { read: boolean; work: boolean } {
  const nothing = { read: false, work: false };
  if (relation === "other organisation" || relation === "is denied it") return nothing;
  if (role === "supervisor") return { read: true, work: true };
  if (role !== "caseworker") return nothing;
  if (relation === "owns it" || relation === "works on it") return { read: true, work: true };
  if (relation === "covers for its owner") return closed ? nothing : { read: true, work: true };
  if (relation === "looks in an emergency") return { read: true, work: false };
  return nothing;
}

export const mayRole = (role: RoleName, permission: PermissionName): boolean =>
  (everyPermission[permission] as readonly string[]).includes(role);

/** What a person proved a moment ago: nothing, by any means, the best that they have, or a passkey that counts. */
export const proofs = ["nothing", "any", "best", "passkey"] as const;
export type ProofName = (typeof proofs)[number];

/** Which proofs open an act that wants one. */
export const opensTo = {
  any: ["any", "best", "passkey"],
  best: ["best", "passkey"],
  passkey: ["passkey"],
} as const satisfies Record<string, readonly ProofName[]>;

/**
 * What a session is worth, however it came about: what its best proof of a moment ago opens; "closed" opens nothing. A
 * passkey that waits is worth a code, and a screen that is hidden nothing at all, whatever was proved before.
 */
export const sessions = {
  "a passkey that counts": "passkey",
  "a passkey that waits": "any",
  "password and code of somebody without a passkey": "best",
  "a code alone of somebody without a passkey": "any",
  "password and code of somebody whose passkey counts": "any",
  "signed in and nothing proved since": "nothing",
  "a screen that is hidden": "closed",
} as const satisfies Record<string, ProofName | "closed">;
export type SessionName = keyof typeof sessions;
