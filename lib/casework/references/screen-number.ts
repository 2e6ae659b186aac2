import { t } from "@/lib/platform/language/translate";
import "server-only";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { findReferenceKind, type Law } from "@/lib/law/jurisdictions/rules";
import { AppError } from "@/lib/platform/errors";
import { findDuplicates, type Offered } from "./access";
import { asOdd } from "./as-odd";
import { duplicates, refusals } from "./labels";
import { readReference } from "./rules";
import type { Oddity, ReadReference } from "./types";

/**
 * Parses a number and searches for duplicates. Warnings are shown at its field until the person confirms the number.
 * @throws AppError invalid if it looks odd; conflict if it is known
 */
export async function screenNumber(
  ctx: TxCtx,
  offered: Offered,
  law: Law,
): Promise<{ read: ReadReference; warnings: Oddity[] }> {
  const kind = findReferenceKind(offered.kind, law);
  if (!kind) throw new AppError("invalid", t("Choose a kind."), { kind: t("Choose what kind of number this is.") });
  const read = readReference(offered.kind, offered.raw, offered, law);
  if (!read) throw new AppError("invalid", t("The number is missing."), { raw: refusals.empty(kind) });
  if (read.warnings.length > 0 && !offered.keepAsTyped) throw asOdd(read, law);
  const found = await findDuplicates(ctx, offered, read, law);
  if (found.here) {
    const message = duplicates.sameCase(found.here);
    throw new AppError("conflict", message, { raw: message });
  }
  if (found.warnings.length > 0 && !offered.seenDuplicate) {
    throw new AppError("conflict", t("This number is known."), {
      raw: found.warnings.join(" "),
      seenDuplicate: duplicates.seen,
    });
  }
  return { read, warnings: [...new Set([...read.warnings.map((warning) => warning.code), ...found.codes])] };
}
