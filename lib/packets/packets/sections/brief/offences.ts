import type { Block } from "@/lib/platform/pdf/blocks";
import type { PacketSnapshot } from "../../snapshot/snapshot";
import { acts } from "../facts";
import { placeName } from "../places";
import { sourcesOf } from "../source-column";
import { civilDate, countOf, formatDate, within } from "../words";
import { prose } from "./prose";
import type { Room } from "./room";

/** The offences of both countries with their maxima; where each element is met stands in section 2. */
export function offences(snapshot: PacketSnapshot, room: Room): Block[] {
  const { charges, pairs } = snapshot;
  if (charges.length === 0)
    return [prose("No offence is proposed in this version; the prosecutor decides.", ["case record"])];
  const shown = charges.slice(0, room.offences);
  const others = [...new Map(pairs.map(({ other }) => [other.provision, other])).values()].slice(0, room.offences);
  const more = charges.length - shown.length;
  const home = shown.map((charge) => `${charge.provision} (${within(charge.maximum)}${forceOf(snapshot, charge)})`);
  const there = others.map(
    (other) => `${other.provision} (${within(other.maximum)}${other.yearsVerified ? "" : ", maximum not verified"})`,
  );
  const rest = more > 0 ? `; and ${countOf(more, "more offence")}` : "";
  return [
    prose(
      `${snapshot.case.homeCountry}: ${home.join("; ")}${rest}. ${there.length > 0 ? `Counterpart in ${snapshot.case.otherCountry}: ${there.join("; ")}.` : `No counterpart in ${snapshot.case.otherCountry} is drafted.`} Element by element, with what was considered and not relied on: ${placeName("elements")}.`,
      sourcesOf([...new Set([...shown.flatMap(({ sources }) => sources), ...others.map(({ law }) => law)])]),
    ),
  ];
}

function forceOf(snapshot: PacketSnapshot, charge: PacketSnapshot["charges"][number]): string {
  const first = acts(snapshot)[0];
  if (!charge.inForceFrom) return "";
  const before =
    first && charge.inForceFrom <= civilDate(first.at, snapshot.zones.home) ? ", before the first act" : "";
  return `; in force since ${formatDate(charge.inForceFrom)}${before}`;
}
