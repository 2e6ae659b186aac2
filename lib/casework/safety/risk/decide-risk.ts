import "server-only";
import { and, desc, eq } from "drizzle-orm";
import { riskAssessments, riskDecisions } from "@/db/schema";
import { lockCase } from "@/lib/casework/cases/access";
import { touchCase } from "@/lib/casework/cases/touch-case";
import type { Risk } from "@/lib/casework/cases/types";
import { writeRisk } from "@/lib/casework/cases/write-risk";
import { writeReviewLine } from "@/lib/casework/safety/reviews/write-review-line";
import { command } from "@/lib/kernel/access/command";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { bumpRecordVersion, readRecordVersions } from "@/lib/kernel/access/record-versions";
import { openVault } from "@/lib/kernel/access/vault";
import { todayAtHome } from "@/lib/law/office/rules";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { t } from "@/lib/platform/language/translate";
import { DecideRisk } from "./input";
import { floorWords } from "./labels";
import { readFloor } from "./read-floor";
import { decisionPlace, isBelow } from "./rules";

/**
 * A named person decides the risk of a case on the newest answers, and by when somebody asks again. The risk of the case
 * follows. It is never lower than what was decided about danger allows.
 * @throws AppError not_found; conflict when newer answers came or somebody decided already; invalid at `level`,
 * `reason`, `reviewOn`
 */
export const decideRisk = command({
  needs: "case.write",
  input: DecideRisk,
  async run(ctx, { caseId, assessmentId, level, reason, reviewOn }) {
    const row = await lockCase(ctx, caseId);
    const { memberId } = ctx.actor;
    if (!memberId) throw new AppError("forbidden", t("A person decides the risk."));
    const { suggested } = await newestAnswers(ctx, caseId, assessmentId);
    const floor = await readFloor(ctx, row);
    if (floor && isBelow(level, floor)) refuse("level", floorWords[floor.why]);
    if (level !== suggested && !reason) refuse("reason", t("Say why you decide otherwise than suggested."));
    const today = todayAtHome(row.pair, ctx.now);
    if (reviewOn && reviewOn < today) refuse("reviewOn", t("Choose today or a future date."));
    const id = newId();
    const vault = await openVault(ctx, row.keyId);
    await ctx.db.insert(riskDecisions).values({
      id,
      orgId: ctx.orgId,
      caseId,
      assessmentId,
      level,
      reason: vault.sealMaybe(decisionPlace(id), reason),
      decidedBy: memberId,
      decidedAt: ctx.now,
    });
    await writeReviewLine(ctx, { caseId, about: "risk", reviewedOn: today, reviewOn });
    const changed = await changeCase(ctx, row, level, reason);
    await touchCase(ctx, caseId);
    return {
      value: { id, caseId, level },
      audit: [{ action: "risk.decided", subjectId: id, caseId, detail: { level, suggested } }, ...changed],
    };
  },
});

function refuse(field: string, message: string): never {
  throw new AppError("invalid", message, { [field]: message });
}

async function newestAnswers(ctx: TxCtx, caseId: string, assessmentId: string) {
  const [newest] = await ctx.db
    .select({ id: riskAssessments.id, suggested: riskAssessments.suggested, decided: riskDecisions.id })
    .from(riskAssessments)
    .leftJoin(riskDecisions, eq(riskDecisions.assessmentId, riskAssessments.id))
    .where(and(eq(riskAssessments.orgId, ctx.orgId), eq(riskAssessments.caseId, caseId)))
    .orderBy(desc(riskAssessments.assessedAt), desc(riskAssessments.id))
    .limit(1);
  if (!newest) throw new AppError("not_found", t("There are no answers about the risk of this case."));
  if (newest.id !== assessmentId)
    throw new AppError(
      "conflict",
      t("The questions were answered again since. Open the page again and read it first."),
    );
  if (newest.decided) throw new AppError("conflict", t("Somebody has already decided on these answers."));
  return newest;
}

type Row = Awaited<ReturnType<typeof lockCase>>;

/** The form of the case's risk, if it is open elsewhere, then shows that it changed. */
async function changeCase(ctx: TxCtx, row: Row, level: Risk, reason: string | null) {
  if (row.riskAssessed && row.risk === level) return [];
  const versions = await readRecordVersions(ctx, [row.id]);
  const now = () => ({ risk: row.risk, inDanger: row.inDanger });
  await bumpRecordVersion(ctx, { record: row.id, seen: versions[row.id], now });
  const words = reason ?? "As the answers about risk suggest.";
  return [await writeRisk(ctx, row, { risk: level, inDanger: row.inDanger, reason: words })];
}
