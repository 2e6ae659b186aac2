import type { Block } from "@/lib/platform/pdf/blocks";
import type { PacketSnapshot } from "../../snapshot/snapshot";
import { codes } from "../facts";
import { placeName } from "../places";
import { para, sourcesOf } from "../source-column";
import { countOf, dayOf, listed, sentence, spans, within } from "../words";

/** `exhibits E-01 to E-10` */
export function exhibitRange(snapshot: PacketSnapshot): string {
  const list = listed(spans(codes(snapshot.exhibits)));
  return list ? `exhibits ${list}` : "the exhibits (this version has none)";
}

/** Lowercases `Client` for use in a sentence; any other name is unchanged. */
export const person = (name: string): string => name.replace(/^(?:the )?client\b/i, "the client");

/** `Telephone of the client` within a sentence: `the client’s telephone`. */
export const device = (name: string): string =>
  name.replace(/^(?:the )?(.+) of the client$/i, (_all, what: string) => `the client’s ${what.toLowerCase()}`);

/** One paragraph for each way of capture that the ledger knows. */
export function captures(snapshot: PacketSnapshot, sources: readonly string[]): Block[] {
  const ways = new Map<string, { codes: string[]; by: Set<string>; on: Set<string> }>();
  for (const exhibit of snapshot.exhibits) {
    const method = exhibit.method ?? "a method that is not recorded";
    const way = ways.get(method) ?? { codes: [], by: new Set(), on: new Set() };
    way.codes.push(exhibit.code);
    if (exhibit.collector) way.by.add(exhibit.collector);
    if (exhibit.device) way.on.add(exhibit.device);
    ways.set(method, way);
  }
  return [...ways].map(([method, way]) => {
    const by = way.by.size > 0 ? `, by ${listed([...way.by].map(person))}` : "";
    const on = way.on.size > 0 ? `, on ${listed([...way.on].map(device))}` : "";
    const span = spans(way.codes);
    const text = `${listed(span)}: captured by ${within(method)}${by}${on}, at the times in ${placeName("exhibits")}.`;
    const [first, ...rest] = sources;
    return para(text, sourcesOf([first, ...span, ...rest]));
  });
}

/** What was rehashed for this version, and the result. */
export function rehashed(snapshot: PacketSnapshot, sources: readonly string[]): Block {
  if (snapshot.exhibits.length === 0) return para("There is no stored file to compute again.", ["custody ledger"]);
  const again = snapshot.exhibits.filter((exhibit) => exhibit.rehashed?.same);
  const newest = again
    .map((exhibit) => exhibit.rehashed?.at ?? "")
    .sort()
    .at(-1);
  const text =
    newest && again.length === snapshot.exhibits.length
      ? `On ${dayOf(newest, snapshot.zones.home)} the SHA-256 value of each stored file was computed again and was identical to the value recorded on receipt.`
      : `The SHA-256 value of ${again.length} of ${countOf(snapshot.exhibits.length, "stored file")} was computed again and was identical to the value recorded on receipt. The others were not computed again.`;
  return para(text, sourcesOf(sources));
}

/** ` E-07 was masked on a copy. Words of E-01 were covered in this packet.`, or nothing. */
export function maskedText({ exhibits }: PacketSnapshot): string {
  const masked = exhibits.filter(isMasked);
  const covered = exhibits.filter(
    ({ transcript }) => transcript && transcript.masked.length + transcript.covered.length > 0,
  );
  const verb = masked.length === 1 ? "was" : "were";
  return [
    masked.length > 0 ? ` ${listed(spans(codes(masked)))} ${verb} masked on a copy.` : "",
    covered.length > 0 ? ` Words of ${listed(spans(codes(covered)))} were covered in this packet.` : "",
  ].join("");
}

/** Older snapshots sealed nothing else, and did not say why. */
const isMasked = ({ files, sealed, sealedWhy }: PacketSnapshot["exhibits"][number]): boolean =>
  files.some((file) => file.kind === "masked copy") || (sealed && sealedWhy === null);

/** `Ten exhibits in this version, 60 events in the ledger.` */
export function ledgerCounts(snapshot: PacketSnapshot): string {
  const events = snapshot.exhibits.reduce((sum, exhibit) => sum + exhibit.custody.length, 0);
  return `${sentence(countOf(snapshot.exhibits.length, "exhibit"))} in this version, ${countOf(events, "event")} in the ledger.`;
}
