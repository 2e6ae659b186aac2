import { choicesOf } from "@/app/_ui/choices-of";
import { named } from "@/app/_ui/named";
import {
  methodLabels,
  obtainedLabels,
  sensitivityLabels,
  timeSourceLabels,
  visibilityLabels,
} from "@/lib/evidence/exhibits/labels";
import { t } from "@/lib/platform/language/translate";
import type { CaptureOptions } from "./capture-fields";

/** The description of an exhibit, in form order. */
export const captured = named({
  description: { label: t("What it shows") },
  words: { label: t("Words said") },
  sourceUrl: { label: t("Web address") },
  platform: { label: t("Platform") },
  accountId: { label: t("Account") },
  capturedAt: { label: t("Captured on") },
  capturedZone: { label: t("Time zone") },
  method: { label: t("How it was captured"), options: choicesOf(methodLabels) },
  howObtained: { label: t("How it was obtained"), options: choicesOf(obtainedLabels) },
  capturedBy: { label: t("Captured by") },
  device: { label: t("On which device") },
  sensitivity: { label: t("How distressing is it?"), options: choicesOf(sensitivityLabels) },
  incidentIds: { label: t("Incidents that it shows") },
  timeSource: { label: t("Where the time comes from"), options: choicesOf(timeSourceLabels) },
  clockOffset: { label: t("Seconds the device clock was ahead") },
  tool: { label: t("Program and version") },
  postId: { label: t("Id of the post or message") },
  visibility: { label: t("Who could see it"), options: choicesOf(visibilityLabels) },
  permalink: { label: t("Permanent address of the post") },
  language: { label: t("Language") },
});

/** The same with what can be chosen in this case. */
export const capturedFrom = ({ platforms, accounts, incidents }: CaptureOptions) => ({
  ...captured,
  platform: { ...captured.platform, options: platforms },
  accountId: { ...captured.accountId, options: accounts.map(({ value, label }) => ({ value, label })) },
  incidentIds: {
    ...captured.incidentIds,
    options: incidents.options.map(({ id, code, label }) => ({ value: id, label: `${code} ${label}` })),
  },
});
