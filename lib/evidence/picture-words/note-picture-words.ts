import "server-only";
import { and, eq } from "drizzle-orm";
import { derivatives, searchTokens } from "@/db/schema";
import { lockAnyCase } from "@/lib/casework/cases/access";
import { refuseWhileStopped } from "@/lib/casework/minors-stop/access";
import { noteCustody } from "@/lib/evidence/custody/note-custody";
import { keepDerivative } from "@/lib/evidence/derivatives/access";
import { findExhibit } from "@/lib/evidence/exhibits/access";
import { command } from "@/lib/kernel/access/command";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { openTokens } from "@/lib/kernel/access/search-tokens";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { NotePictureWords } from "./input";

/**
 * Records what a machine read in pictures of an exhibit, and by which words it is found. The words themselves are in
 * sealed files; what finds them are keyed tokens. @throws AppError conflict if the bytes changed, if one of the pictures
 * was read meanwhile, or under a stop
 */
export const notePictureWords = command({
  needs: "job.run",
  input: NotePictureWords,
  async run(ctx, { exhibitId, sha256, made, unread, words }) {
    const { caseId } = await findExhibit(ctx, exhibitId);
    await lockAnyCase(ctx, caseId);
    await refuseWhileStopped(ctx, caseId);
    const exhibit = await findExhibit(ctx, exhibitId);
    if (sha256 !== exhibit.sha256) throw new AppError("conflict", t("The stored bytes are not those that arrived."));
    for (const { page, version } of made) await refuseRead(ctx, exhibitId, page, version);
    const ids: string[] = [];
    for (const file of made) ids.push(await keepDerivative(ctx, exhibit, { ...file, kind: "ocr" }));
    const [only] = ids.length === 1 ? ids : [];
    await noteCustody(ctx, exhibit, {
      action: "hashed",
      purpose: "Words in its pictures read by machine; the hash is the same",
      verified: true,
      ...(only && made[0] ? { derivativeId: only, sha256After: made[0].sha256 } : {}),
    });
    await indexWords(ctx, exhibitId, words);
    const detail = { read: made.length - unread, unread, words: words.length };
    return {
      value: { kept: ids.length },
      audit: { action: "exhibit.pictures_read", subjectId: exhibitId, caseId, detail },
    };
  },
});

async function refuseRead(ctx: TxCtx, exhibitId: string, page: number, version: number): Promise<void> {
  const d = derivatives;
  const same = and(eq(d.exhibitId, exhibitId), eq(d.kind, "ocr"), eq(d.page, page), eq(d.version, version));
  if ((await ctx.db.$count(derivatives, same)) === 0) return;
  throw new AppError("conflict", t("This picture was read meanwhile."));
}

async function indexWords(ctx: TxCtx, exhibitId: string, words: readonly string[]): Promise<void> {
  if (words.length === 0) return;
  const tokens = await openTokens(ctx);
  const about = {
    orgId: ctx.orgId,
    ownerKind: "exhibit",
    ownerId: exhibitId,
    field: "picture_word",
    match: "exact",
  } as const;
  const rows = words.map((word) => ({ ...about, token: tokens.exact("picture_word", word) }));
  await ctx.db.insert(searchTokens).values(rows).onConflictDoNothing();
}
