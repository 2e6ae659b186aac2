import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq } from "drizzle-orm";
import { timestamps } from "@/db/schema";
import { findExhibit } from "@/lib/evidence/exhibits/access";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { trustedRoots } from "@/lib/platform/tsa/authorities";
import { checkToken, type Proven } from "@/lib/platform/tsa/check-token";
import { TokenRefused } from "@/lib/platform/tsa/problems";
import { lockStamp } from "./access";
import { NoteStamp } from "./input";
import { stampProblemSentences } from "./labels";

/**
 * Stores a token over the hash of an exhibit, after the same verification that it must always pass later. The recorded
 * values are read from the token itself. @throws AppError conflict if there is one; invalid if it fails verification
 */
export const noteStamp = command({
  needs: "job.run",
  input: NoteStamp,
  async run(ctx, { exhibitId, authority, token }) {
    const exhibit = await findExhibit(ctx, exhibitId);
    const { id, state, tries } = await lockStamp(ctx, exhibit, authority);
    if (state === "held") throw new AppError("conflict", t("A stamp of this authority is held already."));
    const proven = await check(token, exhibit.sha256);
    const change = { ...proven, state: "held", problem: null, tries: tries + 1, token: Buffer.from(token) } as const;
    await ctx.db
      .update(timestamps)
      .set({ ...change, heldAt: ctx.now, lastTriedAt: ctx.now })
      .where(and(eq(timestamps.orgId, ctx.orgId), eq(timestamps.id, id)));
    const detail = { authority, genTime: proven.genTime.toISOString(), serial: proven.serial };
    return {
      value: { id, ...proven },
      audit: { action: "exhibit.stamped", subjectId: exhibitId, caseId: exhibit.caseId, detail },
    };
  },
});

async function check(token: Uint8Array, sha256: string): Promise<Proven> {
  const trusted = await trustedRoots();
  try {
    return checkToken(token, { sha256, trusted });
  } catch (error) {
    if (!(error instanceof TokenRefused)) throw error;
    const message = stampProblemSentences[error.problem];
    throw new AppError("invalid", message, { token: message });
  }
}
