import { placeWords } from "@/lib/evidence/translations/rules";
import type { Block } from "@/lib/platform/pdf/blocks";
import type { SnapshotExhibit, SnapshotTranslation } from "../../snapshot/snapshot";
import { cells, table } from "../section";
import { formatDate, isolated, listed, sentence } from "../words";

/** The translations that are printed: their numbers count in what is printed. */
export const printedTranslations = ({ translations }: Pick<SnapshotExhibit, "translations">): SnapshotTranslation[] =>
  translations.filter(({ stale }) => !stale);

/** Who translated what, with which standing, once for each: for the head of the exhibit. Null where nothing is translated. */
export function translationText(exhibit: SnapshotExhibit): string | null {
  const all = printedTranslations(exhibit);
  if (all.length === 0) return null;
  const told = new Map<string, SnapshotTranslation[]>();
  for (const one of all) told.set(madeWords(one), [...(told.get(madeWords(one)) ?? []), one]);
  const each = [...told].map(([made, some]) =>
    told.size === 1 && some.length === all.length && all.length > 3
      ? sentence(made)
      : `${sentence(listed(some.map(placeWords)))}: ${made}`,
  );
  return each.join(". ");
}

/** `from isiZulu into English, by TR-1, a sworn translator (…), 12 May 2026; signed translation: E-09` */
function madeWords({ language, by, sworn, standing, on, signed }: SnapshotTranslation): string {
  const who = sworn ? "a sworn translator" : "who is not a sworn translator";
  const more = [
    `from ${language} into English, by ${by}, ${who}${standing ? ` (${isolated(standing)})` : ""}`,
    on ? formatDate(on) : "",
  ];
  return `${more.filter(Boolean).join(", ")}${signed ? `; the signed translation is exhibit ${signed}` : ""}`;
}

/** Words that stand in pictures beside their translation, after the pictures. */
export function pictureTranslations(exhibit: SnapshotExhibit): Block[] {
  const pages = printedTranslations(exhibit).filter(({ of }) => of === "page");
  if (pages.length === 0) return [];
  return [
    { b: "h3", title: `Exhibit ${exhibit.code}: words in the picture, and in English` },
    table(
      [
        [14, "Page"],
        [78, "Words as they stand"],
        [78, "In English"],
      ],
      pages.map(({ from, to, original, words }) =>
        cells(from === to ? `${from}` : `${from} to ${to}`, isolated(original), isolated(words)),
      ),
      true,
    ),
  ];
}
