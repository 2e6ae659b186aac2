import { findReferenceKind, type Law } from "@/lib/law/jurisdictions/rules";
import type { ReferenceKind } from "@/lib/law/jurisdictions/types";
import { quoted } from "@/lib/platform/text/text";
import { refusals } from "../labels";
import type { FoundReference, Oddity } from "../types";
import { isOfOthers, isReferred, withDistantWord } from "./announce";
import { takenBack } from "./corrections";
import { type FreeHit, freeHits, readFree } from "./free";
import { type Hit, hitsOf, isSerial, kindOfWord, looksLikeDate, plainOf, type SerialKind } from "./hits";
import { daysOfMessage, issueDay } from "./issue-day";
import { platformIn } from "./issuer";
import { type Places, placesOf } from "./listed-station";
import { type Names, namesOf } from "./names";
import { guessesOf, serialText, wrongParts } from "./serial";
import { type Station, stationFor } from "./station";

export const longestMessage = 20_000;

/** More than a person would review; a page with more is pasted in parts. */
const mostHits = 200;

/** The text in which positions of what was found are counted. */
export const messageText = (text: string) => plainOf(text).slice(0, longestMessage);

/**
 * Typed candidates in a pasted message or page. They are suggestions, marked if something is wrong, and never saved
 * without review. A date is not suggested as a number.
 */
export function findIn(
  text: string,
  today: string,
  law: Law,
  known: ReadonlySet<string> | null = null,
): FoundReference[] {
  const plain = messageText(text);
  const all = hitsOf(plain, law.referenceKinds)
    .map((hit, _, hits) => withDistantWord(plain, hit, hits))
    .filter((hit) => (!looksLikeDate(hit) || isReferred(plain, hit)) && !isOfOthers(plain, hit) && !isOtherCount(hit))
    .slice(0, mostHits);
  const wrong = new Set(takenBack(plain, all));
  const hits = all.filter((hit) => !wrong.has(hit));
  const free = freeHits(plain, law.referenceKinds).filter((freeHit) => !isCounted(freeHit, hits));
  const read = new Map<string, Places>();
  const placesFor = ({ jurisdiction }: ReferenceKind): Places => {
    const places = read.get(jurisdiction) ?? placesOf(plain, namesOf(jurisdiction, law, known));
    read.set(jurisdiction, places);
    return places;
  };
  const message = { plain, hits, isCorrectedByIt: wrong.size > 0, today, placesFor };
  const found: FoundReference[] = [];
  const overlaps = (a: { start: number; end: number }) => found.some((f) => a.start < f.end && f.start < a.end);
  const kindOf = (h: Hit) => kindOfWord(h.word, law) ?? law.referenceKinds.find(isSerial);
  for (const hit of hits.filter((h) => h.word)) found.push(foundSerial(message, kindOf(hit) as SerialKind, hit));
  for (const freeHit of free) if (!overlaps(freeHit)) found.push(foundFree(plain, freeHit, today, law));
  for (const hit of hits.filter((h) => !h.word)) {
    const kind = kindOf(hit);
    if (kind && !overlaps(hit)) found.push(foundSerial(message, kind, hit));
  }
  const ordered = found.toSorted((a, b) => a.start - b.start);
  const once = ordered.filter(
    (foundReference, i) =>
      ordered.findIndex((o) => o.kind === foundReference.kind && o.canonical === foundReference.canonical) === i,
  );
  const days = daysOfMessage(plain, ordered, today);
  return once.map((foundReference) => {
    const month = hits.find((h) => h.start === foundReference.start) ?? null;
    return {
      ...foundReference,
      issuedOn: issueDay(plain, { days, month, at: foundReference, isAlone: ordered.length === 1 }),
    };
  });
}

const general = /^(?:reference|ref|report|ticket|case number|case no|case id)$/;

/** `2026/11/0098`: an insurer counts so, and no station. */
const isOtherCount = ({ word, serial, year }: Hit) => word === null && serial >= 1980 && serial <= 2099 && year < 1000;

/** `reference 212/10/2026`: a general word before a number of three parts is no reason to take it for free text. */
function isCounted(freeHit: FreeHit, hits: readonly Hit[]): boolean {
  return general.test(freeHit.word) && hits.some((h) => h.start < freeHit.end && freeHit.start < h.end);
}

type Message = {
  plain: string;
  hits: readonly Hit[];
  /** The message retracts a number and replaces it with this one. */
  isCorrectedByIt: boolean;
  today: string;
  /** What the message says of places, with the names of stations that a kind of number may come from. */
  placesFor(kind: ReferenceKind): Places;
};

function foundSerial(message: Message, kind: SerialKind, h: Hit): FoundReference {
  const { plain, hits, today, placesFor } = message;
  const others = hits.filter((hit) => hit !== h);
  const places = placesFor(kind);
  const near = stationFor(plain, h, others, places);
  const isNew = near?.sure && places.names.isAsked && isStranger(near, places.names);
  const station = near?.name ?? null;
  const number = `${kind.parser.word} ${serialText(h)}`;
  const display = station ? `${station} ${number}` : number;
  const fresh = isNew ? [{ code: "guessed_station" as const, text: refusals.newStation(near.name) }] : [];
  const left = message.isCorrectedByIt ? [{ code: "mended" as const, text: refusals.takesBack }] : [];
  const [guess, more] = [...guessesOf(plain, h, near), ...left, ...fresh];
  const day = looksLikeDate(h)
    ? { code: "mended" as const, text: refusals.maybeDay(plain.slice(h.start, h.end)) }
    : null;
  const lacks = lacking(kind, station);
  const wrong = wrongParts(h, today) ?? (lacks?.code === "not_this_kind" ? lacks : (guess ?? day ?? lacks));
  // A guess does not hide that the station is missing or is a guess too.
  const also = wrong === guess && guess ? (more?.text ?? lacks?.text) : undefined;
  const place = { raw: plain.slice(h.start, h.end), start: h.start, end: h.end };
  return {
    kind: kind.key,
    label: kind.label,
    ...place,
    display,
    canonical: display,
    station,
    issuer: null,
    stationIsGuess: near?.sure === false || isNew === true,
    issuedOn: null,
    code: wrong?.code ?? null,
    warning: wrong ? [wrong.text, also].filter(Boolean).join(" ") : null,
  };
}

/** Neither on the list nor the organisation's own; without a list, one of which the message only speaks in passing. */
const isStranger = ({ name, isSaid }: Station, names: Names): boolean =>
  names.find(name) === null && (names.hasList || !isSaid);

function lacking(kind: SerialKind, station: string | null): { code: Oddity; text: string } | null {
  if (kind.parser.notA.length === 0) {
    const text = `This ${kind.parser.word} number opens no docket: ask for the case number.`;
    return { code: "not_this_kind", text };
  }
  return station ? null : { code: "no_station", text: "No station in the text: add it." };
}

function foundFree(plain: string, freeHit: FreeHit, today: string, law: Law): FoundReference {
  const kind = pickKind(plain, freeHit, law);
  const issuer = kind.issuerCounts === "platform" ? platformIn(plain, law) : null;
  const read = readFree(kind, freeHit.raw, { today, issuer }, law);
  const [odd] = read.warnings;
  return {
    kind: kind.key,
    label: kind.label,
    raw: freeHit.raw,
    start: freeHit.start,
    end: freeHit.end,
    display: read.display,
    canonical: read.canonical,
    station: null,
    issuer,
    stationIsGuess: false,
    issuedOn: null,
    warning: odd?.text ?? null,
    code: odd?.code ?? null,
  };
}

const ofPolice = /(?<!\p{L})(?:saps|sapd|police station|polisie(?:stasie)?)(?!\p{L})[^.;!?]{0,20}$/iu;

/** Several kinds may be announced by one word; what else the text speaks of decides, then the order of the law. */
function pickKind(plain: string, freeHit: FreeHit, law: Law): ReferenceKind {
  const free = law.referenceKinds.filter((kind) => !isSerial(kind));
  const lead = plain.slice(Math.max(0, freeHit.labelStart - 40), freeHit.labelStart);
  const named = general.test(freeHit.word) && free.find((kind) => kind.words.some((word) => isNamed(word, lead)));
  if (named) return named;
  // "SAPS ref 26/4/4/2": the police have no platform's number.
  const other = free.find((kind) => kind.key === "other");
  if (other && general.test(freeHit.word) && ofPolice.test(lead)) return other;
  const kinds = free.filter((kind) => kind.words.some((word) => word.toLowerCase() === freeHit.word));
  const around = plain.slice(Math.max(0, freeHit.labelStart - 160), freeHit.end + 120);
  const scored = kinds.map((kind) => ({ kind, score: score(kind, freeHit, around, law) }));
  const [best] = scored.toSorted((a, b) => b.score - a.score);
  const fallback = findReferenceKind("other", law) ?? law.referenceKinds[0];
  if (best) return best.kind;
  if (!fallback) throw new Error("The law names no kind of number.");
  return fallback;
}

/** `NCB Pretoria ref: 1`: the body is named by its own capitals just before. */
function isNamed(word: string, lead: string): boolean {
  return (
    /\p{Lu}/u.test(word) &&
    new RegExp(`(?<![\\p{L}\\p{N}])${quoted(word)}(?![\\p{L}\\p{N}])[^.;!?\n]*$`, "u").test(lead)
  );
}

function score(kind: ReferenceKind, freeHit: FreeHit, context: string, law: Law): number {
  const around = context.toLowerCase();
  const messages = kind.words.filter(
    (word) => word.toLowerCase() !== freeHit.word && !freeHit.word.includes(word.toLowerCase()),
  );
  const own = messages.filter((word) => around.includes(word.toLowerCase())).length;
  const body = kind.issuer
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length >= 5 && around.includes(word)).length;
  const platform = kind.issuerCounts === "platform" && platformIn(context, law) ? 3 : 0;
  return own + body + platform;
}
