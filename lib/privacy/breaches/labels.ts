import type { LegalSource } from "@/lib/law/jurisdictions/types";
import type { Category, NoticeState } from "./types";

export const categoryLabels: Record<Category, string> = {
  identity: "Name or identity number",
  contact: "Phone or e-mail",
  address: "Address",
  safe_contact: "How to reach them safely",
  health_or_sex_life: "Health or sex life (special information)",
  criminal_allegations: "Alleged crimes (special information)",
  evidence: "Evidence files",
  messages: "Messages and chats",
  numbers: "Case and report numbers",
};

export const noticeLabels: Record<NoticeState, string> = {
  listed: "No notice yet",
  drafted: "To review for safety",
  reviewed: "Reviewed, to be given",
  stale: "Safe contact changed: review again",
  sent: "Given",
};

/** What the law requires, according to the reference data. The hours are our own. */
export const breachLaw = {
  text: "Reasonable grounds: tell the Regulator and the people concerned as soon as reasonably possible, in writing, with consequences, measures, advice, and who did it if that is known. Only police or the Regulator may ask to wait.",
  source: "POPIA s 22",
  marks: ["V2"],
  checkedOn: "2026-11-24",
  ours: "24 and 72 hours are our reminders, not a time that the law gives.",
} satisfies LegalSource & { ours: string };

/** The checks of a notice before it goes: each must be ticked. */
export const safetyChecks = {
  channelSafe: "It goes by the channel that the client chose, in the hours they chose",
  nobodyElse: "Nobody else sees that device, account or mailbox",
  subjectLine: "Subject line and first words follow their rule, and say nothing",
  neverKept: "Nothing in it is on their list of what never to do",
} as const;
