import { labelTable } from "@/lib/platform/language/label-table";
import { t } from "@/lib/platform/language/translate";
import type { ChatFormat, ChatProblem, ClockMark, DateOrder, ImportState, MessageKind } from "./types";

export const formatLabels: Record<ChatFormat, string> = labelTable(() => ({
  whatsapp: t("WhatsApp"),
  instagram: t("Instagram"),
  facebook: t("Facebook Messenger"),
  sms: t("SMS backup"),
  eml: t("E-mail"),
}));

export const stateLabels: Record<ImportState, string> = labelTable(() => ({
  reading: t("Reading"),
  needs_answer: t("Needs an answer"),
  ready: t("Read"),
  failed: t("Not read"),
}));

export const orderLabels: Record<DateOrder, string> = labelTable(() => ({
  dmy: t("Day first: 31/12/2021"),
  mdy: t("Month first: 12/31/2021"),
  ymd: t("Year first: 2021/12/31"),
}));

export const kindLabels: Record<MessageKind, string> = labelTable(() => ({
  text: t("Text"),
  media: t("Picture, sound or file"),
  call: t("Call"),
  deleted: t("Deleted message"),
  system: t("Message from the app"),
}));

export const clockLabels: Record<NonNullable<ClockMark>, string> = labelTable(() => ({
  twice: t("This time came twice that night. The first is meant here"),
  jumped_over: t("The clocks jumped over this time. Read an hour later"),
}));

/** What to do about an export that was not read. Each starts with the problem. */
export const problemLabels: Record<ChatProblem | "lines", string> = labelTable(() => ({
  empty: t("The file is empty. Export the chat again."),
  too_large: t("The file is larger than is read. Export the chat without media, and add that as an exhibit too."),
  unreadable: t("The file is damaged, or its layout is not one that we know. The exhibit itself is kept as it came."),
  truncated: t("The file ends too early. Ask for the export again."),
  password_protected: t("The file is locked with a password. Ask for one without."),
  not_a_chat: t("This is not an export of a chat. Known: WhatsApp, Instagram, Facebook, SMS Backup & Restore, e-mail."),
  no_messages: t("No message was found in it. Check that it is the export and not another file."),
  several_conversations: t(
    "It holds several conversations. Only the one that matters belongs on the case: export that one, or pack its folder alone.",
  ),
  day_or_month_first: t("Its dates may be read two ways."),
  stopped: t("Reading it broke off. What was read before that is kept below."),
  took_too_long: t("Reading it took too long. What was read before that is kept below."),
  lines: t("Some lines could not be read."),
}));

/**
 * What a message is marked with. The words are in `danger.yaml`: they help to find a passage, and prove nothing about
 * it.
 */
export const markers: readonly { key: string; label: string }[] = labelTable(() => [
  { key: "harm", label: t("Harm to a person") },
  { key: "weapon", label: t("A weapon") },
  { key: "watching", label: t("Watching and finding") },
  { key: "exposure", label: t("Threat to publish") },
  { key: "demand", label: t("Demand") },
  { key: "property", label: t("Damage") },
  { key: "no_contact", label: t("Told to stop") },
]);
