import { t } from "@/lib/platform/language/translate";
import { written } from "@/lib/platform/language/written";
import "server-only";
import { and, eq, max } from "drizzle-orm";
import { refusals } from "@/db/schema";
import { lockCase } from "@/lib/casework/cases/access";
import { happenedAt, refuseFuture } from "@/lib/casework/cases/rules";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { refreshLists } from "@/lib/escalation/ladder/access";
import { command } from "@/lib/kernel/access/command";
import { openVault } from "@/lib/kernel/access/vault";
import { readLaw } from "@/lib/law/provisions/queries";
import { identifyBody } from "@/lib/organisation/bodies/identify-body";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { civilDate } from "@/lib/platform/time/clock";
import { requireProof } from "./access";
import { LogRefusal } from "./input";
import { noteInBranch } from "./note-in-branch";
import { pinnedPlaybook } from "./pinned-playbook";
import { placeOf, refusalCode } from "./rules";

/**
 * Notes that somebody in office would not do their part: who, when, in which words. It starts on the first rung.
 * @throws AppError invalid by field; conflict when the same office refused at the same minute already
 */
export const logRefusal = command({
  needs: "case.write",
  input: LogRefusal,
  async run(ctx, input) {
    const recordedBy = ctx.actor.memberId;
    if (!recordedBy) throw new AppError("forbidden", t("A person logs a refusal."));
    const row = await lockCase(ctx, input.caseId);
    const playbook = pinnedPlaybook(row, await readLaw(ctx));
    const { step, branch, rung } = placeOf(playbook, input.stepKey, input.rungKey);
    const refusedAt = happenedAt(input);
    refuseFuture(refusedAt, ctx.now, "when");
    await requireProof(ctx, row.id, input.proofExhibitId);
    const { office, zone, proofExhibitId } = input;
    const ofCase = eq(refusals.caseId, row.id);
    const alike = and(ofCase, eq(refusals.refusedAt, refusedAt), eq(refusals.office, office));
    const same = await ctx.db.$count(refusals, and(alike, eq(refusals.stepKey, step.key)));
    const twice = t("This refusal is logged already.");
    if (same > 0) throw new AppError("conflict", twice, { when: twice });
    const [last] = await ctx.db
      .select({ number: max(refusals.number) })
      .from(refusals)
      .where(ofCase);
    const id = newId();
    const number = (last?.number ?? 0) + 1;
    const bodyId = await identifyBody(ctx, office, [playbook.home.code, playbook.there.code]);
    const vault = await openVault(ctx, row.keyId);
    const seal = (column: string, text: string | null) => vault.sealMaybe({ table: "refusals", column, row: id }, text);
    const rungSince = civilDate(refusedAt, zone);
    await ctx.db.insert(refusals).values({
      id,
      number,
      office,
      bodyId,
      zone,
      refusedAt,
      rungSince,
      proofExhibitId,
      recordedBy,
      orgId: ctx.orgId,
      caseId: row.id,
      stepKey: step.key,
      rungKey: rung?.key ?? "",
      officer: seal("officer", input.officer),
      forceNumber: seal("force_number", input.forceNumber),
      words: seal("words", input.words),
      witnesses: seal("witnesses", input.witnesses),
      recordedAt: ctx.now,
    });
    const first = rung ? ` First: ${rung.to}.` : "";
    const note = written(() => `${refusalCode(number)} at ${step.title}.${first}`);
    await noteInBranch(ctx, { caseId: row.id, stepKey: branch?.key ?? step.key, on: rungSince, note });
    await touchCase(ctx, row.id);
    await refreshLists(ctx, row.id);
    const detail = { step: step.key, rung: rung?.key ?? "none" };
    return {
      value: { id, number },
      audit: { action: "refusal.logged", subjectId: id, caseId: row.id, detail },
    };
  },
});
