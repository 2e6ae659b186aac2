import type { PacketLaw } from "@/lib/law/jurisdictions/packet-word-types";
import type { Block } from "@/lib/platform/pdf/blocks";
import { cells, scheduleHead, table } from "../section";
import { para } from "../source-column";
import { formatDate, listed, sentence } from "../words";

/**
 * The law that the paragraphs cite, with where it was read. How well each was read is said here in words and nowhere
 * else in what is served; the marks themselves are in the sender's copy and the manifest.
 */
export function lawRelied(laws: readonly PacketLaw[]): Block[] {
  if (laws.length === 0)
    return [...scheduleHead("law"), para("No law source of this pair was read, so none is listed.", ["product rule"])];
  const unsure = laws.filter(({ marks }) => marks.some(({ mark }) => mark === "G" || mark === "C"));
  const warning =
    unsure.length > 0
      ? `${listed(unsure.map(({ no }) => no))} ${unsure.length === 1 ? "was" : "were"} not read in an official text of this day: a lawyer confirms ${unsure.length === 1 ? "it" : "them"} before use.`
      : "";
  return [
    ...scheduleHead("law"),
    para([`Sources as read; the last column says how and when.`, warning].filter(Boolean).join(" "), ["product rule"]),
    table(
      [
        [12, "No."],
        [86, "What it says"],
        [40, "Where it was read"],
        [32, "How, and when"],
      ] as const,
      laws.map((law) => cells(law.no, law.statement, law.source, howRead(law))),
    ),
  ];
}

const readings: Readonly<Record<string, string>> = {
  V: "primary text",
  V2: "secondary text",
  S: "reporting guide",
  G: "not read: general knowledge",
  C: "confirm before use",
};

/** `Secondary text; confirm before use. Read 24 Nov 2026.` */
export function howRead({ marks, checkedOn }: PacketLaw): string {
  const said = marks.flatMap(({ mark, note }) => {
    const words = readings[mark];
    return words ? [note ? `${words} (${note})` : words] : [];
  });
  return `${sentence(said.join("; "))}. Checked ${formatDate(checkedOn)}.`;
}
