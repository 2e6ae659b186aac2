import "server-only";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { noteBreak } from "./note-break";
import { noteNight } from "./note-night";
import { nightOf, nights } from "./rules";
import type { Report } from "./types";
import { verifyOrganisation } from "./verify-organisation";

/**
 * The nightly job: a thirtieth of the exhibits, so that every one is reread within thirty days. A success leaves no
 * ledger line; a failure is recorded at once.
 */
export async function checkNight(ctx: Ctx): Promise<Report> {
  const report = await verifyOrganisation(ctx, {
    sample: { parts: nights, part: nightOf(ctx.now) },
    onBreak: async ({ exhibitId, kind }) => {
      await noteBreak(ctx, { exhibitId, kind });
    },
  });
  const { originals, derivatives, lines, tokens } = report.counts;
  const broken = Object.values(report.broken).reduce((sum, { count }) => sum + count, 0);
  await noteNight(ctx, { originals, derivatives, lines, tokens, broken });
  return report;
}
