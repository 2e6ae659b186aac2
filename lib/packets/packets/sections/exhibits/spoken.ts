import { inaudible } from "@/lib/evidence/transcripts/rules";
import type { Block } from "@/lib/platform/pdf/blocks";
import { mono } from "@/lib/platform/pdf/rich-text";
import type { SnapshotExhibit } from "../../snapshot/snapshot";
import { cells, table } from "../section";
import { countOf, grouped, isolated, listed, utc } from "../words";

type Spoken = NonNullable<SnapshotExhibit["spoken"]>;

/** For the head of an exhibit: that there is a transcript, and by whom. */
export const spokenText = ({ by, at, lines }: Spoken): string =>
  `by hand, by ${by}, ${utc(at)}: ${countOf(lines.length, "line")}; the recording is the evidence`;

/** What is said in a recording as a person wrote it down, with the place of each line and what it means. */
export function spokenBlocks({ code, spoken }: SnapshotExhibit): Block[] {
  if (!spoken) return [];
  const { lines } = spoken;
  const beside = lines.some(({ english }) => english !== null);
  return [
    { b: "h3", title: `Exhibit ${code}: words spoken in the recording` },
    {
      b: "note",
      text: [madeText(spoken), beside ? englishText(spoken) : "", coveredText(spoken)].filter(Boolean).join(" "),
    },
    { b: "note", text: ["Transcribed from the file with SHA-256 ", mono(grouped(spoken.sha256)), "."] },
    table(
      beside
        ? [
            [18, "From start"],
            [30, "Speaker"],
            [61, "Words as heard"],
            [61, "In English"],
          ]
        : [
            [18, "From start"],
            [34, "Speaker"],
            [118, "Words as heard"],
          ],
      lines.map(({ at, speaker, words, english }) => {
        const meaning = english === null ? "not translated" : isolated(english);
        return cells([mono(at)], isolated(speaker), isolated(words), ...(beside ? [meaning] : []));
      }),
      true,
    ),
  ];
}

function madeText({ by, at, version, language }: Spoken): string {
  return `Written down by hand by ${by} on ${utc(at)}, version ${version}, by listening; no machine took part. Spoken: ${language}. Times are minutes and seconds from the start of the recording. ${inaudible} stands where the words could not be made out.`;
}

const englishText = ({ by }: Spoken): string => `The English is by ${by} too, and is not a sworn translation.`;

const coveredText = ({ covered }: Spoken): string =>
  covered.length === 0
    ? ""
    : `Covered with words in square brackets, since it says who or where the client is: ${listed(covered)}. The recording itself is as it was received, and is sealed.`;
