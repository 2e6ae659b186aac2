import { Chip, type ChipKind } from "@/app/_ui/chip";
import { Disclosure } from "@/app/_ui/disclosure";
import type { IconName } from "@/app/_ui/icon-names";
import { Notice } from "@/app/_ui/notice";
import { Facts, Panel } from "@/app/_ui/panel";
import { Timeline } from "@/app/_ui/timeline";
import { resultLabels, standingLabels } from "@/lib/handover/officers/labels";
import type { CallbackResult, OfficerView, Standing } from "@/lib/handover/officers/types";
import { t } from "@/lib/platform/language/translate";
import { formatInstant } from "@/lib/platform/text/format";
import { CallbackForm } from "./callback-form";
import { EntryForm } from "./entry-form";

type EntryProps = { officer: OfficerView; zone: string /** Whoever looks may change the directory. */; keeps: boolean };

const chips: Record<Standing, ChipKind> = { confirmed: "done", before: "warning", unconfirmed: "overdue" };
const signs: Record<CallbackResult, IconName> = { confirmed: "check", not_confirmed: "phone", not_known: "ban" };

/** One officer: what is known, who confirmed it, each call, and the two forms for those who keep the directory. */
export function OfficerEntry({ officer, zone, keeps }: EntryProps) {
  const { id, rank, name, standing, callbacks } = officer;
  return (
    <Panel
      id={`officer-${id}`}
      title={`${rank} ${name}`}
      end={<Chip kind={chips[standing]}>{standingLabels[standing]}</Chip>}
    >
      <Facts items={factsOf(officer, zone)} />
      <WhatIsMissing officer={officer} keeps={keeps} />
      {callbacks.length > 0 ? (
        <Timeline
          events={callbacks.map((call) => ({
            key: call.id,
            icon: signs[call.result],
            title: t("{label}. Called by {calledBy}", {
              label: resultLabels[call.result].label,
              calledBy: call.calledBy,
            }),
            detail: t("{phone}, found in: {source}. Answered by {answeredBy}.{value}", {
              phone: call.phone,
              source: call.source,
              answeredBy: call.answeredBy,
              value: call.said ? ` ${call.said}` : "",
            }),
            at: call.calledAt.toISOString(),
            when: formatInstant(call.calledAt, zone),
          }))}
        />
      ) : null}
      {keeps ? (
        <>
          <Disclosure label={t("Note a call-back")}>
            <CallbackForm officer={officer} zone={zone} />
          </Disclosure>
          <Disclosure label={t("Change the entry")}>
            <EntryForm officer={officer} />
          </Disclosure>
        </>
      ) : null}
    </Panel>
  );
}

function factsOf(officer: OfficerView, zone: string): { name: string; value: string }[] {
  const {
    forceNumber,
    agency,
    unit,
    address,
    phone,
    zone: ownZone,
    addedBy,
    changedBy,
    changedAt,
    confirmedBy,
    confirmedAt,
  } = officer;
  return [
    { name: t("Force number"), value: forceNumber },
    { name: t("Agency"), value: agency },
    { name: t("Unit"), value: unit },
    { name: t("Portal"), value: officer.hasAccount ? "Has an account" : "No account: by link or on paper" },
    { name: t("Address of the office"), value: address || "Not filled in" },
    { name: t("Phone of the office"), value: phone || "Not filled in" },
    { name: t("Time zone of the office"), value: ownZone ?? t("Not filled in: the device decides") },
    { name: t("Added by"), value: addedBy ?? "Not recorded" },
    ...(changedBy && changedAt
      ? [{ name: t("Last changed"), value: `${changedBy}, ${formatInstant(changedAt, zone)}` }]
      : []),
    {
      name: t("Confirmed"),
      value: confirmedBy && confirmedAt ? `${confirmedBy}, ${formatInstant(confirmedAt, zone)}` : "Not yet",
    },
  ];
}

function WhatIsMissing({ officer: { standing, whyNotConfirm }, keeps }: { officer: OfficerView; keeps: boolean }) {
  if (standing === "confirmed") return null;
  const title =
    standing === "before"
      ? t("Please call this office back")
      : t("Nothing can be handed to this officer until they are confirmed");
  const todo = keeps
    ? (whyNotConfirm ?? t("Call the office and record the result."))
    : t("Ask a supervisor or an administrator.");
  return (
    <Notice kind="warning" title={title}>
      {standing === "before"
        ? t("They were registered before call-backs were noted and can be handed packets meanwhile. ")
        : ""}
      {todo}
    </Notice>
  );
}
