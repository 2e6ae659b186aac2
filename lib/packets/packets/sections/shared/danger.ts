import type { PacketSnapshot } from "../../snapshot/snapshot";
import { at, dayOf, isolated, onWall, sentence, stop } from "../words";

type Danger = NonNullable<PacketSnapshot["case"]["danger"]>;
type Said = { text: string; sources: string[] };

/** More quotations than this are left to the acts themselves. */
const mostQuoted = 3;

const answerWords: Record<NonNullable<Danger["answer"]>, string> = {
  imminent: "imminent",
  serious: "serious, but not imminent",
  none: "no danger seen",
};

/** The words that raised the question, the newest last: `On 7 Nov 2026 at 06:41 SAST (I-4): “…”` */
function quoted({ acts }: Danger, zone: string): string[] {
  const worded = acts.filter(({ words }) => words.length > 0);
  const shown = worded.slice(-mostQuoted);
  const rest = worded.slice(0, -mostQuoted).map(({ incident }) => incident);
  const quotes = shown.map(
    ({ incident, at: when, words }) =>
      `On ${at(when, zone)} (${incident}): ${words.map((one) => `“${isolated(one)}”`).join(" ")}`,
  );
  return rest.length > 0 ? [`See also ${rest.join(", ")}.`, ...quotes] : quotes;
}

/** Who assessed it, when, the answer with its reason, what was done, and when somebody looks again. */
function assessed({ answer, assessedAt, assessedBy, reason, steps, reviewOn }: Danger, zone: string): string {
  if (!answer || !assessedAt) return "Nobody has assessed yet whether there is danger.";
  const who = `Assessed on ${at(assessedAt, zone)} by ${assessedBy ?? "this organisation"}: ${answerWords[answer]}.`;
  const done = steps.map(({ what, at: when }) => `${within(what)}${when ? ` (${onWall(when, zone)})` : ""}`);
  return [
    who,
    reason ? stop(sentence(reason)) : "",
    done.length > 0 ? `What was done: ${done.join("; ")}.` : "",
    reviewOn ? `To be assessed again by ${dayOf(`${reviewOn}T12:00:00Z`, "UTC")}.` : "",
  ]
    .filter(Boolean)
    .join(" ");
}

const within = (text: string): string => text.trim().replace(/[.;]+$/, "");

const sourcesOf = ({ acts }: Danger): string[] =>
  acts.length > 0 ? acts.map(({ incident }) => incident) : ["case record"];

/** The danger as this organisation recorded it, in sentences; null when no words raised it and nobody assessed it. */
export function dangerStated({ case: { danger }, zones }: Pick<PacketSnapshot, "case" | "zones">): Said | null {
  if (!danger) return null;
  const text = [...quoted(danger, zones.home), assessed(danger, zones.home)].join(" ");
  return { text, sources: sourcesOf(danger) };
}

/** Only who assessed it and how, without the words. */
export function dangerAssessed({ case: { danger }, zones }: Pick<PacketSnapshot, "case" | "zones">): Said | null {
  if (!danger) return null;
  return { text: assessed(danger, zones.home), sources: sourcesOf(danger) };
}

/** Said where a packet has a place for danger, and no act speaks of any. */
export const nothingRaised =
  "No act recorded names a day, a place, a weapon or the like, and no danger is recorded. Whether there is danger is for the police.";
