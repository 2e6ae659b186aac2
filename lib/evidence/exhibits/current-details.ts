import "server-only";
import { and, eq } from "drizzle-orm";
import { incidentExhibits } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import type { Vault } from "@/lib/kernel/access/vault";
import { wallTime } from "@/lib/platform/time/zone";
import type { ExhibitRow } from "./access";
import { openWords } from "./open-words";

/** The current values by form field name; times are local in their own zone. */
export async function currentDetails(ctx: TxCtx, vault: Vault, row: ExhibitRow) {
  const { platform, accountId, capturedAt, capturedZone, capturedBy, device, method, howObtained } = row;
  const { tool, timeSource, clockOffset, postId, visibility, sensitivity, language } = row;
  const links = await ctx.db
    .select({ id: incidentExhibits.incidentId })
    .from(incidentExhibits)
    .where(and(eq(incidentExhibits.orgId, ctx.orgId), eq(incidentExhibits.exhibitId, row.id)));
  const { description, words, sourceUrl, permalink } = openWords(vault, row.id, row);
  return {
    description,
    words,
    sourceUrl,
    permalink,
    platform,
    accountId,
    capturedZone,
    capturedBy,
    device,
    method,
    howObtained,
    tool,
    timeSource,
    clockOffset,
    postId,
    visibility,
    sensitivity,
    language,
    capturedAt: capturedAt && capturedZone ? wallTime(capturedAt, capturedZone) : null,
    incidentIds: links.map((link) => link.id),
  };
}
