import { FoldedText } from "@/lib/platform/text/fold-text";
import { placeOf, textsIn } from "../preflight/places";
import { townsIn } from "./address-shapes";
import type { Secret } from "./leaks";
import type { PacketSnapshot } from "./snapshot";

/** What tells of the client without naming them: their town, or a word by which one knows their sex. */
export type Hint = "town" | "sex";

/** Finds hints in a text, in whatever spelling: the town also as part of the name of a court or a station. */
export function hintFinder(secrets: readonly Secret[]): (text: string) => Hint[] {
  const towns = secrets.filter(({ kind }) => kind === "address").flatMap(({ value }) => townsIn(value));
  return (text) => {
    const folded = new FoldedText(text).words;
    const isTown = towns.some((town) => folded.includes(` ${town} `));
    return [...(isTown ? (["town"] as const) : []), ...(sexes.some((sex) => sex.test(text)) ? (["sex"] as const) : [])];
  };
}

const person = "client|complainant|victim|survivor|deponent|kli[eë]nt|slagoffer";
const pronoun = "she|her|hers|herself|he|him|his|himself|sy|haar|hom";
const acts =
  "frighten|scare|threaten|tell|told|ask|sen[dt]|messag|call|phon|follow|contact|harass|stalk|hurt|harm|kill|rape|find|found|film|photograph|insult|humiliat|blackmail|extort|warn|block|dreig|slaan|volg|bel|vermoor";

/**
 * Of the pronouns only those that most likely mean the client: an act done to somebody, or in the same sentence after
 * the client. Who threatens may be "he" in every packet.
 */
const sexes = [
  new RegExp(`\\b(?:${person})\\b[^.!?\\n]{0,80}\\b(?:${pronoun})\\b`, "iu"),
  new RegExp(`\\b(?:${acts})\\p{L}*\\s+(?:her|him|haar|hom)\\b`, "iu"),
  /\b(?:ex-?|former\s+)(?:girlfriend|boyfriend|wife|husband|meisie|vrou|man)\b/iu,
];

/** Our own words and the law's, which speak of nobody; what is said twice; and texts that are not printed. */
const ofNobody =
  /^(org|words|charges|pairs\.\d+\.(home|other|content|elements\.\d+\.(home|other))|dropped\.\d+\.(provision|source)|preflight|facts|changes|preservation\.(forecast|rows)|accounts\.\d+\.provider|packet|zones)\b/;

const says: Record<Hint, string> = {
  town: "names the town of the client",
  sex: "has a word that tells the client’s sex",
};

/** Whether a checklist line names such a place: printed, it would tell a reader which town is meant. */
export const tellsOfClient = (reason: string): boolean => Object.values(says).some((words) => reason.includes(words));

/** Where a packet tells of the client: `R-1, station: names the town of the client`. */
export function hintLines(snapshot: PacketSnapshot, secrets: readonly Secret[]): string[] {
  const find = hintFinder(secrets);
  const typed = textsIn(snapshot).flatMap(({ path, text }) =>
    ofNobody.test(path) ? [] : find(text).map((hint) => `${placeOf(snapshot, path)}: ${says[hint]}`),
  );
  const read = snapshot.exhibits.flatMap(({ code, pictures }) =>
    (pictures ?? []).flatMap(({ page, tells = [] }) =>
      tells.map((hint) => `${code}, page ${page}, as a machine reads it: ${says[hint]}`),
    ),
  );
  return [...new Set([...typed, ...read])];
}
