import type { LegalSource } from "@/lib/law/jurisdictions/types";
import { t } from "@/lib/platform/language/translate";
import type { Category, NoticeState } from "./types";

export const categoryLabels: Record<Category, string> = {
  identity: t("Name or identity number"),
  contact: t("Phone or e-mail"),
  address: t("Address"),
  safe_contact: t("How to reach them safely"),
  health_or_sex_life: t("Health or sex life (special information)"),
  criminal_allegations: t("Alleged crimes (special information)"),
  evidence: t("Evidence files"),
  messages: t("Messages and chats"),
  numbers: t("Case and report numbers"),
};

export const noticeLabels: Record<NoticeState, string> = {
  listed: t("No notice yet"),
  drafted: t("To review for safety"),
  reviewed: t("Reviewed, to be given"),
  stale: t("Safe contact changed: review again"),
  sent: t("Given"),
};

/** What the law requires, according to the reference data. The hours are our own. */
export const breachLaw = {
  text: t(
    "Reasonable grounds: tell the Regulator and the people concerned as soon as reasonably possible, in writing, with consequences, measures, advice, and who did it if that is known. Only police or the Regulator may ask to wait.",
  ),
  source: t("POPIA s 22"),
  marks: ["V2"],
  checkedOn: "2026-11-24",
  ours: t("24 and 72 hours are our reminders, not a time that the law gives."),
} satisfies LegalSource & { ours: string };

/** The checks of a notice before it goes: each must be ticked. */
export const safetyChecks = {
  channelSafe: t("It goes by the channel that the client chose, in the hours they chose"),
  nobodyElse: t("Nobody else sees that device, account or mailbox"),
  subjectLine: t("Subject line and first words follow their rule and give nothing away"),
  neverKept: t("Nothing in it is on their list of what never to do"),
} as const;
