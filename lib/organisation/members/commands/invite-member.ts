import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq, gt, isNull } from "drizzle-orm";
import type { z } from "zod";
import { invitations, type LiaisonDetails, members } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { requireStepUp } from "@/lib/kernel/access/require-step-up";
import { askAccessChange } from "@/lib/organisation/access-changes/ask-access-change";
import { waitsToJoin } from "@/lib/organisation/access-changes/rules";
import { requireConfirmedRole } from "@/lib/organisation/roles/access";
import { sha256 } from "@/lib/platform/crypto/crypto";
import { AppError } from "@/lib/platform/errors";
import { newId, newToken } from "@/lib/platform/ids";
import { InviteMember } from "../input";

const threeDays = 72 * 60 * 60 * 1000;

/**
 * Creates a link with which one person joins, once, within 72 hours. Only its hash is stored, so it is shown once. For
 * a role that sees cases it has no effect until a supervisor approves it.
 * @returns the token for the link's fragment, and whether it awaits approval
 * @throws AppError conflict on `email` if the person is already a member or invited
 */
export const inviteMember = command({
  needs: "people.write",
  input: InviteMember,
  async run(ctx, input) {
    requireStepUp(ctx, "member.invite");
    const email = input.email.toLowerCase();
    await refuseKnown(ctx, email);
    const customRoleId = await customRoleOf(ctx, input);
    const token = newToken();
    const id = newId();
    await ctx.db.insert(invitations).values({
      id,
      orgId: ctx.orgId,
      email,
      name: input.name,
      role: input.role,
      liaison: detailsOf(input),
      customRoleId,
      tokenHash: sha256(token),
      invitedBy: ctx.actor.memberId,
      invitedAt: ctx.now,
      expiresAt: new Date(ctx.now.getTime() + threeDays),
    });
    const { audit, ...asked } = waitsToJoin(input.role)
      ? await askAccessChange(ctx, { kind: "join", role: input.role, invitationId: id })
      : { waits: false, opensAt: null, audit: [] };
    return {
      value: { id, token: token.toString("base64url"), ...asked },
      audit: [{ action: "member.invited", subjectId: id, detail: { role: input.role } }, ...audit],
    };
  },
});

/** @throws AppError not_found; conflict for one that nobody confirmed; invalid on `customRoleId` if it does not fit */
async function customRoleOf(ctx: TxCtx, input: z.output<typeof InviteMember>): Promise<string | null> {
  if (input.role === "liaison" || !input.customRoleId) return null;
  const { id, role } = await requireConfirmedRole(ctx, input.customRoleId);
  if (role === input.role) return id;
  const message = t("This role is built on another role than the invitation is for.");
  throw new AppError("invalid", message, { customRoleId: message });
}

function detailsOf(input: z.output<typeof InviteMember>): LiaisonDetails | null {
  if (input.role !== "liaison") return null;
  const { rank, agency, unit, forceNumber, address, phone } = input;
  return { rank, agency, unit, forceNumber, address, phone };
}

async function refuseKnown(ctx: TxCtx, email: string): Promise<void> {
  const [member] = await ctx.db
    .select({ id: members.id })
    .from(members)
    .where(and(eq(members.orgId, ctx.orgId), eq(members.email, email)));
  const [open] = await ctx.db
    .select({ id: invitations.id })
    .from(invitations)
    .where(
      and(
        eq(invitations.orgId, ctx.orgId),
        eq(invitations.email, email),
        isNull(invitations.acceptedAt),
        isNull(invitations.withdrawnAt),
        gt(invitations.expiresAt, ctx.now),
      ),
    );
  const message = member ? t("This person is a member already.") : open ? t("This person is invited already.") : null;
  if (message) throw new AppError("conflict", message, { email: message });
}
