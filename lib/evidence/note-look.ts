import "server-only";
import { and, eq } from "drizzle-orm";
import { exhibits } from "@/db/schema";
import { command } from "@/lib/access/command";
import { noteCustody } from "@/lib/custody/scope";
import { AppError } from "@/lib/platform/errors";
import { NoteLook } from "./input";
import { findExhibit } from "./scope";

/** Keeps what the sandbox found, and that the stored bytes still have their hash. @throws AppError conflict if not */
export const noteLook = command({
  needs: "job.run",
  input: NoteLook,
  async run(ctx, { exhibitId, look, sha256 }) {
    const exhibit = await findExhibit(ctx, exhibitId);
    if (sha256 !== exhibit.sha256) throw new AppError("conflict", "The stored bytes are not those that arrived.");
    await ctx.db
      .update(exhibits)
      .set({ look, lookedAt: ctx.now })
      .where(and(eq(exhibits.orgId, ctx.orgId), eq(exhibits.id, exhibitId)));
    await noteCustody(ctx, exhibit, { action: "hashed", purpose: "Stored bytes read back: the hash is the same" });
    const { kind, problem } = look;
    return {
      value: { kind, problem },
      audit: {
        action: "exhibit.looked_into",
        subjectId: exhibitId,
        caseId: exhibit.caseId,
        detail: { kind, problem },
      },
    };
  },
});
