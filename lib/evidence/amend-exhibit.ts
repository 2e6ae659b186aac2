import "server-only";
import { and, eq } from "drizzle-orm";
import { exhibits } from "@/db/schema";
import { command } from "@/lib/access/command";
import { openVault } from "@/lib/access/vault";
import { lockCase, touchCase } from "@/lib/cases/scope";
import { AmendExhibit } from "./input";
import { clearDetails, findExhibit, keepTies, openWords, requireOfCase, sealWords } from "./scope";

/** Changes what is said about an exhibit. The original, its hash and its label stay as they are. */
export const amendExhibit = command({
  needs: "case.write",
  input: AmendExhibit,
  async run(ctx, { exhibitId, ...details }) {
    const { caseId } = await findExhibit(ctx, exhibitId);
    const { keyId } = await lockCase(ctx, caseId);
    const before = await findExhibit(ctx, exhibitId);
    await requireOfCase(ctx, caseId, details);
    const vault = await openVault(ctx, keyId);
    const clear = clearDetails(details);
    const { description, words = null, sourceUrl = null, permalink = null } = details;
    const said = openWords(vault, exhibitId, before);
    const fields = changed({ ...before, ...said }, { ...clear, description, words, sourceUrl, permalink });
    await ctx.db
      .update(exhibits)
      .set({ ...clear, ...sealWords(vault, exhibitId, details) })
      .where(and(eq(exhibits.orgId, ctx.orgId), eq(exhibits.id, exhibitId)));
    await keepTies(ctx, before, details.incidentIds);
    await touchCase(ctx, caseId);
    return {
      value: { id: exhibitId },
      audit: { action: "exhibit.amended", subjectId: exhibitId, caseId, detail: { fields } },
    };
  },
});

/** The names of what is different, for the log; never the values. */
function changed(before: Record<string, unknown>, after: Record<string, unknown>): string[] {
  const text = (value: unknown) => (value instanceof Date ? value.toISOString() : (value ?? null));
  return Object.keys(after).filter((key) => text(before[key]) !== text(after[key]));
}
