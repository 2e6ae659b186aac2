import "server-only";
import { isStopped } from "@/lib/casework/minors-stop/access";
import { lockItem } from "@/lib/escalation/takedowns/access";
import { command } from "@/lib/kernel/access/command";
import { enqueue } from "@/lib/kernel/jobs/queue";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { checksOf, readSetting } from "./access";
import { AskForCheck } from "./input";
import { byHandMinutes, notAskedLabels, requestOf } from "./rules";

/**
 * "Check now": the worker looks at the address of an item as soon as it can.
 * @throws AppError conflict where it may not be looked at, or was a moment ago
 */
export const askForCheck = command({
  needs: "case.write",
  input: AskForCheck,
  rateLimit: "record",
  async run(ctx, { takedownId }) {
    const { row, item, entries } = await lockItem(ctx, takedownId);
    const { on, hosts } = await readSetting(ctx);
    if (!on) throw new AppError("conflict", t("An administrator has not turned the address checker on."));
    if (row.checksOff) throw new AppError("conflict", t("The address checker leaves this case alone."));
    if (await isStopped(ctx, row.id))
      throw new AppError("conflict", t("This case is stopped for images of a minor. Nothing of it is looked at."));
    const request = requestOf(item.url, hosts);
    if ("why" in request) throw new AppError("conflict", notAskedLabels[request.why]);
    const { lastCheckAt } = checksOf(entries);
    if (lastCheckAt && ctx.now.getTime() - lastCheckAt.getTime() < byHandMinutes * 60_000)
      throw new AppError("conflict", t("It was checked a moment ago. Wait ten minutes."));
    await enqueue(ctx, "address.check", { takedownId });
    return {
      value: { caseId: row.id },
      audit: { action: "takedown.check_asked", subjectId: takedownId, caseId: row.id, detail: {} },
    };
  },
});
