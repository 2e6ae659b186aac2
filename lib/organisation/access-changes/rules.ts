import type { Role } from "@/lib/kernel/access/roles";
import type { AccessRole } from "./types";

/** How much of the cases a role sees. Postgres counts in the same way (`app.reach_of`). */
const reach: Record<Role, number> = { admin: 0, liaison: 0, caseworker: 1, supervisor: 2 };

/** True when the new role sees more of the cases than the old one. */
export const seesMore = (from: Role, to: Role): boolean => reach[to] > reach[from];

/** An officer who joins sees nothing: later handovers have their own second person. */
export function waitsToJoin(role: Role): role is AccessRole {
  return role === "caseworker" || role === "supervisor";
}

/** A new link to an account gives access to what the account sees: an officer's has packets. */
export function waitsToRenew(role: Role): role is AccessRole {
  return role !== "admin";
}
