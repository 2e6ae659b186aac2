import { dueOf } from "@/lib/law/clocks/rules";
import { findClock, type Law } from "@/lib/law/jurisdictions/rules";
import { t } from "@/lib/platform/language/translate";
import { formatDate } from "@/lib/platform/text/format";
import type { CivilDate } from "@/lib/platform/time/calendar";
import { accessClock } from "./labels";
import type { Asker, RequestState, RightKind } from "./types";

export type Due = { dueOn: CivilDate; dueBy: "law" | "hand" };

/** The day of the law data, or the one that a person chose before it; null when there is neither. */
export function dueDay(
  asked: { kind: RightKind; receivedOn: CivilDate; dueOn: CivilDate | null },
  moment: { today: CivilDate; now: Date; zone: string },
  law: Law,
): Due | null {
  if (asked.dueOn) return { dueOn: asked.dueOn, dueBy: "hand" };
  const rule = asked.kind === "access" ? findClock(accessClock, law) : null;
  const due = rule && dueOf(rule, { on: asked.receivedOn }, moment, law);
  return due ? { dueOn: due.dueOn, dueBy: "law" } : null;
}

/** What may still happen to it. A refusal is answered too, and stays a refusal. */
export const isOpen = ({ state, answeredOn }: { state: RequestState; answeredOn: CivilDate | null }): boolean =>
  state !== "answered" && state !== "withdrawn" && answeredOn === null;

/** Whether the answer may ever be a folder of the data: only to the client's own request, and only if requested. */
export const mayYieldFolder = (kind: RightKind, fromWhom: Asker): boolean => kind === "access" && fromWhom === "client";

/** The person a case is about is never told whether there is anything. */
export const isNeverConfirmed = (kind: RightKind, fromWhom: Asker): boolean =>
  kind === "access" && fromWhom === "subject";

type Answer = {
  kind: RightKind;
  fromWhom: Asker;
  state: RequestState;
  confirms: boolean;
  receivedOn: CivilDate;
};

const granted: Record<RightKind, string> = {
  access: t("You receive what we keep about you with this letter, or in the way that we agreed."),
  correction: t("What you told us about was corrected. What was recorded before is kept, and marked as wrong."),
  deletion: t("What we keep about you is being erased. Copies in backups are gone when those backups are removed."),
  restriction: t("We keep what we have, change nothing of it and give nothing out, until we tell you otherwise."),
  objection: t("We no longer use what you objected to."),
};

/**
 * A letter that can be sent unchanged. Unless a supervisor permits it to confirm that data is held, it is word for word
 * the same for every requester: with a case, without one, the person a case is about or a stranger.
 */
export function answerDraft({ kind, fromWhom, state, confirms, receivedOn }: Answer): string {
  const came = t("We have your request of {receivedOn}.", { receivedOn: formatDate(receivedOn) });
  if (!confirms || isNeverConfirmed(kind, fromWhom)) return [came, ...neutral].join("\n\n");
  if (state === "refused") return [came, t("We cannot do what you asked."), complain].join("\n\n");
  return [came, granted[kind], complain].join("\n\n");
}

/** States no time limit: the one in the law data is not confirmed, and a reader would take it for certain. */
const complain = t("If you do not agree, you can complain to the Information Regulator.");

const neutral = [
  t(
    "We do not tell anybody whether we keep information about a person, or whether a person has come to us, unless we are sure who is asking and that the answer puts nobody in danger. Everybody else gets this letter. It does not say whether any information is kept.",
  ),
  complain,
];

export const correctionPlace = (row: string) => ({ table: "corrections", column: "words", row });
