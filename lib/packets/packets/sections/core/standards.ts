import { type PacketStandard, standardRows } from "@/lib/law/jurisdictions/packet-word-types";
import type { Block, Row } from "@/lib/platform/pdf/blocks";
import { type Inline, newLine, type Rich, strong } from "@/lib/platform/pdf/rich-text";
import { factsOf } from "../../facts/compute-facts";
import type { PacketSnapshot } from "../../snapshot/snapshot";
import { acts, codes, tagged } from "../facts";
import { label, pairWordsOf, sentenceOf, sourcesBeside, wordingPara } from "../pair-words";
import { cells, subheading, table } from "../section";
import { askedOf, classesAsked, itemNumbers } from "../shared/asked";
import { codeList, para } from "../source-column";
import { listed, sentence, spans, within } from "../words";
import { standardFacts } from "./standard-facts";

/** For each possible request to a foreign authority or provider, the standard and the facts. */
export function standardsBlocks(snapshot: PacketSnapshot): Block[] {
  const asked = standardsTable(snapshot);
  return [
    subheading("3.3", asked.length > 0 ? label(snapshot, "standardsTitle") : "What the request rests on"),
    ...asked,
    gate(snapshot),
    ...wordingPara(snapshot, "standardsAfter"),
  ];
}

/** Only what is asked for: a standard of what is not asked is nobody's question. */
function standardsTable(snapshot: PacketSnapshot): Block[] {
  const rows = rowsOf(snapshot).filter(({ row }) => isAsked(snapshot, row));
  if (rows.length === 0) return [];
  return [
    ...opening(snapshot),
    table(
      [
        [45, label(snapshot, "standardsHead")],
        [71, "Facts that meet it"],
        [24, "Acts, exhibits"],
        [30, "Gap"],
      ] as const,
      rows.flatMap((row) => standardRowsOf(snapshot, row)),
    ),
  ];
}

/**
 * Records of a provider are preserved before they are asked for; an emergency is asked when a person found one. Where
 * no item is drafted, the prosecutor needs the standard of each.
 */
function isAsked(snapshot: PacketSnapshot, row: PacketStandard["row"]): boolean {
  if (askedOf(snapshot).length === 0) return true;
  const classes = classesAsked(snapshot);
  if (row === "emergency") return snapshot.case.danger?.answer === "imminent" && classes.size > 0;
  return row === "preservation" ? classes.size > 0 : classes.has(row);
}

/** The rows of the pair, in their order; one that is not worded says that the standard was not read. */
function rowsOf(snapshot: PacketSnapshot): PacketStandard[] {
  const known = pairWordsOf(snapshot).standards;
  return standardRows.map(
    (row) =>
      known.find((standard) => standard.row === row) ?? {
        row,
        band: sentence(row),
        law: [],
        text: label(snapshot, "standardNotRead"),
      },
  );
}

function opening(snapshot: PacketSnapshot): Block[] {
  const over = snapshot.pairs.filter((pair) => (pair.other.maxYears ?? 0) > 1);
  const named = [...new Map(over.map((pair) => [pair.other.provision, pair.other])).values()];
  const list = named.map(
    (penalty) =>
      `${penalty.provision}, ${within(penalty.maximum)}${penalty.yearsVerified ? "" : " (years not verified)"}`,
  );
  const which =
    list.length > 0
      ? sentenceOf(snapshot, "standardsOver", { offences: list.join("; ") })
      : sentenceOf(snapshot, "standardsNoneOver");
  const laws = [...new Set(named.map((penalty) => penalty.law))];
  return wordingPara(snapshot, "standardsOpening", { fills: { offences: which?.text ?? "" }, codes: laws });
}

function standardRowsOf(snapshot: PacketSnapshot, row: PacketStandard): Row[] {
  const numbers = itemNumbers(askedOf(snapshot).filter((ask) => ask.class === row.row));
  const band: Rich = numbers ? `${row.band}   ${numbers}` : row.band;
  const standard: Rich = [row.text, newLine, ...codeList(row.law, " ")];
  const made = standardFacts(snapshot, row.row);
  const note = snapshot.request.standards.find((standard) => standard.row === row.row);
  const facts = note && note.facts.length > 0 ? note.facts.map((text): Rich => text) : made.facts;
  return [
    { band },
    cells(
      standard,
      facts.flatMap((fact, i): Inline[] => [
        ...(i > 0 ? [newLine] : []),
        ...(typeof fact === "string" ? [fact] : fact),
      ]),
      spans(note && note.shownBy.length > 0 ? note.shownBy : made.shownBy).join("; ") || "none",
      note?.gap ?? made.gap,
    ),
  ];
}

function gate(snapshot: PacketSnapshot): Block {
  const threats = tagged(snapshot, "violence", "intimate_image", "gain");
  const kinds = [
    ...(tagged(snapshot, "violence").length > 0 ? ["threats of violence"] : []),
    ...(factsOf(snapshot).knowledge.length > 0 ? ["repetition after a clear stop"] : []),
    ...(tagged(snapshot, "intimate_image").length > 0 ? ["a threat to publish an intimate image"] : []),
  ];
  const insult = acts(snapshot).filter(
    (incident) => incident.tags.length > 0 && incident.tags.every((tag) => tag === "insult"),
  );
  const rests =
    kinds.length > 0 ? sentenceOf(snapshot, "gateRests", { kinds: listed(kinds) }) : sentenceOf(snapshot, "gateOpen");
  const left =
    insult.length > 0
      ? ` ${listed(spans(codes(insult)))} ${insult.length === 1 ? "holds" : "hold"} insult only and ${insult.length === 1 ? "is" : "are"} not used for it.`
      : "";
  return para(
    [strong(`${label(snapshot, "gateLead")} `), rests?.text ?? "", left],
    sourcesBeside(spans(codes(threats)), rests?.sources ?? []),
  );
}
