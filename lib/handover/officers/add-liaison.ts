import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, count, eq } from "drizzle-orm";
import { liaisons, members, organisations } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { AddLiaison } from "./input";

/**
 * Adds an officer without an account. Nothing is sent to them. Somebody else confirms the entry after a call-back; then
 * they can receive a first-contact link or paper, and an administrator may give them an account.
 * @throws AppError conflict at `email` if it is already in use
 */
export const addLiaison = command({
  needs: "directory.write",
  input: AddLiaison,
  async run(ctx, { name, email: typed, ...entry }) {
    const { memberId } = ctx.actor;
    if (!memberId) throw new AppError("forbidden", t("A person enters an officer."));
    const { orgId, now } = ctx;
    const email = typed.toLowerCase();
    // Concurrent additions are numbered one after the other.
    await ctx.db.select({ id: organisations.id }).from(organisations).where(eq(organisations.id, orgId)).for("update");
    await refuseKnown(ctx, email);
    const officers = and(eq(members.orgId, orgId), eq(members.role, "liaison"));
    const [row] = await ctx.db.select({ n: count() }).from(members).where(officers);
    const code = `L-${String((row?.n ?? 0) + 1).padStart(2, "0")}`;
    const id = newId();
    await ctx.db.insert(members).values({ id, orgId, role: "liaison", name, email, code, joinedAt: now });
    await ctx.db.insert(liaisons).values({ memberId: id, orgId, ...entry, addedBy: memberId });
    return { value: { id }, audit: { action: "liaison.added", subjectId: id, detail: {} } };
  },
});

async function refuseKnown(ctx: TxCtx, email: string): Promise<void> {
  const same = and(eq(members.orgId, ctx.orgId), eq(members.email, email));
  const [known] = await ctx.db.select({ id: members.id }).from(members).where(same);
  const message = t("An officer with this address is already listed.");
  if (known) throw new AppError("conflict", message, { email: message });
}
