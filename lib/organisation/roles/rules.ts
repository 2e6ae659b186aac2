import {
  type Limits,
  type SettablePermission,
  type SettableRole,
  settable,
  withImplied,
} from "@/lib/kernel/access/role-rules";
import { may, type Role } from "@/lib/kernel/access/roles";
import type { RoleRules } from "./types";

export const noRules: RoleRules = { taken: [], given: [], ownOnly: false, openOnly: false, maxDays: null };

/** The ceiling of a role. */
export const settableOf = (role: SettableRole): readonly SettablePermission[] => settable[role];

/** Whether the role has it before an organisation takes anything. */
export const hasByDefault = (role: Role, permission: SettablePermission): boolean => may({ role }, permission);

/** What members with these rules lack. Postgres works out the same for each of them (`app.lacks_of`). */
export function lackedBy(role: keyof typeof settable, base: RoleRules, own: RoleRules = noRules): SettablePermission[] {
  const taken = settable[role].filter(
    (one) => own.taken.includes(one) || (base.taken.includes(one) && !own.given.includes(one)),
  );
  return withImplied(taken);
}

/** The stricter of two. */
export function limitedBy(base: Limits, own: Limits = noRules): Limits {
  const days = [base.maxDays, own.maxDays].filter((value) => value !== null);
  return {
    ownOnly: base.ownOnly || own.ownOnly,
    openOnly: base.openOnly || own.openOnly,
    maxDays: days.length > 0 ? Math.min(...days) : null,
  };
}

/** What is missing in the one and not in the other. */
export const without = (list: readonly SettablePermission[], other: readonly SettablePermission[]) =>
  list.filter((one) => !other.includes(one));
