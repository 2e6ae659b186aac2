import type { BriefingWords } from "@/lib/law/jurisdictions/briefing-types";
import { briefingWordsOf } from "@/lib/law/jurisdictions/pairs/briefing-words";
import { firstPair } from "@/lib/law/jurisdictions/pairs/first-pair";
import type { Block } from "@/lib/platform/pdf/blocks";
import type { PacketSnapshot } from "../../snapshot/snapshot";
import { acts, docketOf, docketText } from "../facts";
import { sentenceOf } from "../pair-words";
import { para, sourcesOf } from "../source-column";
import { dayOf } from "../words";

/** The words of a packet's pair. Snapshots from before there was a second direction do not name it. */
export function wordsOfPair(snapshot: PacketSnapshot): BriefingWords {
  return briefingWordsOf(snapshot.case.pair || firstPair.pair);
}

export function sourcedPara({ text, sources }: { text: string; sources: readonly string[] }): Block {
  return para(text, sourcesOf(sources));
}

/** Where to phone in danger, in the words of the pair; empty if none were recorded. */
export function dangerNow(snapshot: PacketSnapshot): { text: string; sources: readonly string[] } | null {
  return sentenceOf(snapshot, "F16");
}

export function joinLines(parts: readonly (string | null | undefined)[]): string {
  return parts.filter(Boolean).join(", ");
}

/** The number of the open matter with its station, or that it is not yet issued. */
export function caseNumberText(snapshot: PacketSnapshot): string {
  const number = docketOf(snapshot);
  const { caseNumber } = wordsOfPair(snapshot).police;
  if (!number) return `${caseNumber} not yet issued`;
  return number.type === "cas" ? docketText(number) : `${caseNumber} ${docketText(number)}`;
}

/** `between 2 Sep 2026 and 15 Nov 2026`, in the home zone; empty without an act. */
export function spanOfActs(snapshot: PacketSnapshot): string {
  const list = acts(snapshot);
  const first = list[0];
  const last = list.at(-1);
  if (!first || !last) return "";
  const from = dayOf(first.at, snapshot.zones.home);
  const to = dayOf(last.at, snapshot.zones.home);
  return from === to ? `on ${from}` : `between ${from} and ${to}`;
}
