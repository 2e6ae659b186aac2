import { t } from "@/lib/platform/language/translate";
import "server-only";
import { command } from "@/lib/kernel/access/command";
import { bumpRecordVersion } from "@/lib/kernel/access/record-versions";
import { enqueue } from "@/lib/kernel/jobs/queue";
import { AppError } from "@/lib/platform/errors";
import { lockOpenCase } from "../access";
import { ChangeRisk } from "../input";
import { writeRisk } from "../write-risk";

/**
 * Changes risk or danger, with a reason kept in the log.
 * @throws AppError conflict if nothing changes; ClashError
 */
export const changeRisk = command({
  needs: "case.write",
  input: ChangeRisk,
  async run(ctx, { caseId, risk, inDanger, reason, version }) {
    const row = await lockOpenCase(ctx, caseId);
    const now = () => ({ risk: row.risk, inDanger: row.inDanger });
    await bumpRecordVersion(ctx, { record: caseId, seen: version, now });
    if (row.riskAssessed && row.risk === risk && row.inDanger === inDanger)
      throw new AppError("conflict", t("The case already has this risk level."));
    // Neither waits for the other: the ladder is evaluated again after the commit.
    const [audit] = await Promise.all([
      writeRisk(ctx, row, { risk, inDanger, reason }),
      enqueue(ctx, "ladder.advance", { caseId }),
    ]);
    return { value: { id: caseId }, audit };
  },
});
