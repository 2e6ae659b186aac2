import "server-only";
import { safetyChecks } from "@/db/schema";
import { lockCase } from "@/lib/casework/cases/access";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { command } from "@/lib/kernel/access/command";
import { openVault } from "@/lib/kernel/access/vault";
import { todayAtHome } from "@/lib/law/office/rules";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { t } from "@/lib/platform/language/translate";
import { RecordDeviceCheck } from "./input";
import { checkNotePlace } from "./rules";

/**
 * Records what was found about one item of the list of devices and accounts. What was found before stays.
 * @throws AppError not_found; invalid at `checkedOn` for a day that has not come
 */
export const recordDeviceCheck = command({
  needs: "case.write",
  input: RecordDeviceCheck,
  async run(ctx, { caseId, item, state, note, checkedOn }) {
    const row = await lockCase(ctx, caseId);
    const { memberId } = ctx.actor;
    if (!memberId) throw new AppError("forbidden", t("A person goes through it."));
    if (checkedOn > todayAtHome(row.pair, ctx.now)) {
      const message = t("Choose today or an earlier day.");
      throw new AppError("invalid", message, { checkedOn: message });
    }
    const id = newId();
    const vault = await openVault(ctx, row.keyId);
    await ctx.db.insert(safetyChecks).values({
      id,
      orgId: ctx.orgId,
      caseId,
      item,
      state,
      note: vault.sealMaybe(checkNotePlace(id), note),
      checkedOn,
      recordedBy: memberId,
      recordedAt: ctx.now,
    });
    await touchCase(ctx, caseId);
    return {
      value: { id, caseId, item },
      audit: { action: "safety.checked", subjectId: id, caseId, detail: { item, state } },
    };
  },
});
