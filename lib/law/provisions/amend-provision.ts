import { t } from "@/lib/platform/language/translate";
import "server-only";
import { command } from "@/lib/kernel/access/command";
import { houseLaw } from "@/lib/law/jurisdictions/rules";
import { AppError } from "@/lib/platform/errors";
import { refuseFutureCheck } from "./access";
import { addVersion } from "./add-version";
import { AmendProvision } from "./input";
import { openProvision } from "./open-provision";
import { differing, enteredFields, layOver, sameChange } from "./rules";

/**
 * Stores what an administrator found a provision to say, with the source. It applies to this organisation from now on;
 * earlier versions are kept.
 * @throws AppError not_found; conflict if somebody else changed it, or nothing differs
 */
export const amendProvision = command({
  needs: "law.write",
  input: AmendProvision,
  async run(ctx, input) {
    refuseFutureCheck(ctx, input.checkedOn);
    const { by, released, newest } = await openProvision(ctx, input);
    const change = differing(released, enteredFields(input, released));
    if (sameChange(change, newest?.change ?? {})) {
      throw new AppError("conflict", t("Nothing was changed. To say that it was read again, use Checked again."));
    }
    const { part, key, source, mark, checkedOn, reason } = input;
    const version = input.seen + 1;
    const row = { part, key, version, change, source, mark, checkedOn, reason };
    const [broken] = layOver(houseLaw, [row], []).leftOut;
    if (broken) throw new AppError("invalid", t("This does not fit the law data: {why}", { why: broken.why }));
    const id = await addVersion(ctx, by, row);
    const detail = { part, key, version, fields: Object.keys(change) };
    return { value: { id, version }, audit: { action: "law.amended", subjectId: id, detail } };
  },
});
