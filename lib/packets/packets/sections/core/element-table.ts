import type { Block, Row } from "@/lib/platform/pdf/blocks";
import { type Inline, newLine, type Rich, strong } from "@/lib/platform/pdf/rich-text";
import type { PacketSnapshot, SnapshotLaw } from "../../snapshot/snapshot";
import { inEnglish } from "../facts";
import { label } from "../pair-words";
import { cells, table } from "../section";
import { at, isolated, listed, spanText, stop, within } from "../words";

type LawRow = SnapshotLaw["rows"][number];
type Fact = LawRow["facts"][number];

/** So many facts of a row are quoted; the others are named by their codes. */
const mostQuoted = 8;

/** One row for each element, both countries beside each other, with the words that show it and what is missing. */
export function elementTable(snapshot: PacketSnapshot, { rows }: SnapshotLaw): Block {
  const columns = [
    [33, label(snapshot, "homeElement")],
    [33, label(snapshot, "otherElement")],
    [56, "Fact, in the words used"],
    [20, "Exhibit"],
    [28, "Gap, and who closes it"],
  ] as const;
  const said = new Map<string, string>();
  const printed = snapshot.pairs.flatMap((pair): Row[] => [
    {
      band: `${pair.code}   ${pair.home.provision} (${within(pair.home.maximum)}) and ${pair.other.provision} (${within(pair.other.maximum)}${pair.other.yearsVerified ? "" : ", not verified"})`,
    },
    ...rows.filter((row) => row.pair === pair.code).map((row) => rowOf(snapshot, row, said)),
  ]);
  return table(columns, printed);
}

function rowOf(snapshot: PacketSnapshot, row: LawRow, said: Map<string, string>): Row {
  const { home, there, facts, gap } = row;
  return cells(
    home?.text ?? "No such element: this law does not ask it",
    there?.text ?? "No such element: that law does not ask it",
    factCell(snapshot, row, said),
    exhibitCell(facts),
    gap ? `${stop(gap.text)} Closed by: ${gap.closes}.` : "\u2013",
  );
}

/** Facts that stand already in an earlier pairing are named there, and not said again. */
function factCell(snapshot: PacketSnapshot, { pair, facts, declined, note }: LawRow, said: Map<string, string>): Rich {
  const key = JSON.stringify(facts);
  const before = facts.length > 2 ? said.get(key) : undefined;
  if (facts.length > 0 && !said.has(key)) said.set(key, pair);
  const lines: Inline[][] =
    before && before !== pair
      ? [[`The same facts as for ${before} above.`]]
      : facts.slice(0, mostQuoted).map((fact) => factLine(snapshot, fact));
  const more = before && before !== pair ? [] : facts.slice(mostQuoted).flatMap(({ incident }) => incident ?? []);
  const all = [
    ...lines,
    ...(more.length > 0 ? [[`And ${spanText(more)}.`]] : []),
    ...(note ? [[stop(note)]] : []),
    ...declined.map(({ incident, why }): Inline[] => [`Not relied on here: ${incident}. ${stop(why)}`]),
  ];
  if (all.length === 0) return "None on record.";
  return all.flatMap((line, i): Inline[] => (i === 0 ? line : [newLine, ...line]));
}

function factLine(snapshot: PacketSnapshot, fact: Fact): Inline[] {
  const who = fact.by === "client" ? "the client" : fact.account;
  const when = fact.at && at(fact.at, snapshot.zones.home);
  const head = [who, when].filter(Boolean).join(", ");
  const said = fact.words ? `\u201C${isolated(fact.words)}\u201D${inEnglish(fact.english)}` : (fact.what ?? "");
  const code = fact.incident ? [strong(fact.incident), head ? " " : ""] : [];
  return [...code, head, head || fact.incident ? ": " : "", said];
}

/** Paragraphs of the statement first, then the exhibits with their messages. */
function exhibitCell(facts: readonly Fact[]): string {
  const stated = facts.flatMap(({ statement }) => statement ?? []);
  const shown = new Map<string, number[]>();
  for (const { exhibit, message } of facts) {
    if (exhibit) shown.set(exhibit, [...(shown.get(exhibit) ?? []), ...(message === null ? [] : [message])]);
  }
  const places = [...shown].map(([exhibit, messages]) => {
    const numbers = [...new Set(messages)].map(String);
    return numbers.length > 0 ? `${exhibit}, message${numbers.length > 1 ? "s" : ""} ${listed(numbers)}` : exhibit;
  });
  return [...new Set([...stated, ...places])].join("; ") || "none";
}
