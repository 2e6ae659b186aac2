import { t } from "@/lib/platform/language/translate";
import "server-only";
import { parseInput, requirePermission } from "@/lib/kernel/access/command";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { applyRateLimit } from "@/lib/kernel/access/rate-limits";
import { AppError } from "@/lib/platform/errors";
import { findPlaces, type Places } from "./find-places";
import { CoverWords } from "./input";
import { keepWordCover } from "./keep-word-cover";
import { nothingToCover } from "./labels";

/** `times`: in so many messages or lines. `approvedBefore`: a version of the case keeps what was decided on. */
type Covered = { id: string; times: number; approvedBefore: boolean };

/**
 * Covers words of a chat, a mail or a text in every packet built from now on. Words that do not occur are rejected, so
 * that nobody believes something is covered that is not. No transaction is open while the file is read.
 * @throws AppError invalid at `words`, `reason` or `place` with what to do; not_found; conflict if the exhibit has no
 * words, or the case is closed
 */
export async function coverWords(ctx: Ctx, raw: unknown): Promise<Covered> {
  requirePermission(ctx, "case.write");
  const { where, place, ...asked } = parseInput(CoverWords, raw);
  // Each call may search a whole chat.
  await applyRateLimit(ctx, "search");
  const found = await findPlaces(ctx, asked.exhibitId, asked.words);
  if (found.of === null) throw new AppError("conflict", nothingToCover);
  const only = where === "one" ? Number(place) : null;
  refuseElsewhere(found, only);
  const kept = await keepWordCover(ctx, { ...asked, place: only, reading: only === null ? null : found.reading });
  return { ...kept, times: only === null ? found.places.length : 1 };
}

function refuseElsewhere(found: Places, only: number | null): void {
  const { of, places, beside, inFile } = found;
  if (places.length === 0 && !beside && !inFile) {
    throw refused(
      "words",
      t("These words do not appear in this exhibit. Type them as they appear there, letter by letter."),
    );
  }
  if (only === null || places.includes(only)) return;
  throw refused(
    "place",
    t("These words do not appear in {of} {only}. {found}", { of, only, found: placeMessage(found) }),
  );
}

function placeMessage({ of, places, beside }: Places): string {
  if (places.length > 0)
    return t("They appear in {of}{value} {places}.", {
      of,
      value: places.length === 1 ? "" : "s",
      places: some(places),
    });
  return beside
    ? t("They appear only in a name, a header or an attachment’s name: cover them everywhere.")
    : t("They appear only in a part of the file that came in another export before: cover them everywhere.");
}

function refused(field: "words" | "place", message: string): AppError {
  return new AppError("invalid", message, { [field]: message });
}

const shown = 8;

function some(places: readonly number[]): string {
  const listed = places.slice(0, shown).join(", ");
  return places.length > shown ? t("{listed} and {value} more", { listed, value: places.length - shown }) : listed;
}
