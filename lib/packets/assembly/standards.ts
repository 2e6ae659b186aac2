import { lawSource } from "@/lib/packets/law-sources";
import type { PacketSnapshot } from "@/lib/packets/snapshot";
import type { Block, Row } from "@/lib/platform/pdf/blocks";
import { type Inline, newLine, type Rich, strong } from "@/lib/platform/pdf/rich-text";
import { acts, codes, tagged } from "./facts";
import { cells, heading, type Section, table } from "./section";
import { marksOf, para, sourcesOf } from "./source-column";
import { standardFacts } from "./standard-facts";
import { listed, spans, spanText } from "./words";

const rows = [
  {
    row: "subscriber",
    name: "Subscriber",
    law: ["L17"],
    standard: "Subpoena; relevance to an official investigation.",
  },
  {
    row: "traffic",
    name: "Traffic (logs)",
    law: ["L18"],
    standard:
      "Order under 2703(d): specific and articulable facts; relevant and material to an ongoing criminal investigation.",
  },
  {
    row: "content",
    name: "Content",
    law: ["L19", "L20"],
    standard: "Search warrant; probable cause. On a foreign request only for conduct punishable by more than one year.",
  },
  {
    row: "preservation",
    name: "Preservation",
    law: ["L21"],
    standard: "Letter from a governmental entity; no threshold; 90 days, 90 more on a renewed request. Police only.",
  },
  {
    row: "emergency",
    name: "Emergency disclosure",
    law: ["L22"],
    standard:
      "Voluntary by the provider on a good-faith belief of danger of death or serious physical injury, without delay. Police only.",
  },
] as const;

/** Section 3: for each thing that a US authority or a provider may be asked for, the standard and the facts. */
export const standards: Section = {
  id: "standards",
  build: ({ snapshot }) => [
    ...heading("3", "The US standard per data class", "standards", "US standard per data class"),
    opening(snapshot),
    table(
      [
        [41, "US standard"],
        [75, "Facts that meet it"],
        [24, "Incidents, exhibits"],
        [30, "Gap"],
      ] as const,
      rows.flatMap((row) => standardRows(snapshot, row)),
    ),
    gate(snapshot),
    para(
      "A provider may give non-content records directly to foreign police, but need not. No CLOUD Act agreement is known.",
      ["L23", "L30"],
    ),
  ],
};

function opening(snapshot: PacketSnapshot): Block {
  const over = snapshot.pairs.filter((pair) => (pair.other.maxYears ?? 0) > 1);
  const named = [...new Map(over.map((pair) => [pair.other.provision, pair.other])).values()];
  const list = named.map(
    (one) => `${one.provision}, ${one.maximum}${one.yearsVerified ? "" : " (years not verified)"}`,
  );
  const which =
    list.length > 0
      ? `Offences with more than one year: ${list.join("; ")}.`
      : "No US offence with more than one year is paired in this version, so content should not be asked for on it.";
  const text = `Five rows, one for each thing a US authority or provider may be asked for. The last column says what is missing. ${which}`;
  return para(text, sourcesOf([...new Set(named.map((one) => one.law)), "L20"]));
}

function standardRows(snapshot: PacketSnapshot, row: (typeof rows)[number]): Row[] {
  const items = snapshot.request.items.filter((item) => item.dataClass === row.row);
  const band: Rich = items.length > 0 ? `${row.name}   ${spanText(codes(items))}` : row.name;
  const standard: Rich = [row.standard, ...row.law.flatMap((id): Inline[] => [newLine, id, ...marksOf(lawSource(id))])];
  const made = standardFacts(snapshot, row.row);
  const note = snapshot.request.standards.find((one) => one.row === row.row);
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
    ...(snapshot.events.some((event) => event.knowledge) ? ["repetition after a clear stop"] : []),
    ...(tagged(snapshot, "intimate_image").length > 0 ? ["a threat to publish an intimate image"] : []),
  ];
  const insult = acts(snapshot).filter(
    (incident) => incident.tags.length > 0 && incident.tags.every((tag) => tag === "insult"),
  );
  const rests =
    kinds.length > 0
      ? `The request rests on ${listed(kinds)}. It does not rest on insult or opinion.`
      : "No incident is marked as a threat of violence, so the gate is not shown to be met. The prosecutor should weigh this before asking for content.";
  const left =
    insult.length > 0
      ? ` ${listed(spans(codes(insult)))} ${insult.length === 1 ? "holds" : "hold"} insult only and ${insult.length === 1 ? "is" : "are"} not used for it.`
      : "";
  return para([strong("First Amendment gate. "), rests, left], sourcesOf([...spans(codes(threats)), "L16", "L31"]));
}
