import { t } from "@/lib/platform/language/translate";
import type { NoticeChannel, NoticeProblem } from "./types";

export const channelLabels: Record<NoticeChannel, string> = {
  sms: t("Text message"),
  email: t("E-mail"),
};

export const noticeProblems: Record<NoticeProblem, string> = {
  no_page: t("The client has no open page to look at."),
  open_protocol: t("A part of the safe-contact protocol is not agreed yet."),
  not_agreed: t("It was not agreed with the client that we send on this channel."),
  limit: t("A limit of the safe-contact protocol forbids this channel."),
  no_address: t("Her phone number or address for this channel is not recorded."),
  not_set_up: t("The installation has nothing that sends on this channel."),
  not_safe_now: t("It was no longer a safe hour when it could have been sent."),
  closed: t("The case is closed or restricted."),
};
