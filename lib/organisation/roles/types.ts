import type { Limits, SettablePermission, SettableRole } from "@/lib/kernel/access/role-rules";

/** What an organisation says about a role: what it takes away, what a role of its own keeps, and the conditions. */
export type RoleRules = { taken: SettablePermission[]; given: SettablePermission[] } & Limits;

/** A role with its rules in force: one of ours, or one of the organisation's own. */
export type RoleView = {
  /** Null for a role of ours. */
  id: string | null;
  role: SettableRole;
  name: string;
  rules: RoleRules;
  /** What its members lack: with the rules of the role that it is built on, and what goes with them. */
  lacks: SettablePermission[];
  limits: Limits;
  members: number;
  /** False while nobody confirmed a role of the organisation's own. */
  isConfirmed: boolean;
  isWaiting: boolean;
};

export type RoleChangeView = {
  id: string;
  kind: "rules" | "assign";
  role: SettableRole;
  customRole: string | null;
  member: string | null;
  /** For the rules of a role: what its members lose and get back, and the conditions afterwards. */
  loses: SettablePermission[];
  gets: SettablePermission[];
  limits: Limits;
  concerns: number;
  askedBy: string;
  askedAt: Date;
  opensAt: Date | null;
  state: "waiting" | "confirmed" | "refused" | "withdrawn";
  decidedBy: string | null;
  inForceAt: Date | null;
  /** Why the viewer cannot confirm it; null if they can. */
  whyNot: string | null;
};
