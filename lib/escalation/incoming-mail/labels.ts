import { labelTable } from "@/lib/platform/language/label-table";
import { t } from "@/lib/platform/language/translate";
import type { HeldReason, MailState } from "./types";

export const mailStates: Record<MailState, string> = labelTable(() => ({
  held: t("To look at"),
  filed: t("Filed"),
  set_aside: t("Set aside"),
}));

export const heldReasonLabels: Record<HeldReason, string> = labelTable(() => ({
  no_token: t("It names no reply address of a case, or of one that is no longer here."),
  several_tokens: t("It names the reply addresses of several cases or offices."),
  ended: t("The reply address was ended."),
  closed: t("The case is closed."),
  restricted: t("The case is restricted, so nobody may work on it."),
  stopped: t("The case takes no files, so the message itself was not kept. Only its text is here."),
  other_sender: t("It does not come from whom the address was given to."),
  several_senders: t("It does not say who wrote it, or names several people."),
  not_proven: t("Our mail server could not confirm that it comes from this sender. Anybody can write any sender."),
  not_checked: t("Nobody knows whether it comes from this sender: our mail server noted no check that we trust."),
  automatic: t("A machine wrote it: an absence notice, a failure to deliver, or a mailing list."),
  own: t("It comes from an address of ours, so it may go round in circles."),
  same_id: t("Another mail with the same identification came before, with other words."),
  unread: t("It could not be taken apart. Only its bytes are here."),
  too_large: t("It is larger than 40 MB, so only its beginning was read. It is still in the mailbox."),
  flood: t("Many came from this sender, or for this address, in a short time."),
}));
