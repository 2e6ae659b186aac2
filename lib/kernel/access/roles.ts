import { labelTable } from "@/lib/platform/language/label-table";
import { t } from "@/lib/platform/language/translate";

export const roles = ["caseworker", "supervisor", "admin", "liaison"] as const;
export type Role = (typeof roles)[number];

/** Members, jobs, a client on her own page, and whoever wrote an enquiry. */
export type ActingRole = Role | "service" | "client" | "enquirer";

/** Fields that are seen or not seen together: phone, e-mail and address of a client; the safety plan; and so on. */
const fieldGroups = ["field.contact", "field.safety", "field.identity", "field.charges", "field.notes"] as const;
export type FieldGroup = (typeof fieldGroups)[number];

/**
 * What a person, or a job, may do in general. Queries and the database decide whether they may do it to a given row.
 */
export type Permission =
  | "case.read"
  | "case.write"
  | "case.open"
  // Drafting and building packets.
  | "packet.build"
  // Sworn statements, requests and other documents.
  | "document.write"
  // Opening what was built: files of packets, documents, papers.
  | "paper.read"
  // Recording what a client releases to whom; revoking one is part of case.write.
  | "release.write"
  // The client's own page: opening it, writing to her, papers for her.
  | "client.page"
  // Groups of fields: see role-rules.ts.
  | FieldGroup
  | "team.read"
  | "case.review"
  | "packet.decide"
  // No role has it: an administrator grants it to one supervisor by name (lib/organisation/grants).
  | "packet.decide_own"
  | "handover.deliver"
  | "directory.read"
  | "directory.write"
  // Adding a station or court, confirming its details, reporting a change: everybody who uses the directory of bodies.
  | "directory.confirm"
  | "handover.read"
  | "handover.answer"
  | "people.read"
  | "people.write"
  // What roles may within the organisation: reading it, asking for a change, confirming one as the second person.
  | "roles.read"
  | "roles.write"
  | "roles.decide"
  // Who gets access to cases: an administrator requests it, a supervisor approves it.
  | "access.decide"
  | "audit.read"
  | "own.settings"
  | "own.security"
  // The user's guide, which holds nothing of any organisation.
  | "guide.read"
  | "law.read"
  | "law.write"
  // The organisation's own fields: what they are, and adding and changing them.
  | "fields.read"
  | "fields.write"
  | "signature.write"
  // Which other systems are told what, and from which something comes in.
  | "integration.write"
  | "case.import"
  | "case.export"
  | "export.release"
  // Holds, postponing, erasing; the breach register.
  | "record.erase"
  // Downloading an original held back by the virus scanner.
  | "exhibit.let_out"
  | "breach.write"
  // Data-subject requests: recording and handling them; deciding them, and restricting a case.
  | "rights.write"
  | "rights.decide"
  // What a client does on the page that her caseworker gave her.
  | "own.page"
  // What somebody does who wrote an enquiry, with its receipt code.
  | "own.enquiry"
  | "job.run";

/**
 * One table that a non-programmer can read. Jobs run as `service`; the only thing they do that a person also does is
 * create the signing key.
 */
export const grants = {
  caseworker: [
    "case.read",
    "case.write",
    "case.open",
    "packet.build",
    "document.write",
    "paper.read",
    "release.write",
    "client.page",
    ...fieldGroups,
    "handover.deliver",
    "rights.write",
    "directory.read",
    "directory.confirm",
    "own.settings",
    "own.security",
    "guide.read",
    "law.read",
    "fields.read",
  ],
  supervisor: [
    "case.read",
    "case.write",
    "case.open",
    "packet.build",
    "document.write",
    "paper.read",
    "release.write",
    "client.page",
    ...fieldGroups,
    "handover.deliver",
    "directory.read",
    "directory.write",
    "directory.confirm",
    "team.read",
    "case.review",
    "packet.decide",
    "access.decide",
    "roles.read",
    "roles.decide",
    "case.import",
    "case.export",
    "export.release",
    "record.erase",
    "exhibit.let_out",
    "breach.write",
    "rights.write",
    "rights.decide",
    "audit.read",
    "own.settings",
    "own.security",
    "guide.read",
    "law.read",
    "fields.read",
  ],
  admin: [
    "people.read",
    "people.write",
    "roles.read",
    "roles.write",
    "roles.decide",
    "directory.read",
    "directory.write",
    "directory.confirm",
    "audit.read",
    "own.settings",
    "own.security",
    "guide.read",
    "law.read",
    "law.write",
    "fields.read",
    "fields.write",
    "signature.write",
    "integration.write",
    "export.release",
  ],
  liaison: ["handover.read", "handover.answer", "own.security", "guide.read"],
  client: ["own.page"],
  enquirer: ["own.enquiry"],
  service: ["job.run", "case.read", "fields.read", "signature.write"],
} as const satisfies Record<ActingRole, readonly Permission[]>;

/** True for who signs in here; jobs, clients and whoever wrote an enquiry do not. */
export function isMemberRole(role: ActingRole): role is Role {
  return (roles as readonly ActingRole[]).includes(role);
}

/** Who acts, as far as it matters here: `lacks` is what the organisation took from their role, as Postgres says. */
export type Acting = { readonly role: ActingRole; readonly lacks?: readonly string[] };

/** What Postgres keeps with a member, as a list. */
export const lacksOf = (lacks: string): readonly string[] => (lacks === "" ? [] : lacks.split(","));

/** True if the person's role has the permission and the organisation left it to them. */
export function may({ role, lacks }: Acting, permission: Permission): boolean {
  return (grants[role] as readonly Permission[]).includes(permission) && !lacks?.includes(permission);
}

export const roleLabels: Record<Role, string> = labelTable(() => ({
  caseworker: "Caseworker",
  supervisor: "Supervisor",
  admin: "Administrator",
  liaison: t("Police liaison"),
}));
