import type { PlaybookStep } from "@/lib/law/jurisdictions/types";
import { t } from "@/lib/platform/language/translate";
import { formatDate } from "@/lib/platform/text/format";
import type { Stage, StepStage } from "./types";

/** How far a step is, in one sentence that claims no more than what is known. */
export function stageWords({ stage, on, by, onTheWay }: StepStage, { waitsOn }: Pick<PlaybookStep, "waitsOn">): string {
  const day = on ? t(" on {day}", { day: formatDate(on) }) : "";
  if (onTheWay)
    return t("Handed over{day} to {by}. Nothing shows yet that it is with: {receiver}.", {
      day,
      by,
      receiver: waitsOn,
    });
  const words: Record<Stage, string> = {
    to_do: t("Nothing was prepared or sent yet."),
    prepared: t("Prepared, not sent."),
    sent: t("Sent{day}. Nobody has confirmed that they have it.", { day }),
    received: t("Received{day} by: {by}. Not answered yet.", { day, by }),
    answered: t("Answered{day} by: {by}. It goes on.", { day, by }),
    closed: t("Closed{day}.", { day }),
    not_needed: t("Not needed."),
  };
  return words[stage];
}
