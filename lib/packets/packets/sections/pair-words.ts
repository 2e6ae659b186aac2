import {
  commonLabels,
  commonWords,
  type PacketLabelKey,
  type PacketWordKey,
} from "@/lib/law/jurisdictions/common/packet-words";
import type { PacketLaw, PacketWords } from "@/lib/law/jurisdictions/packet-word-types";
import { firstPair } from "@/lib/law/jurisdictions/pairs/first-pair";
import { houseLaw } from "@/lib/law/jurisdictions/rules";
import type { Block } from "@/lib/platform/pdf/blocks";
import type { PacketSnapshot } from "../snapshot/snapshot";
import { para, sourcesOf } from "./source-column";

export type Sentence = { text: string; sources: readonly string[] };
type Fills = Readonly<Record<string, string>>;

const noWords: PacketWords = {
  pair: "",
  laws: [],
  words: {},
  labels: {},
  standards: [],
  certificates: [],
  offenceLaw: {},
  providerLaw: {},
  providerReach: {},
  docketTypes: ["cas", "us_case", "police_report", "other"],
  referenceTypes: {},
  expectedNumbers: [],
};

/**
 * The words of the packet’s pair: those frozen with it, otherwise those of this release, otherwise none. A packet from
 * before packets named their pair has the first pair.
 */
export function pairWordsOf(snapshot: PacketSnapshot): PacketWords {
  return snapshot.words ?? houseLaw.packetWords[snapshot.case.pair || firstPair.pair] ?? noWords;
}

/** True if the pair has wording for law, agencies and forms; otherwise the common words say what was not read. */
export function isWorded(snapshot: PacketSnapshot): boolean {
  return pairWordsOf(snapshot).laws.length > 0;
}

/** The law sources of the pair by their number in Annex B. */
export function lawsOf(snapshot: PacketSnapshot): ReadonlyMap<string, PacketLaw> {
  return new Map(pairWordsOf(snapshot).laws.map((law) => [law.no, law]));
}

/** A heading, a label or the name of an agency, in the words of the pair. */
export function label(snapshot: PacketSnapshot, key: PacketLabelKey): string {
  return fill(labelText(snapshot, key), countries(snapshot));
}

function labelText(snapshot: PacketSnapshot, key: PacketLabelKey): string {
  return pairWordsOf(snapshot).labels[key] ?? commonLabels[key];
}

/**
 * A reviewed sentence in the words of the pair, with the text of its source column.
 * @returns null if the pair has no text for it
 * @throws Error if a blank of the sentence was not filled
 */
export function sentenceOf(snapshot: PacketSnapshot, key: PacketWordKey, fills: Fills = {}): Sentence | null {
  const own = pairWordsOf(snapshot).words[key];
  const common = commonWords[key];
  const text = fill(own?.text ?? common.text, { ...countries(snapshot), ...fills });
  return text === "" ? null : { text, sources: own?.sources ?? common.sources };
}

/** The sentence as a numbered paragraph; record codes precede the law. Nothing if there is none. */
export function wordingPara(
  snapshot: PacketSnapshot,
  key: PacketWordKey,
  { fills = {}, codes = [] }: { fills?: Fills; codes?: readonly (string | null | undefined)[] } = {},
): Block[] {
  const sentence = sentenceOf(snapshot, key, fills);
  return sentence ? [para(sentence.text, sourcesBeside(codes, sentence.sources))] : [];
}

/** Codes of the record, then the law; `case record` and `product rule` only where nothing else is named. */
export function sourcesBeside(codes: readonly (string | null | undefined)[], law: readonly string[]) {
  const named = codes.filter((code): code is string => Boolean(code));
  const rest = named.length > 0 ? law.filter((source) => source !== "case record" && source !== "product rule") : law;
  return sourcesOf([...new Set([...named, ...rest])], "case record");
}

function countries(snapshot: PacketSnapshot): Fills {
  const { homeCountry, otherCountry, homeDemonym, otherDemonym } = snapshot.case;
  const names = { homeCountry, otherCountry };
  const of = (key: PacketLabelKey) => fill(labelText(snapshot, key), names);
  return {
    ...names,
    homeDemonym: homeDemonym || of("homeDemonym"),
    otherDemonym: otherDemonym || of("otherDemonym"),
    inHome: of("inHome"),
    inThere: of("inThere"),
  };
}

/** @throws Error when the text has a blank that nothing fills */
export function fill(text: string, fills: Fills): string {
  return text.replaceAll(/\{([^}]*)\}/g, (_, name: string) => {
    const value = fills[name];
    if (value === undefined) throw new Error(`nothing fills the blank {${name}}`);
    return value;
  });
}
