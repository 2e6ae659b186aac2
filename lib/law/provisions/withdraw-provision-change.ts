import { t } from "@/lib/platform/language/translate";
import "server-only";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { addVersion } from "./add-version";
import { WithdrawProvisionChange } from "./input";
import { openProvision } from "./open-provision";
import { backToRelease, isWithdrawn } from "./rules";

/**
 * Reverts to the release, as one more version: what was found in between stays in the history.
 * @throws AppError not_found; conflict if there is no change, or somebody else changed it
 */
export const withdrawProvisionChange = command({
  needs: "law.write",
  input: WithdrawProvisionChange,
  async run(ctx, { part, key, seen, reason }) {
    const { by, released, newest } = await openProvision(ctx, { part, key, seen });
    if (!newest || isWithdrawn(newest)) throw new AppError("conflict", t("There is no change to withdraw."));
    const version = seen + 1;
    const [first] = released.sources;
    const proof = {
      source: first?.source ?? t("The release"),
      mark: first?.marks[0] ?? "G",
      checkedOn: first?.checkedOn ?? newest.checkedOn,
    };
    const id = await addVersion(ctx, by, { part, key, version, change: backToRelease, ...proof, reason });
    return {
      value: { id, version },
      audit: { action: "law.change_withdrawn", subjectId: id, detail: { part, key, version } },
    };
  },
});
