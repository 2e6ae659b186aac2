import type { Block, Row } from "@/lib/platform/pdf/blocks";
import { type Rich, strong } from "@/lib/platform/pdf/rich-text";
import type { PacketSnapshot, SnapshotAddress } from "../../snapshot/snapshot";
import { accountOf, acts, codes, shownBy, verbOf, wordsOf } from "../facts";
import { placeName } from "../places";
import { type Section, scheduleHead, table } from "../section";
import { actsFigure } from "../shared/acts-figure";
import { runText } from "../shared/looks";
import { clockRule, plainZone } from "../shared/zone-rules";
import { para, sourcesOf } from "../source-column";
import { clockOf, dayOf, listed, offsetOf, sentence, spans, spanText, stop } from "../words";

type Moment = { at: string; code: string; act: boolean; exact: boolean; what: Rich; shown: string };

/** Section 5: acts and other events in one order, in the time of both countries. */
export const chronology: Section = {
  id: "chronology",
  build: ({ snapshot }) => [
    ...scheduleHead("chronology"),
    zones(snapshot),
    ...actsFigure(snapshot),
    ...momentTable(snapshot),
    para(
      "Times of acts are those shown by the platform or its export where the record has them. Times of other events are from the call notes, the registers and the capture log.",
      sourcesOf([...spans(codes(snapshot.exhibits)), placeName("exhibits")]),
    ),
  ],
};

/** Both clocks, from the zone rules at the time in question. */
function zones(snapshot: PacketSnapshot): Block {
  const { home, other } = snapshot.zones;
  const list = moments(snapshot);
  const from = list[0]?.at ?? snapshot.packet.builtAt;
  const to = list.at(-1)?.at ?? snapshot.packet.builtAt;
  const homeText = `Times at home are ${plainZone(home)}: ${clockRule(home, from, to)}.`;
  if (!other) {
    return para(
      `${homeText} No zone of the sender is recorded, so UTC stands in the second column. It says nothing of where the sender was.`,
      ["F6"],
    );
  }
  const text = `${homeText} ${other.name} time is printed because ${stop(other.reason.text)} It is a reading aid, not a finding of where the sender was. It is ${clockRule(other.zone, from, to)}.`;
  return para(text, sourcesOf(["F6", ...other.reason.sources]));
}

function moments(snapshot: PacketSnapshot): Moment[] {
  const list: Moment[] = [
    ...acts(snapshot).map((incident): Moment => {
      const account = accountOf(snapshot, incident.account);
      const who = account ? [strong(account.code), `, ${account.platform}`] : ["account not identified"];
      return {
        at: incident.at,
        code: incident.code,
        act: true,
        exact: incident.exact,
        what: [...who, incident.words ? `, ${verbOf(incident)}: ${wordsOf(incident)}` : `: ${wordsOf(incident)}`],
        shown: spanText(shownBy(incident)) || "no exhibit",
      };
    }),
    ...snapshot.events.map(
      (event): Moment => ({
        at: event.at,
        code: event.code,
        act: false,
        exact: true,
        what: sentence(event.what),
        shown: spanText(event.sources) || "no exhibit",
      }),
    ),
    ...snapshot.addresses.flatMap((address) => looked(address, snapshot.zones.home)),
  ];
  return list.sort((a, b) => Date.parse(a.at) - Date.parse(b.at) || a.code.localeCompare(b.code, "en"));
}

/** When what exhibits show was first seen to be there still, or gone. Of looks that found the same the first one. */
function looked({ exhibits, seen }: SnapshotAddress, zone: string): Moment[] {
  const [code = ""] = exhibits;
  return seen.map((run) => ({
    at: run.first.at ?? `${run.first.on}T12:00:00Z`,
    code,
    act: false,
    exact: run.first.at !== null,
    what: `Looked again at the address of ${listed(exhibits)}. ${runText(run, zone)}`,
    shown: spanText(run.proof ? [run.proof] : exhibits),
  }));
}

function momentTable(snapshot: PacketSnapshot): Block[] {
  const list = moments(snapshot);
  if (list.length === 0) return [para("Nothing is recorded for the chronology.", ["case record"])];
  const { home, other } = snapshot.zones;
  const zone = other?.zone ?? "UTC";
  let month = "";
  const rows = list.flatMap((moment): Row[] => {
    const now = monthOf(moment.at, home);
    const cells: Rich[] = [
      moment.act ? [strong(moment.code)] : moment.code,
      moment.exact ? clockOf(moment.at, home, false) : `${dayOf(moment.at, home)}, time not exact`,
      moment.exact ? clockOf(moment.at, zone, true) : "not known",
      moment.what,
      moment.shown,
    ];
    if (now === month) return [{ cells }];
    month = now;
    return [{ band: other ? `${now}   ${other.name} is ${offsetOf(moment.at, zone)}` : now }, { cells }];
  });
  const head = `${snapshot.case.homeCountry}, ${offsetOf(list[0]?.at ?? snapshot.packet.builtAt, home)}`;
  return [
    table(
      [
        [11, "No."],
        [26, head],
        [33, other?.name ?? "UTC"],
        [72, "What happened"],
        [28, "Shown by"],
      ] as const,
      rows,
      true,
    ),
  ];
}

const names = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

function monthOf(instant: string, zone: string): string {
  const [, short = "", year = ""] = dayOf(instant, zone).split(" ");
  return `${names.find((name) => name.startsWith(short)) ?? short} ${year}`;
}
