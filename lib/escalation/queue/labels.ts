import type { CaseClock } from "@/lib/law/clocks/types";
import type { PlaybookStep } from "@/lib/law/jurisdictions/types";
import { t } from "@/lib/platform/language/translate";
import { capitalised, formatDate } from "@/lib/platform/text/format";

/** What to do about a step that is with others and has no act of its own for that. */
export const askAgain = (step: PlaybookStep): string => t("Ask again: {title}", { title: step.title });

export const lateReason = (clock: CaseClock): string =>
  t("{why}. {afterwards}", { why: capitalised(clock.why), afterwards: clock.afterwards });

export const soonReason = (clock: CaseClock): string =>
  t("{why}, due {dueOn}.", { why: capitalised(clock.why), dueOn: formatDate(clock.dueOn) });
