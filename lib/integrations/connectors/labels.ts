import { labelTable } from "@/lib/platform/language/label-table";
import { t } from "@/lib/platform/language/translate";
import type { ConnectorKind, EnquiryField } from "./types";

/** How each sends. */
export const kindWords: Record<ConnectorKind, string> = labelTable(() => ({
  kobotoolbox: t("REST service of a form, in JSON, with a header of its own."),
  primero: t("A case of its REST API v2, in data."),
}));

/** Our questions of an enquiry. */
export const fieldWords: Record<EnquiryField, string> = labelTable(() => ({
  what: t("What happened"),
  name: t("Name"),
  danger: t("Danger now: yes, no or unknown"),
  country: t("Country where she is"),
  otherCountry: t("Country where the other person is"),
  channel: t("How to reach her: none, sms, call, whatsapp or email"),
  contact: t("Phone or e-mail"),
  hours: t("When it is safe"),
  avoid: t("What to avoid"),
  readBy: t("Who else reads: nobody, somebody or unknown"),
  language: t("Language: en, zu, xh, af, st or es"),
}));
