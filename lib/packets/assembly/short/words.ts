import type { BriefingWords } from "@/lib/jurisdictions/briefing-types";
import { briefingWordsOf } from "@/lib/jurisdictions/pairs/briefing-words";
import { findReferenceKind } from "@/lib/jurisdictions/rules";
import type { PacketSnapshot, SnapshotReference } from "@/lib/packets/snapshot";
import type { Block } from "@/lib/platform/pdf/blocks";
import { acts, docketOf, docketText } from "../facts";
import { para, sourcesOf } from "../source-column";
import { dayOf } from "../words";

/** The words of the pair of a packet. Snapshots of releases that had one direction do not name it. */
export function wordsOfPair(snapshot: PacketSnapshot): BriefingWords {
  return briefingWordsOf(snapshot.case.pair || "ZA-US");
}

export function saidPara({ text, sources }: { text: string; sources: readonly string[] }): Block {
  return para(text, sourcesOf(sources));
}

export function joinLines(parts: readonly (string | null | undefined)[]): string {
  return parts.filter(Boolean).join(", ");
}

/** The number of the investigation that was issued, by the kinds that the pair names; null when there is none. */
export function caseNumberOf(snapshot: PacketSnapshot): SnapshotReference | null {
  const labels = wordsOfPair(snapshot).police.caseNumbers.map((key) => findReferenceKind(key)?.label);
  const issued = snapshot.references.filter((one) => one.state === "issued" && one.number);
  const named = labels.flatMap((label) => issued.find((one) => one.label === label) ?? []);
  return docketOf(snapshot) ?? named[0] ?? null;
}

/** `Voorbeeldfontein CAS 214/10/2026`, or that it is not yet issued. */
export function caseNumberText(snapshot: PacketSnapshot): string {
  const number = caseNumberOf(snapshot);
  const { caseNumber } = wordsOfPair(snapshot).police;
  if (!number) return `${caseNumber} not yet issued`;
  return number.type === "cas" ? docketText(number) : `${caseNumber} ${docketText(number)}`;
}

/** A country inside a sentence: `the United States`. */
export function inText(country: string): string {
  return /^(United|Netherlands|Philippines|Bahamas|Gambia)\b/.test(country) ? `the ${country}` : country;
}

/** `between 2 Sep 2026 and 15 Nov 2026`, on the wall of the home zone; empty without an act. */
export function spanOfActs(snapshot: PacketSnapshot): string {
  const list = acts(snapshot);
  const [first, last] = [list[0], list.at(-1)];
  if (!first || !last) return "";
  const [from, to] = [dayOf(first.at, snapshot.zones.home), dayOf(last.at, snapshot.zones.home)];
  return from === to ? `on ${from}` : `between ${from} and ${to}`;
}
