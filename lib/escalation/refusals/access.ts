import "server-only";
import { and, eq } from "drizzle-orm";
import type { cases } from "@/db/schema";
import { exhibits, refusals } from "@/db/schema";
import { noteStepEvent } from "@/lib/escalation/ladder/access";
import type { Scoped } from "@/lib/kernel/access/ctx";
import { findPlaybook, type Law } from "@/lib/law/jurisdictions/rules";
import type { Playbook } from "@/lib/law/jurisdictions/types";
import { AppError } from "@/lib/platform/errors";
import type { CivilDate } from "@/lib/platform/time/calendar";
import { refuse } from "./rules";

/** The playbook that the case pinned, under the organisation's law. @throws Error when the release lost it */
export function pinnedPlaybook(row: Pick<typeof cases.$inferSelect, "pair" | "playbookVersion">, law: Law): Playbook {
  const playbook = findPlaybook(row.pair, row.playbookVersion, law);
  if (!playbook) throw new Error(`No playbook ${row.pair}, version ${row.playbookVersion}.`);
  return playbook;
}

/** A refusal of this very case. @throws AppError not_found; conflict when it was settled */
export async function findOpenRefusal(ctx: Scoped, caseId: string, refusalId: string) {
  const [row] = await ctx.db
    .select()
    .from(refusals)
    .where(and(eq(refusals.orgId, ctx.orgId), eq(refusals.caseId, caseId), eq(refusals.id, refusalId)));
  if (!row) throw new AppError("not_found", "No such refusal.");
  if (row.settledOn) throw new AppError("conflict", "This refusal is settled already.");
  return row;
}

/** @throws AppError invalid on `proofExhibitId` for an exhibit of another case */
export async function requireProof(ctx: Scoped, caseId: string, exhibitId: string | null): Promise<void> {
  if (!exhibitId) return;
  const [row] = await ctx.db
    .select({ id: exhibits.id })
    .from(exhibits)
    .where(and(eq(exhibits.orgId, ctx.orgId), eq(exhibits.caseId, caseId), eq(exhibits.id, exhibitId)));
  if (!row) refuse("proofExhibitId", "Choose an exhibit of this case.");
}

/** One line in the history of the branch, which only grows. */
export async function noteInBranch(
  ctx: Scoped,
  line: { caseId: string; stepKey: string; on: CivilDate; note: string },
): Promise<void> {
  const { on, ...event } = line;
  await noteStepEvent(ctx, { ...event, part: "", event: "contact", happenedOn: on });
}
