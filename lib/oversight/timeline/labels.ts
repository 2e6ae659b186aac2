import { kindLabels } from "@/lib/casework/notes/labels";
import { labelTable } from "@/lib/platform/language/label-table";
import { t } from "@/lib/platform/language/translate";
import type { TimelineKind } from "./types";

export const timelineLabels: Record<TimelineKind, string> = labelTable(() => ({
  ...kindLabels,
  number: t("Official number"),
  step: t("Step"),
  act: t("Act"),
  event: t("Other event"),
  evidence: t("Evidence"),
  packet: t("Packet"),
  handover: t("Handover"),
  document: t("Document"),
  letter_in: t("Letter in"),
  letter_out: t("Letter out"),
  takedown: t("Take-down"),
  refusal: t("Refusal"),
  danger: t("Danger"),
  consent: t("Consent"),
  release: t("Release"),
  referral: t("Referral"),
  flag: t("Flag"),
  review: t("Review note"),
  case: t("Case"),
}));

/** What the filter offers: groups of kinds, and the kinds of contacts one by one. */
export const timelineGroups: Readonly<Record<string, { label: string; kinds: readonly TimelineKind[] }>> = labelTable(
  () => ({
    notes: { label: t("Notes"), kinds: ["note"] },
    contacts: { label: t("All contacts"), kinds: ["call", "visit", "message", "meeting"] },
    call: { label: t("Calls"), kinds: ["call"] },
    visit: { label: t("Visits"), kinds: ["visit"] },
    message: { label: t("Messages"), kinds: ["message"] },
    meeting: { label: t("Meetings"), kinds: ["meeting"] },
    numbers: { label: t("Official numbers"), kinds: ["number"] },
    steps: { label: t("Steps"), kinds: ["step"] },
    incidents: { label: t("Incidents"), kinds: ["act", "event"] },
    evidence: { label: t("Evidence"), kinds: ["evidence"] },
    packets: { label: t("Packets and handovers"), kinds: ["packet", "handover"] },
    documents: { label: t("Documents"), kinds: ["document"] },
    letters: { label: t("Letters in and out"), kinds: ["letter_in", "letter_out"] },
    letter_in: { label: t("Letters in"), kinds: ["letter_in"] },
    letter_out: { label: t("Letters out"), kinds: ["letter_out"] },
    takedowns: { label: t("Take-downs"), kinds: ["takedown"] },
    refusals: { label: t("Refusals"), kinds: ["refusal"] },
    danger: { label: t("Danger"), kinds: ["danger"] },
    consents: { label: t("Consent"), kinds: ["consent"] },
    releases: { label: t("Releases"), kinds: ["release"] },
    referrals: { label: t("Referrals"), kinds: ["referral"] },
    supervision: { label: t("Flags and review notes"), kinds: ["flag", "review"] },
    case: { label: t("Opening and closing"), kinds: ["case"] },
  }),
);

export const markLabels = labelTable(() => ({
  pinned: t("Pinned"),
  supervision: t("Supervision note"),
  withdrawn: t("Withdrawn"),
  undone: t("Undone"),
}));
