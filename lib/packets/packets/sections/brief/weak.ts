import type { Block } from "@/lib/platform/pdf/blocks";
import type { PacketSnapshot } from "../../snapshot/snapshot";
import { sourcesOf } from "../source-column";
import { shorten, stop } from "../words";
import { prose } from "./prose";
import type { Room } from "./room";
import { weakPoints } from "./weak-points";

/** What is weak, gravest first: what a person wrote, then what the record lacks. */
export function weak(snapshot: PacketSnapshot, room: Room): Block[] {
  const written = snapshot.case.weak;
  const made = weakPoints(snapshot);
  // People write first about who sent it, which the record's own first point says as well.
  const points = [...written, ...(written.length > 0 ? made.slice(1) : made)].slice(0, room.points);
  const text = points.map((point) => stop(shorten(point.text, room.characters))).join(" ");
  return [prose(text, sourcesOf([...new Set(points.flatMap(({ sources }) => sources))], "case record"))];
}
