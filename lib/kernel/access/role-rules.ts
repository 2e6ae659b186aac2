import type { FieldGroup, Permission } from "./roles";

/** The roles whose permissions an organisation may set. An administrator sees no case, an officer only what they got. */
export const settableRoles = ["caseworker", "supervisor"] as const;
export type SettableRole = (typeof settableRoles)[number];

/**
 * The ceiling: what an organisation may take from a role, and give back to a role of its own that is built on it. What
 * is not here stays as the code has it: the duties of a second person, the log, an administrator's work. Postgres says
 * the same (`app.settable`).
 */
export const settable = {
  caseworker: [
    "case.write",
    "case.open",
    "packet.build",
    "document.write",
    "paper.read",
    "release.write",
    "handover.deliver",
    "client.page",
    "rights.write",
    "field.contact",
    "field.safety",
    "field.identity",
    "field.charges",
    "field.notes",
  ],
  supervisor: [
    "case.open",
    "packet.build",
    "document.write",
    "release.write",
    "handover.deliver",
    "client.page",
    "rights.write",
    "directory.write",
    "case.import",
    "case.export",
  ],
} as const satisfies Record<SettableRole, readonly Permission[]>;

export type SettablePermission = (typeof settable)[SettableRole][number];

const ofPapers = ["packet.build", "document.write", "handover.deliver"] as const;

/** What goes with a permission that is taken away: whoever may not see a field makes and opens no paper that prints it. */
export const implies: Partial<Record<SettablePermission, readonly SettablePermission[]>> = {
  "case.write": ["case.open", "packet.build", "document.write", "release.write", "handover.deliver"].concat([
    "client.page",
    "rights.write",
  ]) as SettablePermission[],
  "paper.read": ofPapers,
  "field.contact": ["paper.read", ...ofPapers],
  "field.identity": ["paper.read", ...ofPapers],
  "field.charges": ["paper.read", ...ofPapers],
  "field.safety": ["client.page"],
};

/** The same with everything that goes with it. Postgres says the same (`app.implied`). */
export function withImplied(taken: readonly SettablePermission[]): SettablePermission[] {
  return [...new Set(taken.flatMap((permission) => [permission, ...(implies[permission] ?? [])]))].toSorted();
}

/** Sealed columns that belong to a group of fields. Groups that are tables are kept back by Postgres. */
const columns: Record<string, FieldGroup> = {
  "clients.phone": "field.contact",
  "clients.email": "field.contact",
  "clients.address": "field.contact",
  "subjects.alleged_name": "field.identity",
  "subjects.alleged_place": "field.identity",
};

/** True if the place holds what the organisation keeps from this person. */
export function isKept(lacks: readonly string[] | undefined, { table, column }: { table: string; column: string }) {
  if (!lacks || lacks.length === 0) return false;
  const group = columns[`${table}.${column}`];
  return group !== undefined && lacks.includes(group);
}

/** The conditions under which a role changes cases, as the context has them. */
export type Limits = { ownOnly: boolean; openOnly: boolean; maxDays: number | null };

export function limitsOf(lacks: readonly string[] | undefined): Limits {
  const days = lacks?.find((one) => one.startsWith("days="))?.slice("days=".length);
  return {
    ownOnly: lacks?.includes("own") ?? false,
    openOnly: lacks?.includes("open") ?? false,
    maxDays: days ? Number(days) : null,
  };
}
