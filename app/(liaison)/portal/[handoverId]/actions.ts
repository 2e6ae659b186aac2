"use server";

import { formAction } from "@/app/form-action";
import { acknowledgeHandover } from "@/lib/handover/handovers/commands/acknowledge-handover";
import { askAboutPacket } from "@/lib/handover/handovers/commands/ask-about-packet";
import { numberHandover } from "@/lib/handover/handovers/commands/number-handover";
import { recordOutcome } from "@/lib/handover/handovers/commands/record-outcome";
import { t } from "@/lib/platform/language/translate";

export const acknowledgeAction = formAction(acknowledgeHandover, {
  refresh: "/portal",
  saved: t("Acknowledged. The organisation sees it now."),
});

export const numberAction = formAction(numberHandover, {
  refresh: "/portal",
  saved: t("Saved. The number is in the case’s references now."),
});

export const askAction = formAction(askAboutPacket, {
  refresh: "/portal",
  saved: t("Question sent. The organisation sees it now, and the answer will appear here."),
});

export const outcomeAction = formAction(recordOutcome, {
  refresh: "/portal",
  saved: t("Saved. The organisation sees it now."),
});
