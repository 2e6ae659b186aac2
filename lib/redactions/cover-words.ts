import "server-only";
import { parseInput, requirePermission } from "@/lib/access/command";
import type { Ctx } from "@/lib/access/ctx";
import { keepPace } from "@/lib/access/paces";
import { AppError } from "@/lib/platform/errors";
import { findPlaces, type Places } from "./find-places";
import { CoverWords } from "./input";
import { keepWordCover } from "./keep-word-cover";

/**
 * Covers words of a chat, a mail or a text in every packet that is built from now on. Words that stand nowhere in it are
 * refused, so that nobody thinks something is covered that is not. No transaction is open while the file is read.
 * @throws AppError invalid at `words` or `place` with what to do; not_found; conflict where the exhibit has no words, or
 * the case is closed
 */
export async function coverWords(ctx: Ctx, raw: unknown): Promise<{ id: string; times: number }> {
  requirePermission(ctx, "case.write");
  const { where, place, ...asked } = parseInput(CoverWords, raw);
  // Each time a whole chat may be looked through.
  await keepPace(ctx, "search");
  const found = await findPlaces(ctx, asked.exhibitId, asked.words);
  if (found.of === null) throw new AppError("conflict", "No words were read of this file, so none can be covered.");
  const only = where === "one" ? Number(place) : null;
  refuseElsewhere(found, only);
  const kept = await keepWordCover(ctx, { ...asked, place: only, reading: only === null ? null : found.reading });
  return { id: kept.id, times: only === null ? found.places.length : 1 };
}

function refuseElsewhere({ of, places, beside }: Places, only: number | null): void {
  if (places.length === 0 && !beside) {
    throw refused(
      "words",
      "These words stand nowhere in this exhibit. Write them as they stand there, letter by letter.",
    );
  }
  if (only === null || places.includes(only)) return;
  const where =
    places.length === 0 ? "They stand beside it alone: cover them everywhere." : `They stand in ${some(places)}.`;
  throw refused("place", `These words do not stand in ${of} ${only}. ${where}`);
}

function refused(field: "words" | "place", said: string): AppError {
  return new AppError("invalid", said, { [field]: said });
}

const shown = 8;

function some(places: readonly number[]): string {
  const listed = places.slice(0, shown).join(", ");
  return places.length > shown ? `${listed} and ${places.length - shown} more` : listed;
}
