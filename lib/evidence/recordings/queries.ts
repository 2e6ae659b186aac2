import "server-only";
import { members } from "@/db/schema";
import { listDerivatives } from "@/lib/evidence/derivatives/queries";
import { query } from "@/lib/kernel/access/query";
import { t } from "@/lib/platform/language/translate";
import { playedLately } from "./played-lately";
import { timeCode } from "./rules";
import type { StillView } from "./types";

/** Whether this person may play it now without asking again, and the stills that were taken. @throws AppError not_found */
export const readPlaying = query(
  "case.read",
  async (ctx, exhibitId: string): Promise<{ open: boolean; stills: StillView[] }> => {
    const made = await listDerivatives(ctx, exhibitId);
    const people = await ctx.db.select({ id: members.id, name: members.name }).from(members);
    const nameOf = (id: string | null) => people.find((person) => person.id === id)?.name ?? t("A former colleague");
    const stills = made
      .filter(({ kind }) => kind === "still")
      .map(({ id, version, atMs, sha256, size, tool, madeAt, madeBy }): StillView => {
        const at = timeCode(atMs ?? 0);
        return { id, number: version, at, sha256, size, tool, madeAt, madeBy: nameOf(madeBy) };
      });
    return { open: await playedLately(ctx, exhibitId), stills };
  },
);
