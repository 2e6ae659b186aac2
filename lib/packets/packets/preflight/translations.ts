import { marksIn, placeWords } from "@/lib/evidence/translations/rules";
import { t } from "@/lib/platform/language/translate";
import type { PacketSnapshot, SnapshotExhibit, SnapshotTranslation } from "../snapshot/snapshot";

/**
 * Translations that cannot stand beside their original: entered for an earlier reading, or saying what is covered there.
 * A covered word cannot be looked for in another language, so each mark of the original must have one in the translation.
 */
export function translationFaults({ exhibits }: PacketSnapshot): string[] {
  return exhibits.flatMap((exhibit) =>
    exhibit.translations.flatMap((translation) => {
      const fault = faultOf(exhibit, translation);
      return fault ? [`${exhibit.code}, ${placeWords(translation)}: ${fault}`] : [];
    }),
  );
}

function faultOf(exhibit: SnapshotExhibit, translation: SnapshotTranslation): string | null {
  const { stale, words, original, underMask, sworn, signed } = translation;
  if (stale) return t("the translation was entered for an earlier reading of the file; enter it again");
  const covered = Math.max(
    marksIn(original),
    marksInRows(exhibit, translation),
    isMasked(exhibit, translation) ? 1 : 0,
  );
  const answered = marksIn(words);
  if (answered < covered)
    return t(
      "passages covered in the original: {covered}, in the translation: {answered}; write [covered] where one is",
      { covered, answered },
    );
  if (underMask > 0 || (isMasked(exhibit, translation) && marksIn(original) === 0))
    return t("the page is masked, and the words typed from it say what lies under the mask or do not mark it");
  if (sworn && !signed) return t("a sworn translation is printed, and the signed one does not travel with it");
  return null;
}

/** As the words are printed: a cover may have been added since the translation was entered. */
function marksInRows({ transcript }: SnapshotExhibit, { of, from, to }: SnapshotTranslation): number {
  if (!transcript || of === "page") return 0;
  const rows = transcript.rows.filter(({ no }) => from <= no && no <= to);
  return rows.reduce((sum, row) => sum + marksIn(row.words), 0);
}

/** A page of which a masked copy is served. */
function isMasked({ files }: SnapshotExhibit, { of, from, to }: SnapshotTranslation): boolean {
  if (of !== "page") return false;
  const pages = files.flatMap(({ kind, name }) =>
    kind === "masked copy" ? [Number(/-page-(\d+)-masked/.exec(name)?.[1] ?? from)] : [],
  );
  return pages.some((page) => from <= page && page <= to);
}
