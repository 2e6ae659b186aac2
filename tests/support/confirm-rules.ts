import { type SettablePermission, type SettableRole, settable } from "@/lib/kernel/access/role-rules";
import { askRoleChange } from "@/lib/organisation/roles/ask-role-change";
import { assignRole } from "@/lib/organisation/roles/assign-role";
import { decideRoleChange } from "@/lib/organisation/roles/decide-role-change";
import type { Org, Person } from "./org";

type Rules = {
  without?: readonly SettablePermission[];
  ownOnly?: "on";
  openOnly?: "on";
  maxDays?: number;
  name?: string;
  customRoleId?: string;
};

/** The input of a change that leaves a role all but these. */
export const rulesFor = (role: SettableRole, { without = [], maxDays, ...rest }: Rules = {}) => ({
  role,
  keeps: settable[role].filter((permission) => !without.includes(permission)),
  maxDays: maxDays ?? "",
  ...rest,
});

/** An administrator asks and this person confirms. */
export async function confirmRules(org: Org, second: Person, role: SettableRole, rules: Rules = {}): Promise<string> {
  const { id } = await askRoleChange(await org.confirmed("admin"), rulesFor(role, rules));
  await decideRoleChange(await org.confirmed(second), { changeId: id, decision: "release" });
  return id;
}

/** The same for the role of a member; empty: the role itself. */
export async function confirmRole(org: Org, second: Person, memberId: string, customRoleId: string): Promise<void> {
  const { id } = await assignRole(await org.confirmed("admin"), { memberId, customRoleId });
  await decideRoleChange(await org.confirmed(second), { changeId: id, decision: "release" });
}
