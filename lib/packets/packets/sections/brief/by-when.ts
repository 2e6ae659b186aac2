import type { Block } from "@/lib/platform/pdf/blocks";
import { strong } from "@/lib/platform/pdf/rich-text";
import { factsOf } from "../../facts/compute-facts";
import type { PacketSnapshot } from "../../snapshot/snapshot";
import { sourcesOf } from "../source-column";
import { civilDate, formatDate, listed, shorten, spans, stop } from "../words";
import { prose } from "./prose";

import type { Room } from "./room";

/** By when an answer is needed: what is preserved and until when, what is not, and which records grow old first. */
export function byWhen(snapshot: PacketSnapshot, room: Room): Block[] {
  const { preservation, oldest } = factsOf(snapshot);
  const kept = preservation.filter(({ held }) => held);
  const bare = preservation.filter(({ held }) => !held).map(({ account }) => account);
  const preserved = kept.map(
    ({ account, until, reference }) =>
      `${account} is preserved ${until ? `until ${formatDate(until)}` : "with no end recorded"}${reference ? ` (${reference})` : ""}`,
  );
  const today = civilDate(snapshot.packet.builtAt, snapshot.zones.home);
  const lines = [
    preserved.length > 0 ? stop(listed(preserved)) : "",
    bare.length > 0
      ? `${listed(spans(bare))} ${bare.length === 1 ? "is" : "are"} not preserved as far as is recorded${snapshot.packet.preservationBriefing ? `: the letters are in ${snapshot.packet.preservationBriefing}` : ""}.`
      : "",
    oldest && snapshot.case.urgent.length === 0
      ? `Records of ${oldest.code} ${oldest.turnsOn <= today ? "have been" : "are"} at risk ${oldest.turnsOn <= today ? "since" : "from"} ${formatDate(oldest.turnsOn)}, when ${oldest.turnsOn <= today ? "it turned" : "it turns"} ${oldest.days} days old.`
      : "",
    ...snapshot.case.urgent.map(({ text }) => stop(shorten(text, room.characters))),
  ].filter(Boolean);
  if (lines.length === 0) return [];
  const sources = [
    ...kept.flatMap(({ account, reference }) => [account, reference]),
    ...spans(bare),
    ...(oldest ? [oldest.code] : []),
    ...snapshot.case.urgent.flatMap(({ sources: own }) => own),
  ];
  return [prose([strong("By when. "), lines.join(" ")], sourcesOf([...new Set(sources)], "case record"))];
}
