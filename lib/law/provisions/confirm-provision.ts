import "server-only";
import { command } from "@/lib/kernel/access/command";
import { refuseFutureCheck } from "./access";
import { addVersion } from "./add-version";
import { ConfirmProvision } from "./input";
import { openProvision } from "./open-provision";
import { isWithdrawn } from "./rules";

/**
 * Records that a provision was read again and is unchanged, with where and when.
 * @throws AppError not_found; conflict if somebody else changed it
 */
export const confirmProvision = command({
  needs: "law.write",
  input: ConfirmProvision,
  async run(ctx, { part, key, seen, source, mark, checkedOn }) {
    refuseFutureCheck(ctx, checkedOn);
    const { by, newest } = await openProvision(ctx, { part, key, seen });
    const change = newest && !isWithdrawn(newest) ? newest.change : {};
    const version = seen + 1;
    const reason = "Read again: the law is the same.";
    const id = await addVersion(ctx, by, { part, key, version, change, source, mark, checkedOn, reason });
    return {
      value: { id, version },
      audit: { action: "law.confirmed", subjectId: id, detail: { part, key, version } },
    };
  },
});
