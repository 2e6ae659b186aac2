import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq, max } from "drizzle-orm";
import { incidents } from "@/db/schema";
import { lockCase } from "@/lib/casework/cases/access";
import { incidentFacts, knownTime, refuseFuture } from "@/lib/casework/cases/rules";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { writeCustomValues } from "@/lib/casework/custom-values/write-custom-values";
import { stopForMinor } from "@/lib/casework/minors-stop/stop-for-minor";
import { command } from "@/lib/kernel/access/command";
import { openVault } from "@/lib/kernel/access/vault";
import { settleChoice } from "@/lib/organisation/choices/access";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { requireAccount } from "./access";
import { LogIncident } from "./input";
import { incidentCode } from "./rules";

/**
 * Records one incident, under the next number of its kind. An intimate image of a client under 18 stops files on the
 * case. @returns its id and code, `I-3`
 */
export const logIncident = command({
  needs: "case.write",
  input: LogIncident,
  rateLimit: "record",
  async run(ctx, input) {
    const loggedBy = ctx.actor.memberId;
    if (!loggedBy) throw new AppError("forbidden", t("A person logs an incident."));
    const row = await lockCase(ctx, input.caseId);
    refuseFuture(knownTime(input), ctx.now, "when");
    await requireAccount(ctx, row.id, input.accountId);
    const vault = await openVault(ctx, row.keyId);
    const [last] = await ctx.db
      .select({ number: max(incidents.number) })
      .from(incidents)
      .where(and(eq(incidents.caseId, row.id), eq(incidents.kind, input.kind)));
    const chosen = { key: input.nature, choice: input.natureChoice };
    const version = await settleChoice(ctx, chosen, { list: input.kind, field: "nature" });
    const id = newId();
    const number = (last?.number ?? 0) + 1;
    await ctx.db.insert(incidents).values({
      ...incidentFacts(vault, id, input, version),
      id,
      orgId: ctx.orgId,
      caseId: row.id,
      number,
      accountId: input.accountId,
      loggedBy,
      loggedAt: ctx.now,
    });
    const stopped = await stopForMinor(ctx, row, input.nature);
    const own = await writeCustomValues(
      ctx,
      { record: "incident", recordId: id, caseId: row.id },
      vault,
      input,
      "opening",
    );
    await touchCase(ctx, row.id);
    return {
      value: { id, code: incidentCode(input.kind, number) },
      audit: [
        { action: "incident.logged", subjectId: id, caseId: row.id, detail: { kind: input.kind } },
        ...stopped,
        ...own,
      ],
    };
  },
});
