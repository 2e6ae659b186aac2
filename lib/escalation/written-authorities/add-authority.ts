import "server-only";
import { and, eq, isNull, max } from "drizzle-orm";
import { authorities, type cases } from "@/db/schema";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { findClient } from "@/lib/casework/clients/access";
import { findExhibit } from "@/lib/evidence/exhibits/access";
import type { AuditEntry } from "@/lib/kernel/access/audit-entry";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { findPlaybook } from "@/lib/law/jurisdictions/rules";
import { readLaw } from "@/lib/law/provisions/queries";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { t } from "@/lib/platform/language/translate";
import type { CivilDate } from "@/lib/platform/time/calendar";
import { civilDate } from "@/lib/platform/time/clock";
import { checkGiver, checkTerm, processesOf, refuse } from "./rules";
import type { Giver } from "./types";

type Terms = {
  process: string;
  givenBy: Giver;
  signedOn: CivilDate;
  expiresOn: CivilDate | null;
  /** Null only for what the client signed on her own page. */
  exhibitId: string | null;
};

/** Adds an authority to a locked case, in the name of the acting member. @throws AppError invalid; conflict on a repeat */
export async function addAuthority(
  ctx: TxCtx,
  row: typeof cases.$inferSelect,
  terms: Terms,
): Promise<{ id: string; number: number; audit: AuditEntry }> {
  const recordedBy = ctx.actor.memberId;
  if (!recordedBy) throw new AppError("forbidden", t("A person records an authority."));
  const law = await readLaw(ctx);
  const playbook = findPlaybook(row.pair, row.playbookVersion, law);
  const known = processesOf(law.processes, playbook).some((candidate) => candidate.key === terms.process);
  if (!known) refuse("process", t("Choose what the client allows."));
  checkTerm(terms.signedOn, terms.expiresOn, civilDate(ctx.now, playbook?.home.zone ?? "UTC"));
  checkGiver(terms.givenBy, (await findClient(ctx, row.clientId)).isMinor);
  if (terms.exhibitId) {
    await mustBeHere(ctx, row.id, terms.exhibitId);
    await mustBeNew(ctx, row.id, { process: terms.process, exhibitId: terms.exhibitId });
  }
  const [last] = await ctx.db
    .select({ number: max(authorities.number) })
    .from(authorities)
    .where(eq(authorities.caseId, row.id));
  const number = (last?.number ?? 0) + 1;
  const id = newId();
  await ctx.db
    .insert(authorities)
    .values({ ...terms, id, orgId: ctx.orgId, caseId: row.id, number, recordedBy, recordedAt: ctx.now });
  await touchCase(ctx, row.id);
  const detail = { process: terms.process };
  return { id, number, audit: { action: "authority.recorded", subjectId: id, caseId: row.id, detail } };
}

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
