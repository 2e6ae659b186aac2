import { t } from "@/lib/platform/language/translate";
import type { Apart, Channel, Danger, EnquiryState, Reader } from "./types";

export const enquiryStates: Record<EnquiryState, string> = {
  open: t("Open"),
  case: t("Part of a case"),
  referred: t("Referred elsewhere"),
  set_aside: t("Set aside"),
};

export const dangerLabels: Record<Danger, string> = {
  yes: t("In danger now"),
  no: t("Not in danger now"),
  unknown: t("Danger not known"),
};

export const channelLabels: Record<Channel, string> = {
  none: t("Nobody contacts her: she comes back with her code"),
  sms: t("Text message"),
  call: t("Phone call"),
  whatsapp: t("WhatsApp"),
  email: t("E-mail"),
};

export const readerLabels: Record<Reader, string> = {
  nobody: t("Nobody but her"),
  somebody: t("Somebody does, or may"),
  unknown: t("She does not know"),
};

export const apartLabels: Record<Apart, string> = {
  flood: t("Many came at once"),
  hidden_field: t("A field was filled in that people do not see"),
};
