import { t } from "@/lib/platform/language/translate";
import "server-only";
import { parseInput, requirePermission } from "@/lib/kernel/access/command";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { applyRateLimit } from "@/lib/kernel/access/rate-limits";
import { AppError } from "@/lib/platform/errors";
import { findOriginal, type Original } from "./find-original";
import { TranslateWords } from "./input";
import { keepTranslation } from "./keep-translation";
import { rangeIn } from "./rules";

/**
 * Enters what words of an exhibit mean in English, to be printed beside them. The words of a chat, a mail or a text are
 * read from it, so that nobody translates what does not stand there; those of a picture are typed. No transaction is
 * open while the file is read.
 * @throws AppError invalid at `place`, `original` or what the translation lacks; not_found; conflict
 */
export async function translateWords(ctx: Ctx, raw: unknown): Promise<{ id: string }> {
  requirePermission(ctx, "case.write");
  const { place, original, sworn, ...given } = parseInput(TranslateWords, raw);
  await applyRateLimit(ctx, "search");
  const range = rangeIn(place) ?? { from: 1, to: 1 };
  const found = await findOriginal(ctx, given.exhibitId, range);
  const whole = { ...given, ...range, of: found.of, reading: found.reading, sworn: sworn === "yes" };
  return keepTranslation(ctx, { ...whole, original: originalOf(found, range, original) });
}

function originalOf({ of, words }: Original, { from, to }: { from: number; to: number }, typed: string): string {
  if (of === "page") {
    if (typed === "") throw refused("original", t("Write the words as they stand in the picture."));
    return typed;
  }
  if (of === "message" && from !== to) throw refused("place", t("Translate one message at a time."));
  if (words === null) throw refused("place", t("No words stand there in this exhibit."));
  return words;
}

const refused = (field: "place" | "original", message: string) =>
  new AppError("invalid", message, { [field]: message });
