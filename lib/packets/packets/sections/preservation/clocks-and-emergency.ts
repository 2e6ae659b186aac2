import type { Block, Field, Row } from "@/lib/platform/pdf/blocks";
import type { Rich } from "@/lib/platform/pdf/rich-text";
import { daysBetween } from "@/lib/platform/time/calendar";
import { factsOf } from "../../facts/compute-facts";
import type { PacketSnapshot } from "../../snapshot/snapshot";
import { codes, referencesOf } from "../facts";
import { cells, type Section, subheading, table } from "../section";
import { specimenNote, waysTo } from "../short/cover";
import { exhibitsHeld } from "../short/exhibits-held";
import { dangerNow, sourcedPara, wordsOfPair } from "../short/words";
import { para, sourcesOf } from "../source-column";
import { formatDate, spanText } from "../words";
import { keptFigure } from "./kept-figure";
import { byProvider, type KeepRow, rowsOf } from "./rows";

/** Sections 4 to 6: the clocks from the day of receipt, the forecast, emergency disclosure, receipt, the exhibits. */
export const clocksAndEmergency: Section = {
  id: "clocks",
  build: ({ snapshot }) => [
    subheading("4", "Clocks, and the gap against a request"),
    ...clocks(snapshot),
    ...keptFigure(snapshot),
    ...forecast(snapshot),
    subheading("5", "Emergency disclosure"),
    sourcedPara(wordsOfPair(snapshot).preservation.emergency),
    ...[dangerNow(snapshot)].flatMap((danger) => (danger ? [sourcedPara(danger)] : [])),
    ...receipt(snapshot),
    subheading("6", "Exhibits"),
    // The list stands in Annex A: what the officer acts on fits on two pages.
    ...exhibitsHeld(snapshot).slice(0, 1),
    ...specimenNote(snapshot),
  ],
};

function clocks(snapshot: PacketSnapshot): Block[] {
  const rows = rowsOf(snapshot);
  if (rows.length === 0) return [para("No account is recorded, so no clock can be calculated.", ["case record"])];
  const letterOn = snapshot.preservation?.letterOn ?? "";
  const law = [...new Set(rows.flatMap((row) => row.clocks))];
  const text = `The days count from the day on which the provider receives the letter; the dates here suppose ${formatDate(letterOn)}, or the day on which it accepted. If it receives the letter later, fill in the day below: every date moves with it.`;
  const head = [
    [44, "Provider, accounts"],
    [26, "State"],
    [33, "Ask to extend by"],
    [33, "Preservation ends"],
    [34, "With one renewal"],
  ] as const;
  return [
    para(text, sourcesOf(law, "law data")),
    table(
      head,
      groupsOf(snapshot).map((group) => clockRow(snapshot, group, letterOn)),
    ),
    {
      b: "fields",
      rows: byProvider(snapshot)
        .slice(0, 6)
        .map(({ entity }): Field[] => [{ label: `${entity}: received on (day 0)` }, { label: `${entity}: reference` }]),
    },
  ];
}

type Group = { entity: string; rows: KeepRow[] };

/** Accounts of one provider with the same dates share a row. */
function groupsOf(snapshot: PacketSnapshot): Group[] {
  const key = (row: KeepRow) => [row.state, row.sentOn, row.extendBy, row.expiresOn, row.secondExpiresOn].join("|");
  return byProvider(snapshot).flatMap(({ entity, rows }) =>
    [...new Set(rows.map(key))].map((value) => ({ entity, rows: rows.filter((row) => key(row) === value) })),
  );
}

const states = { not_asked: "not asked yet", asked: "asked", kept: "kept", expired: "lapsed" } as const;

/** The period runs from the day the provider accepted, not from the day of the request. */
function stateText(snapshot: PacketSnapshot, { state, account, sentOn, reference }: KeepRow): string {
  const fact = factsOf(snapshot).preservation.find((preservation) => preservation.account === account);
  const asked = sentOn ? `asked on ${formatDate(sentOn)}` : states[state];
  const kept = fact?.held && fact.runsFrom ? `kept from ${formatDate(fact.runsFrom)}` : "";
  const rest = !sentOn ? "" : state === "kept" && !kept ? states.kept : state === "expired" ? states.expired : "";
  return [asked, kept, rest, reference ?? ""].filter(Boolean).join(", ");
}

function clockRow(snapshot: PacketSnapshot, { entity, rows }: Group, letterOn: string): Row {
  const [row] = rows;
  if (!row) return cells(entity, "", "", "", "");
  const start = row.state === "kept" || row.state === "expired" ? null : letterOn;
  const date = (day: string | null): Rich =>
    day ? `${formatDate(day)}${start ? ` (day ${daysBetween(start, day)})` : ""}` : "no rule known";
  return cells(
    `${entity}: ${spanText(rows.map((account) => account.account))}`,
    stateText(snapshot, row),
    row.expiresOn && !row.extendBy ? "no renewal left" : date(row.extendBy),
    date(row.expiresOn),
    row.expiresOn && !row.secondExpiresOn ? "none" : date(row.secondExpiresOn),
  );
}

function forecast(snapshot: PacketSnapshot): Block[] {
  const expected = snapshot.preservation?.forecast;
  return [sourcedPara(expected ?? wordsOfPair(snapshot).preservation.gap)];
}

function receipt(snapshot: PacketSnapshot): Block[] {
  const { org, packet } = snapshot;
  const open = referencesOf(snapshot, "preservation");
  const what = open.length > 0 ? codes(open).join(" and ") : "each provider’s reference";
  const blocks: Block[] = [
    { b: "h3", title: "Receipt and reply" },
    {
      b: "fields",
      rows: [
        [{ label: `Received by (name, ${wordsOfPair(snapshot).police.rank})` }],
        [{ label: "Date and time" }, { label: "Signature" }],
      ],
    },
    para(
      `Please give ${what} to the liaison desk, ${waysTo(org)}, quoting ${packet.no}.`,
      sourcesOf(codes(open), "packet record"),
    ),
  ];
  return [{ b: "keep", blocks }];
}
