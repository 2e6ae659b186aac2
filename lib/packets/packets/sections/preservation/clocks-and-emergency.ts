import type { Block, Field, Row } from "@/lib/platform/pdf/blocks";
import { blank, type Rich } from "@/lib/platform/pdf/rich-text";
import { daysBetween } from "@/lib/platform/time/calendar";
import { factsOf } from "../../facts/compute-facts";
import type { PacketSnapshot } from "../../snapshot/snapshot";
import { dangerAssessed, dangerStated, nothingRaised } from "../danger";
import { codes, referencesOf } from "../facts";
import { cells, type Section, subheading, table } from "../section";
import { checklist } from "../short/checklist";
import { waysTo } from "../short/cover";
import { exhibitsHeld } from "../short/exhibits-held";
import { dangerNow, sourcedPara, wordsOfPair } from "../short/words";
import { para, sourcesOf } from "../source-column";
import { formatDate, spanText } from "../words";
import { byProvider, type KeepRow, rowsOf } from "./rows";

/** Sections 5 to 8: the clocks from the date of the letter, the forecast, emergency requirements, the checklist. */
export const clocksAndEmergency: Section = {
  id: "clocks",
  build: ({ snapshot }) => [
    { b: "newPage" },
    { b: "section", short: "Clocks and emergency" },
    subheading("5", "Clocks, and the gap against a request"),
    ...clocks(snapshot),
    ...forecast(snapshot),
    subheading("6", "Emergency disclosure, if the officer finds an emergency"),
    sourcedPara(wordsOfPair(snapshot).preservation.emergency),
    ...[dangerNow(snapshot)].flatMap((danger) => (danger ? [sourcedPara(danger)] : [])),
    emergencyTable(snapshot),
    emergencySources(snapshot),
    ...receipt(snapshot),
    { b: "newPage" },
    { b: "section", short: "Preflight and sources" },
    subheading("7", "Exhibits"),
    ...exhibitsHeld(snapshot),
    ...checklist(snapshot, "8"),
  ],
};

function clocks(snapshot: PacketSnapshot): Block[] {
  const rows = rowsOf(snapshot);
  if (rows.length === 0) return [para("No account is recorded, so no clock can be calculated.", ["case record"])];
  const letterOn = snapshot.preservation?.letterOn ?? "";
  const law = [...new Set(rows.flatMap((row) => row.clocks))];
  const text = `Reckoned from ${formatDate(letterOn)}, the day of the letter, or from the day on which the provider accepted. If it goes out on another day, fill the ruled lines: every date moves with it.`;
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
        .map(({ entity }): Field[] => [
          { label: `${entity}: sent and accepted on (day 0)` },
          { label: `${entity}: reference` },
        ]),
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

function emergencyTable(snapshot: PacketSnapshot): Block {
  const { emergency } = snapshot;
  const row = (asks: string, held: string | null | undefined) => cells(asks, held || "nothing recorded", [blank(36)]);
  return table(
    [
      [44, "The provider asks"],
      [86, "Facts held"],
      [40, "For the officer"],
    ] as const,
    [
      row("Who is in danger", emergency?.who),
      row("What danger", emergency?.nature ?? dangerStated(snapshot)?.text),
      row("Why imminent", emergency?.whyNow),
      row("Which data would help", emergency?.data),
      row("Why no time for process", emergency?.noTime),
    ],
  );
}

function emergencySources(snapshot: PacketSnapshot): Block {
  const { emergency } = snapshot;
  const assessed = dangerAssessed(snapshot);
  if (emergency) {
    const held =
      "What is held is what the client and the exhibits say. Whether it is an emergency is for the officer and the provider.";
    return para([assessed?.text, held].filter(Boolean).join(" "), sourcesOf(emergency.sources));
  }
  if (assessed)
    return para(`${assessed.text} Whether danger is imminent is for the police.`, sourcesOf(assessed.sources));
  return para(nothingRaised, ["case record"]);
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
