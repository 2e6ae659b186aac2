import type { Choice } from "@/app/_ui/choice";
import type { ClashField } from "@/app/_ui/clash";
import {
  methodLabels,
  obtainedLabels,
  sensitivityLabels,
  timeSourceLabels,
  visibilityLabels,
} from "@/lib/evidence/exhibits/labels";
import type { CaptureOptions } from "./capture-fields";

const choices = (labels: Record<string, string>): Choice[] =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));

/** What is said about an exhibit, in the order of its form, for two people who said it at once. */
export function clashFields({ platforms, accounts, incidents }: CaptureOptions): ClashField[] {
  return [
    { name: "description", label: "What it shows" },
    { name: "words", label: "Words said" },
    { name: "sourceUrl", label: "Web address" },
    { name: "platform", label: "Platform", options: platforms },
    { name: "accountId", label: "Account", options: accounts.map(({ value, label }) => ({ value, label })) },
    { name: "capturedAt", label: "Captured on" },
    { name: "capturedZone", label: "Time zone" },
    { name: "method", label: "How it was captured", options: choices(methodLabels) },
    { name: "howObtained", label: "How it was obtained", options: choices(obtainedLabels) },
    { name: "capturedBy", label: "Captured by" },
    { name: "device", label: "On which device" },
    { name: "sensitivity", label: "How hard it is to see", options: choices(sensitivityLabels) },
    {
      name: "incidentIds",
      label: "Incidents that it shows",
      options: incidents.options.map(({ id, code, label }) => ({ value: id, label: `${code} ${label}` })),
    },
    { name: "timeSource", label: "Where the time comes from", options: choices(timeSourceLabels) },
    { name: "clockOffset", label: "Seconds the clock was ahead" },
    { name: "tool", label: "Program and version" },
    { name: "postId", label: "Id of the post or message" },
    { name: "visibility", label: "Who could see it", options: choices(visibilityLabels) },
    { name: "permalink", label: "Permanent address of the post" },
    { name: "language", label: "Language" },
  ];
}
