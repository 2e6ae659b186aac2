import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq } from "drizzle-orm";
import { exhibits, translations } from "@/db/schema";
import { lockCase } from "@/lib/casework/cases/access";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { findExhibit } from "@/lib/evidence/exhibits/access";
import { command } from "@/lib/kernel/access/command";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { openVault } from "@/lib/kernel/access/vault";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { KeepTranslation } from "./input";
import { readTranslations } from "./read-translations";
import { mostTranslations, placeWords, translationPlace } from "./rules";

/** Records a translation of words of an exhibit. The original does not change. */
export const keepTranslation = command({
  needs: "case.write",
  input: KeepTranslation,
  async run(ctx, { exhibitId, from, to, of, reading, language, sworn, ...given }) {
    const { memberId } = ctx.actor;
    if (!memberId) throw new AppError("forbidden", t("Only a person enters a translation."));
    const { caseId } = await findExhibit(ctx, exhibitId);
    await lockCase(ctx, caseId);
    const exhibit = await findExhibit(ctx, exhibitId);
    if (to < from) throw refused("place", t("Give a number, or two such as 3 to 8."));
    if (given.signedIn) await requireOther(ctx, exhibit, given.signedIn);
    const vault = await openVault(ctx, exhibit.keyId);
    const standing = (await readTranslations(ctx, vault, caseId)).get(exhibitId) ?? [];
    const before = standing.find((other) => other.of === of && other.from <= to && from <= other.to);
    if (before && before.reading === reading)
      throw refused(
        "place",
        t("{place} has a translation already. Take that one back first.", { place: capital(placeWords(before)) }),
      );
    if (standing.length >= mostTranslations)
      throw refused("place", t("An exhibit has at most {mostTranslations} translations.", { mostTranslations }));
    const id = newId();
    const seal = (column: Parameters<typeof translationPlace>[1], text: string) =>
      vault.sealMaybe(translationPlace(id, column), text || null);
    await ctx.db.insert(translations).values({
      id,
      orgId: ctx.orgId,
      caseId,
      exhibitId,
      of,
      fromNo: from,
      toNo: to,
      reading,
      original: seal("original", given.original),
      words: seal("words", given.words),
      language,
      translator: seal("translator", given.translator),
      standing: seal("standing", given.standing),
      sworn,
      translatedOn: given.translatedOn || null,
      signedIn: given.signedIn || null,
      madeBy: memberId,
      madeAt: ctx.now,
    });
    await touchCase(ctx, caseId);
    const detail = { of, language, sworn };
    return { value: { id }, audit: { action: "exhibit.translated", subjectId: exhibitId, caseId, detail } };
  },
});

async function requireOther(ctx: TxCtx, { id, caseId }: { id: string; caseId: string }, signedIn: string) {
  const found = await ctx.db.$count(exhibits, and(eq(exhibits.caseId, caseId), eq(exhibits.id, signedIn)));
  if (found === 0 || signedIn === id)
    throw refused("signedIn", t("Choose another exhibit of this case: the signed translation."));
}

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

const refused = (field: "place" | "signedIn", message: string) =>
  new AppError("invalid", message, { [field]: message });
