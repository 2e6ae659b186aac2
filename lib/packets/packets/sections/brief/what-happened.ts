import type { Block } from "@/lib/platform/pdf/blocks";
import { factsOf } from "../../facts/compute-facts";
import type { PacketSnapshot, SnapshotIncident } from "../../snapshot/snapshot";
import { acts, codes, exhibitCodes, platforms, wordsOf } from "../facts";
import { placeName } from "../places";
import { sourcesOf } from "../source-column";
import { at, countOf, dayOf, sentence, shorten, spans, stop } from "../words";
import { prose } from "./prose";
import type { Room } from "./room";

/** The story in the order of time: the acts whose words matter most, and what the sender had been told between them. */
export function whatHappened(snapshot: PacketSnapshot, room: Room): Block[] {
  const list = acts(snapshot);
  if (list.length === 0) return [prose("No incident is recorded in this case.", ["case record"])];
  const chosen = gravest(list, room.quotes);
  const known = factsOf(snapshot).knowledge.filter(({ code }) => !chosen.some((act) => act.code === code));
  const moments = [
    ...chosen.map((act) => ({ at: act.at, text: actText(snapshot, act, room) })),
    ...known.slice(0, room.known).map((fact) => ({
      at: fact.at,
      text: `${at(fact.at, snapshot.zones.home)}: ${stop(shorten(fact.text, room.characters))} (${fact.code})`,
    })),
  ].toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
  const left = list.length - chosen.length;
  const rest =
    left > 0 ? `${sentence(countOf(left, "further act is", "further acts are"))} in ${placeName("facts")}.` : "";
  const harm = snapshot.case.harm.map(({ text }) => stop(shorten(text, room.characters)));
  return [
    prose(opening(snapshot), sourcesOf(spans(codes(list)))),
    ...moments.map(({ text }): Block => ({ b: "prose", text })),
    ...([...harm, rest].some(Boolean)
      ? [
          prose(
            [...harm, rest].filter(Boolean).join(" "),
            sourcesOf(
              [...snapshot.case.harm.flatMap(({ sources }) => sources), ...spans(exhibitCodes(list))],
              "case record",
            ),
          ),
        ]
      : []),
  ];
}

function opening(snapshot: PacketSnapshot): string {
  const list = acts(snapshot);
  const first = list[0];
  const last = list.at(-1);
  if (!first || !last) return "";
  const { home } = snapshot.zones;
  const days = [dayOf(first.at, home), dayOf(last.at, home)];
  const span = days[0] === days[1] ? `On ${days[0]}` : `Between ${days[0]} and ${days[1]}`;
  const from =
    snapshot.accounts.length > 0
      ? `${countOf(snapshot.accounts.length, "account")} on ${platforms(snapshot)}`
      : "an account not yet identified";
  return `${span}, ${from} sent the client, or wrote about the client, ${countOf(list.length, "message or post", "messages or posts")}.`;
}

function actText(snapshot: PacketSnapshot, act: SnapshotIncident, room: Room): string {
  const when = act.exact ? at(act.at, snapshot.zones.home) : `${dayOf(act.at, snapshot.zones.home)}, time not exact`;
  return `${when}, ${act.account ?? "unknown account"}: ${stop(shorten(wordsOf(act), room.characters))} (${[act.code, ...act.exhibits].join(", ")})`;
}

const weights: readonly (readonly [SnapshotIncident["tags"][number], number])[] = [
  ["violence", 8],
  ["gain", 6],
  ["intimate_image", 5],
  ["image_shared", 5],
  ["property", 4],
  ["fear", 3],
  ["contact", 1],
];

/** The gravest acts in the order of time; of equally grave ones the newest, and the first act always. */
function gravest(list: readonly SnapshotIncident[], most: number): SnapshotIncident[] {
  const weight = (act: SnapshotIncident) =>
    (act.key ? 20 : 0) +
    (act.words ? 2 : 0) +
    weights.reduce((sum, [tag, worth]) => sum + (act.tags.includes(tag) ? worth : 0), 0);
  const ranked = list
    .map((act, i) => ({ act, i }))
    .toSorted((a, b) => weight(b.act) - weight(a.act) || b.i - a.i)
    .map(({ act }) => act);
  const first = list.slice(0, 1);
  const chosen = new Set([...first, ...ranked].slice(0, most));
  return list.filter((act) => chosen.has(act));
}
