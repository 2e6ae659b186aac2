import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq, isNull, max } from "drizzle-orm";
import { authorities } from "@/db/schema";
import { lockCase } from "@/lib/casework/cases/access";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { findClient } from "@/lib/casework/clients/access";
import { findExhibit } from "@/lib/evidence/exhibits/access";
import { command } from "@/lib/kernel/access/command";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { findPlaybook } from "@/lib/law/jurisdictions/rules";
import { readLaw } from "@/lib/law/provisions/queries";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { civilDate } from "@/lib/platform/time/clock";
import { RecordAuthority } from "./input";
import { checkGiver, checkTerm, processesOf, refuse } from "./rules";

/**
 * Records the signed document by which the client authorises us to act for them in one process. @throws AppError
 * conflict on a repeat
 */
export const recordAuthority = command({
  needs: "case.write",
  input: RecordAuthority,
  async run(ctx, { caseId, ...input }) {
    const recordedBy = ctx.actor.memberId;
    if (!recordedBy) throw new AppError("forbidden", t("A person records an authority."));
    const row = await lockCase(ctx, caseId);
    const law = await readLaw(ctx);
    const playbook = findPlaybook(row.pair, row.playbookVersion, law);
    const known = processesOf(law.processes, playbook).some((candidate) => candidate.key === input.process);
    if (!known) refuse("process", t("Choose what the client allows."));
    checkTerm(input.signedOn, input.expiresOn, civilDate(ctx.now, playbook?.home.zone ?? "UTC"));
    checkGiver(input.givenBy, (await findClient(ctx, row.clientId)).isMinor);
    await mustBeHere(ctx, row.id, input.exhibitId);
    await mustBeNew(ctx, row.id, input);
    const [last] = await ctx.db
      .select({ number: max(authorities.number) })
      .from(authorities)
      .where(eq(authorities.caseId, row.id));
    const number = (last?.number ?? 0) + 1;
    const id = newId();
    await ctx.db
      .insert(authorities)
      .values({ ...input, id, orgId: ctx.orgId, caseId: row.id, number, recordedBy, recordedAt: ctx.now });
    await touchCase(ctx, row.id);
    return {
      value: { id, number },
      audit: { action: "authority.recorded", subjectId: id, caseId: row.id, detail: { process: input.process } },
    };
  },
});

/** The signed document is an exhibit of this case, so that it can be shown on request. */
async function mustBeHere(ctx: TxCtx, caseId: string, exhibitId: string): Promise<void> {
  const exhibit = await findExhibit(ctx, exhibitId).catch((error: unknown) => {
    if (error instanceof AppError && error.code === "not_found") return null;
    throw error;
  });
  if (exhibit?.caseId !== caseId) refuse("exhibitId", t("Choose the signed paper from the exhibits of this case."));
}

async function mustBeNew(ctx: TxCtx, caseId: string, input: { process: string; exhibitId: string }): Promise<void> {
  const [same] = await ctx.db
    .select({ id: authorities.id })
    .from(authorities)
    .where(
      and(
        eq(authorities.caseId, caseId),
        eq(authorities.process, input.process),
        eq(authorities.exhibitId, input.exhibitId),
        isNull(authorities.revokedAt),
      ),
    );
  const message = t("This paper is on file for this purpose already.");
  if (same) throw new AppError("conflict", message, { exhibitId: message });
}
