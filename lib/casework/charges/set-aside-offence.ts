import "server-only";
import { lockCase } from "@/lib/casework/cases/access";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { command } from "@/lib/kernel/access/command";
import { findOffence, findPlaybook } from "@/lib/law/jurisdictions/rules";
import { readLaw } from "@/lib/law/provisions/queries";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { SetAsideOffence } from "./input";
import { setAside } from "./set-aside";

/**
 * Keeps that an offence of either country was considered and is not relied on, with the reason.
 * @throws AppError invalid for an offence of neither country; conflict when a charge names it
 */
export const setAsideOffence = command({
  needs: "case.write",
  input: SetAsideOffence,
  async run(ctx, { caseId, offence, why }) {
    const row = await lockCase(ctx, caseId);
    const law = await readLaw(ctx);
    const playbook = findPlaybook(row.pair, row.playbookVersion, law);
    const found = findOffence(offence, law);
    const message = t("Choose an offence of one of the two countries.");
    if (!found || ![playbook?.home.code, playbook?.there.code].includes(found.jurisdiction))
      throw new AppError("invalid", message, { offence: message });
    const kept = await setAside(ctx, row, [found.key], why);
    const named = t("A charge names it. Remove the charge with the reason.");
    if (kept.length === 0) throw new AppError("conflict", named, { offence: named });
    await touchCase(ctx, row.id);
    const detail = { offence: found.key };
    return {
      value: { id: row.id },
      audit: { action: "charge.offence_set_aside", subjectId: row.id, caseId: row.id, detail },
    };
  },
});
