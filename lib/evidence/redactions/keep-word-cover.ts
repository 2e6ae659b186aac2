import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq, inArray, isNotNull, or } from "drizzle-orm";
import { packets, wordCovers } from "@/db/schema";
import { lockCase } from "@/lib/casework/cases/access";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { noteCustody } from "@/lib/evidence/custody/note-custody";
import { findExhibit } from "@/lib/evidence/exhibits/access";
import { command } from "@/lib/kernel/access/command";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { openVault } from "@/lib/kernel/access/vault";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { denseOf, PhraseFinder } from "@/lib/platform/text/phrases";
import { KeepWordCover } from "./input";
import { readCovers } from "./read-covers";
import { coverPlace, mostCovers } from "./rules";
import type { WordCover } from "./types";

/** Records words that packets print covered, with what and why in the ledger. The original does not change. */
export const keepWordCover = command({
  needs: "case.write",
  input: KeepWordCover,
  async run(ctx, { exhibitId, words, kind, reason, place, reading }) {
    const { memberId } = ctx.actor;
    if (!memberId) throw new AppError("forbidden", t("Only a person covers words."));
    const { caseId } = await findExhibit(ctx, exhibitId);
    await lockCase(ctx, caseId);
    const exhibit = await findExhibit(ctx, exhibitId);
    const vault = await openVault(ctx, exhibit.keyId);
    const covers = await readCovers(ctx, vault, { caseId });
    const standing = covers.get(exhibitId) ?? [];
    const same = (wordCover: (typeof standing)[number]) => denseOf(wordCover.words) === denseOf(words);
    if (standing.some((wordCover) => same(wordCover) && (wordCover.place === null || wordCover.place === place)))
      throw refused("words", t("These words are covered there already."));
    refuseTold([...covers.values()].flat(), { words, reason });
    if (standing.length >= mostCovers)
      throw refused(
        "words",
        t("An exhibit has at most {mostCovers} covers. Leave the exhibit out, or take one back.", { mostCovers }),
      );
    const id = newId();
    await ctx.db.insert(wordCovers).values({
      id,
      orgId: ctx.orgId,
      caseId,
      exhibitId,
      words: vault.seal(coverPlace(id, "words"), words),
      kind,
      reason: vault.sealMaybe(coverPlace(id, "reason"), reason || null),
      place,
      reading,
      madeBy: memberId,
      madeAt: ctx.now,
    });
    await noteCustody(ctx, exhibit, {
      action: "redacted",
      purpose: "Words covered for packets; the original is unchanged",
      ...(reason ? { details: { purpose: reason }, vault } : {}),
    });
    await touchCase(ctx, caseId);
    const detail = { kind, everywhere: place === null };
    const value = { id, approvedBefore: await hasApproved(ctx, caseId) };
    return { value, audit: { action: "exhibit.words_covered", subjectId: exhibitId, caseId, detail } };
  },
});

/** A reason is printed, so no reason in a case may reveal what another cover of it hides. */
function refuseTold(standing: readonly WordCover[], { words, reason }: Pick<WordCover, "words"> & { reason: string }) {
  const given = new PhraseFinder(reason);
  if (standing.some((wordCover) => given.find(wordCover.words).length > 0))
    throw refused("reason", t("The reason is printed and holds words that are covered in this case. Take them out."));
  if (standing.some((wordCover) => new PhraseFinder(wordCover.reason ?? "").find(words).length > 0))
    throw refused("words", t("These words appear in the printed reason of another cover. Take that one back first."));
}

const refused = (field: "words" | "reason", message: string) => new AppError("invalid", message, { [field]: message });

/**
 * Whether a version of the case was approved and not withdrawn: it keeps showing what it shows. The caller must be
 * allowed to see the case.
 */
async function hasApproved({ db, orgId }: TxCtx, caseId: string): Promise<boolean> {
  const built = inArray(packets.status, ["approved", "handed_over"]);
  const inBuilding = and(eq(packets.status, "building"), isNotNull(packets.decidedBy));
  return (
    (await db.$count(packets, and(eq(packets.orgId, orgId), eq(packets.caseId, caseId), or(built, inBuilding)))) > 0
  );
}
