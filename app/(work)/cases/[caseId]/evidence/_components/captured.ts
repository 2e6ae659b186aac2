import { choicesOf } from "@/app/_ui/choices-of";
import { named } from "@/app/_ui/named";
import {
  methodLabels,
  obtainedLabels,
  sensitivityLabels,
  timeSourceLabels,
  visibilityLabels,
} from "@/lib/evidence/exhibits/labels";
import type { CaptureOptions } from "./capture-fields";

/** The description of an exhibit, in form order. */
export const captured = named({
  description: { label: "What it shows" },
  words: { label: "Words said" },
  sourceUrl: { label: "Web address" },
  platform: { label: "Platform" },
  accountId: { label: "Account" },
  capturedAt: { label: "Captured on" },
  capturedZone: { label: "Time zone" },
  method: { label: "How it was captured", options: choicesOf(methodLabels) },
  howObtained: { label: "How it was obtained", options: choicesOf(obtainedLabels) },
  capturedBy: { label: "Captured by" },
  device: { label: "On which device" },
  sensitivity: { label: "How distressing is it?", options: choicesOf(sensitivityLabels) },
  incidentIds: { label: "Incidents that it shows" },
  timeSource: { label: "Where the time comes from", options: choicesOf(timeSourceLabels) },
  clockOffset: { label: "Seconds the device clock was ahead" },
  tool: { label: "Program and version" },
  postId: { label: "Id of the post or message" },
  visibility: { label: "Who could see it", options: choicesOf(visibilityLabels) },
  permalink: { label: "Permanent address of the post" },
  language: { label: "Language" },
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
