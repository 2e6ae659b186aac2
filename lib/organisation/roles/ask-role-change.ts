import "server-only";
import { and, eq } from "drizzle-orm";
import { customRoles, roleChanges } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { requireStepUp } from "@/lib/kernel/access/require-step-up";
import { settable } from "@/lib/kernel/access/role-rules";
import { enqueue } from "@/lib/kernel/jobs/queue";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { t } from "@/lib/platform/language/translate";
import { detailOf, findCustomRole, readRules } from "./access";
import { AskRoleChange } from "./input";

/**
 * Asks for the rules of a role, or for a new role of the organisation's own. Nothing changes before a second person
 * confirms it; where nobody could, it counts after 72 hours, and Postgres decides which.
 * @throws AppError invalid on `keeps` for what is not in the ceiling, on `name` for a name that is taken; not_found;
 * conflict while another change of the role waits
 */
export const askRoleChange = command({
  needs: "roles.write",
  input: AskRoleChange,
  async run(ctx, { role, customRoleId, name, keeps, ownOnly, openOnly, maxDays }) {
    requireStepUp(ctx, "role.change");
    const may: readonly string[] = settable[role];
    const beyond = keeps.filter((one) => !may.includes(one));
    if (beyond.length > 0) {
      const message = t("This role cannot be given that.");
      throw new AppError("invalid", message, { keeps: message });
    }
    if (role !== "caseworker" && (ownOnly || openOnly || maxDays !== null)) {
      const message = t("Conditions are for caseworkers: a supervisor answers for every case.");
      throw new AppError("invalid", message, { maxDays: message });
    }
    const made = name === undefined ? null : await nameRole(ctx, role, name);
    if (customRoleId && (await findCustomRole(ctx, customRoleId)).role !== role)
      throw new AppError("not_found", t("No such role."));
    const id = made ?? customRoleId ?? null;
    await refuseWaiting(ctx, role, id);
    const rules = await readRules(ctx);
    const base = id ? rules(role).taken : [];
    const taken = may.filter((one) => !keeps.includes(one) && !(base as string[]).includes(one));
    const given = id ? base.filter((one) => keeps.includes(one)) : [];
    const row = {
      id: newId(),
      orgId: ctx.orgId,
      kind: "rules" as const,
      role,
      customRoleId: id,
      memberId: null,
      taken,
      given,
      ownOnly: ownOnly === "on",
      openOnly: openOnly === "on",
      maxDays,
      askedBy: ctx.actor.memberId ?? "",
      askedAt: ctx.now,
    };
    const [asked] = await ctx.db.insert(roleChanges).values(row).returning({ opensAt: roleChanges.opensAt });
    await enqueue(ctx, "alerts.watch", {});
    return {
      value: { id: row.id, opensAt: asked?.opensAt ?? null },
      audit: { action: "role.change_asked", subjectId: row.id, detail: detailOf(row) },
    };
  },
});

async function nameRole(ctx: TxCtx, role: "caseworker" | "supervisor", name: string): Promise<string> {
  const all = await ctx.db.select({ name: customRoles.name }).from(customRoles).where(eq(customRoles.orgId, ctx.orgId));
  if (all.some((one) => one.name.toLowerCase() === name.toLowerCase())) {
    const message = t("There is a role with this name.");
    throw new AppError("invalid", message, { name: message });
  }
  const id = newId();
  await ctx.db
    .insert(customRoles)
    .values({ id, orgId: ctx.orgId, role, name, madeBy: ctx.actor.memberId ?? "", madeAt: ctx.now });
  return id;
}

async function refuseWaiting(ctx: TxCtx, role: "caseworker" | "supervisor", id: string | null): Promise<void> {
  const rows = await ctx.db
    .select({ customRoleId: roleChanges.customRoleId })
    .from(roleChanges)
    .where(
      and(
        eq(roleChanges.orgId, ctx.orgId),
        eq(roleChanges.role, role),
        eq(roleChanges.kind, "rules"),
        eq(roleChanges.state, "waiting"),
      ),
    );
  if (rows.some((row) => row.customRoleId === id))
    throw new AppError("conflict", t("Another change of this role is waiting. Take it back first."));
}
