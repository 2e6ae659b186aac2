import type { Block, Row } from "@/lib/platform/pdf/blocks";
import { factsOf } from "../facts/compute-facts";
import type { PacketSnapshot } from "../snapshot/snapshot";
import { acts, codes, exhibitCodes, lawOfProviders, platforms, providers, wordsOf } from "./facts";
import { label } from "./pair-words";
import { cells, heading, type Section, table } from "./section";
import { para, sourcesOf } from "./source-column";
import { type Point, urgentPoints } from "./urgency";
import { weakPoints } from "./weak-points";
import { at, countOf, listed, shorten, spans, spanText, stop } from "./words";

/** Section 1: the facts, what can be requested, the offences, what is urgent and what is weak, on one page. */
export const summary: Section = {
  id: "summary",
  build: ({ snapshot, brevity }) => {
    const room = rooms[Math.min(brevity, rooms.length - 1)] ?? fullRoom;
    const { clientFacts } = snapshot.case;
    return [
      ...heading("1", "Summary on one page", "summary", "Summary"),
      whatHappened(snapshot, room),
      ...clientFacts.slice(0, room.facts).map((fact) => para(shorten(fact.text, room.said), sourcesOf(fact.sources))),
      ...mattersMost(snapshot, room),
      ...toldToStop(snapshot, room),
      accountsKnown(snapshot),
      ...asked(snapshot),
      ...offences(snapshot, room),
      { b: "h3", title: "What is urgent" },
      ...urgent(snapshot, room),
      { b: "h3", title: "What is weak" },
      ...weak(snapshot, room),
    ];
  },
};

/** What the page has room for: how many of each, and how many characters of a text. */
type Room = Record<"facts" | "quotes" | "known" | "offences" | "points" | "gaps" | "said", number>;

const fullRoom: Room = { facts: 2, quotes: 3, known: 3, offences: 6, points: 3, gaps: 9, said: 2000 };
const rooms: readonly Room[] = [
  fullRoom,
  { facts: 2, quotes: 3, known: 2, offences: 6, points: 2, gaps: 4, said: 400 },
  { facts: 2, quotes: 3, known: 1, offences: 4, points: 2, gaps: 2, said: 240 },
  { facts: 1, quotes: 2, known: 2, offences: 3, points: 1, gaps: 2, said: 200 },
  { facts: 1, quotes: 2, known: 1, offences: 2, points: 1, gaps: 1, said: 140 },
  { facts: 0, quotes: 1, known: 1, offences: 2, points: 1, gaps: 1, said: 100 },
];

const tagWords = {
  violence: "with a threat of violence",
  property: "with a threat to property",
  intimate_image: "about showing intimate images",
  fear: "meant to frighten",
  gain: "asking for a thing of value",
  contact: "sent after contact was refused",
  impersonation: "in another person’s name",
  insult: "with insult",
} as const;

function whatHappened(snapshot: PacketSnapshot, room: Room): Block {
  const list = acts(snapshot);
  const first = list[0];
  const last = list.at(-1);
  if (!first || !last) return para("No incident is recorded in this case.", ["case record"]);
  const { home } = snapshot.zones;
  const by =
    snapshot.accounts.length > 0
      ? [countOf(snapshot.accounts.length, "known account"), `on ${platforms(snapshot)}`]
      : ["an account or accounts not yet identified"];
  const span =
    list.length === 1 ? `On ${at(first.at, home)}` : `Between ${at(first.at, home)} and ${at(last.at, home)}`;
  const counts = Object.entries(tagWords).flatMap(([tag, words]) => {
    const n = list.filter((incident) => incident.tags.some((candidate) => candidate === tag)).length;
    return n > 0 ? [{ n, words }] : [];
  });
  const twice = counts.reduce((sum, tally) => sum + tally.n, 0) > list.length ? " (one can be several)" : "";
  const kinds = counts.length > 0 ? ` Of these${twice}: ${listed(counts.map(({ n, words }) => `${n} ${words}`))}.` : "";
  const text = `${span}, ${countOf(list.length, "incident")} ${list.length === 1 ? "is" : "are"} recorded, from ${by.join(" ")}.${kinds}`;
  const exhibits = room === fullRoom ? spans(exhibitCodes(list)) : [];
  return para(text, sourcesOf([...spans(codes(list)), ...exhibits]));
}

function mattersMost(snapshot: PacketSnapshot, room: Room): Block[] {
  const quoted = acts(snapshot).filter((incident) => incident.words);
  const chosen = quoted.some((incident) => incident.key) ? quoted.filter((incident) => incident.key) : quoted;
  const most = chosen.slice(0, room.quotes);
  if (most.length === 0) return [];
  const words = most.map((incident) => `${incident.code} ${shorten(wordsOf(incident), room.said)}`).join(" ");
  return [para(`The words that matter most: ${words}`, sourcesOf([...codes(most), ...spans(exhibitCodes(most))]))];
}

function toldToStop(snapshot: PacketSnapshot, room: Room): Block[] {
  const known = factsOf(snapshot).knowledge.slice(0, room.known);
  if (known.length === 0) return [];
  const text = `The sender had been told. ${known.map((event) => `${at(event.at, snapshot.zones.home)}: ${shorten(event.text, room.said)}`).join(" ")}`;
  return [para(text, sourcesOf([...codes(known), ...spans(known.flatMap((event) => event.sources))]))];
}

function accountsKnown(snapshot: PacketSnapshot): Block {
  const { accounts } = snapshot;
  const withId = accounts.filter((account) => account.platformId);
  if (accounts.length === 0) return para("No account is recorded yet.", ["case record"]);
  const ids =
    withId.length === accounts.length
      ? "Each account is known by the id that the platform does not change"
      : `Of ${countOf(accounts.length, "account")}, ${withId.length === 0 ? "none is" : countOf(withId.length, "is", "are")} known by the id that the platform does not change`;
  const by = providers(snapshot).map(
    (provider) => `${countOf(provider.accounts.length, "with", "with")} ${provider.entity}`,
  );
  const text = `${ids}. They are held by their providers: ${stop(listed(by))} What is not known is who used them and from where; the records that could show it are with the providers.`;
  return para(text, sourcesOf([...spans(codes(accounts)), ...lawOfProviders(snapshot)]));
}

/** What a class of data can show, if the draft gives no reason; section 2.5 has the long version. */
const whys = {
  subscriber: "who registered each account",
  traffic: "whether one person in one place used the accounts",
  content: "whether the copies that the client holds are complete",
} as const;

function asked(snapshot: PacketSnapshot): Block[] {
  const { items } = snapshot.request;
  if (items.length === 0) return [];
  const order = [...new Set(items.map((item) => item.dataClass))];
  const rows = order.map((dataClass): Row => {
    const same = items.filter((item) => item.dataClass === dataClass);
    return cells(
      spanText(codes(same)),
      [...new Set(same.map((item) => item.provider))].join("; "),
      dataClass === "traffic" ? "traffic (logs)" : dataClass,
      spanText(same.flatMap((item) => item.rows.flatMap((row) => row.accounts))),
      same.find((item) => item.why)?.why || whys[dataClass],
    );
  });
  const columns = [
    [18, "Item"],
    [46, "From"],
    [22, "Class"],
    [20, "Accounts"],
    [64, "Why"],
  ] as const;
  return [{ b: "h3", title: "What a prosecutor could ask for" }, table(columns, rows)];
}

function offences(snapshot: PacketSnapshot, room: Room): Block[] {
  const { charges, pairs } = snapshot;
  if (charges.length === 0) {
    return [
      { b: "h3", title: "Offences proposed" },
      para("No offence is proposed in this version; the prosecutor decides.", ["case record"]),
    ];
  }
  const rows = charges.slice(0, room.offences).map((charge) => {
    const match = pairs.filter(
      (pair) => pair.home.charge === charge.provision || pair.home.provision.startsWith(charge.provision),
    );
    return cells(
      charge.provision,
      charge.maximum,
      match.map((pair) => pair.other.provision).join("; ") || "none paired",
      match.flatMap((pair, i) => [
        ...(i > 0 ? ["; "] : []),
        pair.other.maximum,
        ...(pair.other.yearsVerified ? [] : [" ", { t: "mark" as const, text: "G", dark: true }]),
      ]),
    );
  });
  const columns = [
    [56, label(snapshot, "homeColumn")],
    [30, "Maximum"],
    [54, label(snapshot, "otherColumn")],
    [30, "Maximum"],
  ] as const;
  const more = charges.length - rows.length;
  const rest = more > 0 ? [cells(`and ${countOf(more, "more offence")}: section 2.3`, "", "", "")] : [];
  return [{ b: "h3", title: "Offences proposed" }, table(columns, [...rows, ...rest])];
}

/** Points a person wrote come before those the record shows, as many as there is room for. */
function urgent(snapshot: PacketSnapshot, room: Room): Block[] {
  const written = snapshot.case.urgent;
  if (written.length > 0)
    return written
      .slice(0, Math.min(2, room.points))
      .map((statement) => para(shorten(statement.text, room.said * 2), sourcesOf(statement.sources)));
  return [together(urgentPoints(snapshot), room)];
}

function weak(snapshot: PacketSnapshot, room: Room): Block[] {
  const written = snapshot.case.weak
    .slice(0, room.points)
    .map((statement) => para(shorten(statement.text, room.said * 2), sourcesOf(statement.sources)));
  const made = weakPoints(snapshot);
  // People write first about who sent it; the rest is better counted than remembered.
  return written.length > 0
    ? [...written, together(made.slice(1), room)]
    : [together(made, { ...room, gaps: room.gaps + 2 })];
}

/** Points in one paragraph; one that does not fit is in its own section anyway. */
function together(points: readonly Point[], room: Room): Block {
  const chosen = points.slice(0, room.gaps);
  const text = chosen.map((point) => stop(shorten(point.text, room.said))).join(" ");
  return para(text, sourcesOf([...new Set(chosen.flatMap((point) => point.sources))], "case record"));
}
