import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { incidents } from "@/db/schema";
import { lockCase } from "@/lib/casework/cases/access";
import { incidentFacts, knownTime, refuseFuture } from "@/lib/casework/cases/rules";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { stopForMinor } from "@/lib/casework/minors-stop/stop-for-minor";
import { command } from "@/lib/kernel/access/command";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { bumpRecordVersion } from "@/lib/kernel/access/record-versions";
import { refuseOld } from "@/lib/kernel/access/refuse-old";
import { openVault, type Vault } from "@/lib/kernel/access/vault";
import { settleChoice, valueKept } from "@/lib/organisation/choices/access";
import { AppError } from "@/lib/platform/errors";
import { wallTime } from "@/lib/platform/time/zone";
import { findIncident, requireAccount } from "./access";
import { AmendIncident } from "./input";

/**
 * Corrects an incident. Number and kind do not change. @throws AppError conflict if nothing changes; invalid on
 * `nature`; ClashError
 */
export const amendIncident = command({
  needs: "case.write",
  input: AmendIncident,
  async run(ctx, input) {
    const row = await lockCase(ctx, input.caseId);
    const incident = await findIncident(ctx, row.id, input.incidentId);
    refuseOld(ctx, incident.loggedAt);
    const vault = await openVault(ctx, row.keyId);
    await bumpRecordVersion(ctx, {
      record: incident.id,
      seen: input.version,
      now: () => currentFacts(ctx, vault, incident),
    });
    if (incident.kind !== input.kind) {
      const message = t("You cannot change the kind: its number may already be printed. Log a new one instead.");
      throw new AppError("invalid", message, { nature: message });
    }
    refuseFuture(knownTime(input), ctx.now, "when");
    await requireAccount(ctx, row.id, input.accountId);
    const version = await settleChoice(
      ctx,
      { key: input.nature, choice: input.natureChoice },
      { list: incident.kind, field: "nature", kept: { key: incident.nature, version: incident.natureVersion } },
    );
    const fields = changes(vault, incident, { ...input, version });
    if (fields.length === 0) throw new AppError("conflict", t("Nothing was changed."));
    await ctx.db
      .update(incidents)
      .set({ ...incidentFacts(vault, incident.id, input, version), accountId: input.accountId })
      .where(and(eq(incidents.orgId, ctx.orgId), eq(incidents.id, incident.id)));
    const stopped = fields.includes("nature") ? await stopForMinor(ctx, row, input.nature) : [];
    await touchCase(ctx, row.id);
    return {
      value: { id: incident.id },
      audit: [{ action: "incident.amended", subjectId: incident.id, caseId: row.id, detail: { fields } }, ...stopped],
    };
  },
});

type After = Omit<z.output<typeof AmendIncident>, "version"> & { version: string | null };

function changes(vault: Vault, before: typeof incidents.$inferSelect, after: After): string[] {
  const place = (column: string) => ({ table: "incidents", column, row: before.id });
  const differs = {
    nature: before.nature !== after.nature || before.natureVersion !== after.version,
    happenedAt: before.happenedAt?.getTime() !== knownTime(after)?.getTime(),
    zone: before.zone !== after.zone,
    timeIsExact: before.timeIsExact !== (after.when !== null && !after.timeIsAbout),
    accountId: before.accountId !== after.accountId,
    url: before.url !== after.url,
    words: vault.openMaybe(place("words"), before.words) !== after.words,
    what: vault.open(place("what"), before.what) !== after.what,
    isKnowledge: before.isKnowledge !== (after.isKnowledge || after.knowledge !== null),
    knowledge: before.knowledge !== after.knowledge,
  };
  return Object.entries(differs).flatMap(([field, changed]) => (changed ? [field] : []));
}

/** The current values by form field name. */
async function currentFacts(ctx: TxCtx, vault: Vault, row: typeof incidents.$inferSelect) {
  const place = (column: string) => ({ table: "incidents", column, row: row.id });
  const { zone, accountId, url, isKnowledge, knowledge } = row;
  return {
    nature: await valueKept(ctx, { key: row.nature, version: row.natureVersion }),
    zone,
    accountId,
    url,
    timeIsAbout: row.happenedAt !== null && !row.timeIsExact,
    when: row.happenedAt && wallTime(row.happenedAt, zone),
    words: vault.openMaybe(place("words"), row.words),
    what: vault.open(place("what"), row.what),
    knowledge: knowledge ?? (isKnowledge ? "other" : null),
  };
}
