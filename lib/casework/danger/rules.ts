import { asSought, wordGroups } from "@/lib/law/jurisdictions/common/danger-words";
import type { ActText, Assessment, DangerQuestion, RaisedAct } from "./types";

/** Where the encrypted parts of an answer are stored. */
export const assessmentPlace = (row: string, column: "acts" | "reason" | "steps") => ({
  table: "danger_assessments",
  column,
  row,
});

const asking = wordGroups.filter(({ asks }) => asks);

/** Longer passages are cut: the act itself is printed in full elsewhere. */
const longest = 240;

type Hit = { kind: string; word: string; from: number; to: number };

function hitsIn(text: string): Hit[] {
  const sought = asSought(text);
  return asking.flatMap(({ key, pattern }) =>
    [...sought.matchAll(pattern)].map(({ 0: found, index }) => ({
      kind: key,
      word: found.toLowerCase().replace(/\s+/g, " "),
      from: index,
      to: index + found.length,
    })),
  );
}

/** A short text whole, as it was sent; of a longer one the sentences that hold one of the words, each once. */
function passagesOf(text: string, hits: readonly Hit[]): string[] {
  if (hits.length === 0) return [];
  const whole = text.trim().replace(/\s*\n\s*/g, " ");
  if (whole.length <= longest) return [whole];
  let from = 0;
  const sentences = text.split(/(?<=[.!?…])\s+|\n+/u).map((sentence) => {
    const start = text.indexOf(sentence, from);
    from = start + sentence.length;
    return { sentence: sentence.trim(), start, end: from };
  });
  const holding = sentences.filter(({ start, end }) => hits.some((hit) => hit.from < end && hit.to > start));
  return [...new Set(holding.map(({ sentence }) => clipped(sentence)))];
}

function clipped(sentence: string): string {
  return sentence.length <= longest ? sentence : `${sentence.slice(0, longest - 2).trimEnd()} …`;
}

/** The passages of a text that raise the question. */
export const passagesIn = (text: string | null): string[] => (text ? passagesOf(text, hitsIn(text)) : []);

/** What of an act raises the question of danger; null if nothing does. */
export function raisedBy({ id, code, at, words, what }: ActText): RaisedAct | null {
  const sent = hitsIn(words ?? "");
  const written = hitsIn(what);
  const hits = [...sent, ...written];
  if (hits.length === 0) return null;
  return {
    incidentId: id,
    code,
    at,
    kinds: [...new Set(hits.map(({ kind }) => kind))],
    found: [...new Set(hits.map(({ kind, word }) => `${kind} ${word}`))].sort(),
    words: passagesOf(words ?? "", sent),
    note: passagesOf(what, written),
  };
}

/** Whether an assessment answers for an act as it is now: it was shown with each of these words. */
function isCovered(act: RaisedAct, { acts }: Assessment): boolean {
  const shown = acts.find(({ incidentId }) => incidentId === act.incidentId);
  return shown !== undefined && act.found.every((word) => shown.found.includes(word));
}

type Given = { acts: readonly ActText[]; last: Assessment | null; inDanger: boolean; dangerSince: Date | null };

/**
 * Whether somebody has to say if there is danger: an act has words of a day, a place, a weapon or the like that the last
 * assessment does not cover, or the case was marked as in danger since.
 */
export function questionOf({ acts, last, inDanger, dangerSince }: Given): DangerQuestion {
  const raised = acts.flatMap((act) => raisedBy(act) ?? []).toSorted((a, b) => a.at.getTime() - b.at.getTime());
  const open = raised.filter((act) => last === null || !isCovered(act, last));
  const flaggedSince = inDanger && (last === null || (dangerSince !== null && dangerSince > last.assessedAt));
  return { acts: raised, open, flaggedSince, isOpen: open.length > 0 || flaggedSince, last };
}

/** What a person was shown, in short: an act that comes or changes meanwhile makes another. */
export function shownMark(acts: readonly RaisedAct[]): string {
  const all = acts.map(({ incidentId, found }) => `${incidentId}:${found.join("|")}`).join("\n");
  return `${acts.length}-${hashOf(all)}`;
}

/** FNV-1a in 64 bits: it tells two lists apart, and keeps no secret. */
function hashOf(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const char of text) hash = BigInt.asUintN(64, (hash ^ BigInt(char.codePointAt(0) ?? 0)) * 0x100000001b3n);
  return hash.toString(36);
}
