import { labelTable } from "@/lib/platform/language/label-table";
import { t } from "@/lib/platform/language/translate";
import type { MessageState, Off } from "./types";

/** The wording of each type of message. */
export const eventWords: Record<string, string> = labelTable(() => ({
  "case.opened": t("Case opened"),
  "case.closed": t("Case closed"),
  "case.reopened": t("Case reopened"),
  "reference.recorded": t("Reference recorded"),
  "step.completed": t("Step completed by its own record"),
  "deadline.overdue": t("Deadline overdue"),
  "exhibit.added": t("Exhibit added"),
  "document.finalised": t("Document finalised"),
  "packet.built": t("Packet built"),
  "packet.approved": t("Packet approved"),
  "packet.released": t("Packet handed over"),
  "packet.acknowledged": t("Packet acknowledged by an officer"),
  "webhook.test": t("Test"),
}));

export const stateWords: Record<MessageState, string> = labelTable(() => ({
  waiting: t("Waiting"),
  sent: t("Sent"),
  given_up: t("Given up"),
  left_out: t("Left out"),
}));

export const offWords: Record<Off, string> = labelTable(() => ({
  person: t("Turned off by an administrator."),
  gone: t("Turned off: the receiver answered that it is gone for good (410)."),
  failing: t("Turned off: nothing could be sent for three days."),
}));

/** Why there was no answer. */
const problemWords: Record<string, string> = labelTable(() => ({
  no_such_host: t("No such host"),
  own_network: t("The name leads into a private network: nothing was sent"),
  unreachable: t("No connection"),
  proxy_refused: t("No connection"),
  not_trusted: t("The certificate is not trusted"),
  too_slow: t("No answer in time"),
  too_large: t("The answer was too large"),
  closed_early: t("The connection was closed early"),
}));

/** `Answered 500`, or why there was no answer. */
export function answerWords({ status, problem }: { status: number | null; problem: string | null }): string {
  if (status !== null) return t("Answered {status}", { status });
  return problemWords[problem ?? ""] ?? t("No connection");
}
