import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import type { CivilDate } from "@/lib/platform/time/calendar";
import { instantOnWall } from "@/lib/platform/time/zone";
import type { Visibility } from "./types";

/** The deadline of the next act of a note, as clocks and the queue name it. */
export const nextActKey = (noteId: string): string => `note:${noteId}`;

export const sealedPlace = (row: string) => (column: string) => ({ table: "case_notes", column, row });

export const bodyPlace = (row: string) => ({ table: "note_versions", column: "body", row });

export const draftPlace = (row: string) => ({ table: "note_drafts", column: "body", row });

/**
 * When it happened: the typed time on the wall of the home country, or now. @throws AppError invalid on `when` for a
 * time that never was or is still to come
 */
export function momentOf(when: string | null, zone: string, now: Date): Date {
  if (when === null) return now;
  const at = instantOnWall(when, zone);
  if (!at) throw new AppError("invalid", t("This time is not usable."), { when: t("Use a day and a time.") });
  if (at <= now) return at;
  const message = t("This time is in the future. For what is still to be done, use “Next act”.");
  throw new AppError("invalid", message, { when: message });
}

/**
 * Everybody on the case sees its deadlines, so a supervision note starts none. @throws AppError invalid on `nextOn`
 */
export function refuseOpenDeadline(visibility: Visibility, nextOn: CivilDate | null): void {
  if (visibility === "working" || nextOn === null) return;
  const message = t("Everybody on the case sees its deadlines. Write the day in a working note, or leave it empty.");
  throw new AppError("invalid", message, { nextOn: message });
}
