import type { Block, Row } from "@/lib/platform/pdf/blocks";
import { type Rich, strong } from "@/lib/platform/pdf/rich-text";
import type { PacketSnapshot } from "../../snapshot/snapshot";
import { accountOf, acts, codes, docketText, verbOf, wordsOf } from "../facts";
import { label } from "../pair-words";
import { cells, type Section, subheading, table } from "../section";
import { actsFigure } from "../shared/acts-figure";
import { person } from "../shared/custody-words";
import { wordsOfPair } from "../short/words";
import { para, sourcesOf } from "../source-column";
import { dayOf, onWall, sentence, spans, spanText } from "../words";
import { filed } from "./papers";

/** `order`: of what happened on one day, acts come before what was made of them. */
type Entry = { at: string; day: boolean; order: number; code: string; what: Rich; filed: string[] };

/** Section 3: acts, events, documents and numbers in order of time, with what shows each. */
export const diary: Section = {
  id: "diary",
  build: ({ snapshot }) => {
    const title = wordsOfPair(snapshot).docket.diary;
    return [
      { b: "section", short: "Chronology" },
      subheading("3", title ?? "Chronology"),
      opening(snapshot),
      ...actsFigure(snapshot),
      ...diaryTable(snapshot),
    ];
  },
};

function opening(snapshot: PacketSnapshot): Block {
  const text = `Times are those of ${label(snapshot, "inHome")}. The last column names what shows each act; every other paper, number and exhibit is listed once, at the entry to which it belongs. An entry without one is taken from the organisation’s case record.`;
  return para(text, sourcesOf([...spans(codes(acts(snapshot))), ...spans(codes(snapshot.exhibits))], "case record"));
}

/** Each exhibit appears at every act that it shows, or else at the first entry or its own capture. */
export function diaryEntries(snapshot: PacketSnapshot): Entry[] {
  const entries = [
    ...actEntries(snapshot),
    ...eventEntries(snapshot),
    ...paperEntries(snapshot),
    ...numberEntries(snapshot),
  ].sort(byTime);
  // An act names all that shows it, also what shows another; whatever is left stands once.
  const named = new Set(snapshot.incidents.flatMap((incident) => incident.exhibits));
  for (const entry of entries.filter((candidate) => candidate.order > 0)) {
    entry.filed = entry.filed.filter((code) => !named.has(code));
    for (const code of entry.filed) named.add(code);
  }
  const rest = snapshot.exhibits.filter((exhibit) => !named.has(exhibit.code));
  return [...entries, ...rest.map((exhibit) => exhibitEntry(snapshot, exhibit))].sort(byTime);
}

const byTime = (a: Entry, b: Entry) =>
  a.at.slice(0, 10).localeCompare(b.at.slice(0, 10)) ||
  a.at.localeCompare(b.at) ||
  a.order - b.order ||
  a.code.localeCompare(b.code, "en");

function actEntries(snapshot: PacketSnapshot): Entry[] {
  return acts(snapshot).map((incident) => {
    const account = accountOf(snapshot, incident.account);
    const who: Rich = account ? [strong(account.code), `, ${account.platform}`] : ["account not identified"];
    const what: Rich = [
      ...who,
      incident.words ? `, ${verbOf(incident)}: ${wordsOf(incident)}` : `: ${wordsOf(incident)}`,
    ];
    return {
      at: incident.at,
      day: !incident.exact,
      order: 0,
      code: incident.code,
      what,
      filed: [...incident.exhibits, ...incident.statements],
    };
  });
}

function eventEntries(snapshot: PacketSnapshot): Entry[] {
  const exhibits = new Set(codes(snapshot.exhibits));
  return snapshot.events.map((event) => ({
    at: event.at,
    day: false,
    order: 1,
    code: event.code,
    what: sentence(event.what),
    filed: event.sources.filter((code) => exhibits.has(code)),
  }));
}

function paperEntries({ papers }: PacketSnapshot): Entry[] {
  return filed(papers).flatMap((paper): Entry[] => {
    const on = paper.swornOn ?? paper.finalOn;
    if (!on) return [];
    const what = `${paper.title}, version ${paper.version}: ${paper.swornOn ? "sworn" : "final"}`;
    return [
      {
        at: `${on}T00:00:00Z`,
        day: true,
        order: 2,
        code: "",
        what,
        filed: [paper.code, ...(paper.exhibit ? [paper.exhibit] : [])],
      },
    ];
  });
}

function numberEntries({ references }: PacketSnapshot): Entry[] {
  return references.flatMap((reference): Entry[] => {
    if (reference.state !== "issued" || !reference.issuedOn) return [];
    const what = `${reference.label}: ${docketText(reference)}${reference.issuer ? `, ${reference.issuer}` : ""}`;
    return [{ at: `${reference.issuedOn}T00:00:00Z`, day: true, order: 3, code: "", what, filed: [reference.code] }];
  });
}

function exhibitEntry(snapshot: PacketSnapshot, exhibit: PacketSnapshot["exhibits"][number]): Entry {
  const at = exhibit.capturedAt ?? exhibit.custody[0]?.at ?? snapshot.packet.builtAt;
  const what = `${exhibit.title}: ${exhibit.capturedAt ? "captured" : "received"}${exhibit.collector ? ` by ${person(exhibit.collector)}` : ""}`;
  return { at, day: false, order: 4, code: "", what, filed: [exhibit.code] };
}

function diaryTable(snapshot: PacketSnapshot): Block[] {
  const entries = diaryEntries(snapshot);
  if (entries.length === 0) return [para("Nothing is recorded for the chronology.", ["case record"])];
  const { home } = snapshot.zones;
  const rows = entries.map((entry, i): Row => {
    const when = entry.day ? dayOf(entry.at, entry.order === 0 ? home : "UTC") : onWall(entry.at, home);
    return cells(String(i + 1), when, entry.code ? [strong(entry.code)] : "", entry.what, spanText(entry.filed) || "–");
  });
  return [
    table(
      [
        [10, "No."],
        [40, "Date and time"],
        [12, "Code"],
        [80, "What happened"],
        [28, "Document"],
      ] as const,
      rows,
      true,
    ),
  ];
}
