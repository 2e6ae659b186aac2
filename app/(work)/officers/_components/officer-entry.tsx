import { Chip, type ChipKind } from "@/app/_ui/chip";
import { Disclosure } from "@/app/_ui/disclosure";
import type { IconName } from "@/app/_ui/icon-names";
import { Notice } from "@/app/_ui/notice";
import { Facts, Panel } from "@/app/_ui/panel";
import { Timeline } from "@/app/_ui/timeline";
import { resultLabels, standingLabels } from "@/lib/handover/officers/labels";
import type { CallbackResult, OfficerView, Standing } from "@/lib/handover/officers/types";
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
            title: `${resultLabels[call.result].label}. Called by ${call.calledBy}`,
            detail: `${call.phone}, found in: ${call.source}. Answered by ${call.answeredBy}.${call.said ? ` ${call.said}` : ""}`,
            at: call.calledAt.toISOString(),
            when: formatInstant(call.calledAt, zone),
          }))}
        />
      ) : null}
      {keeps ? (
        <>
          <Disclosure label="Note a call-back">
            <CallbackForm officer={officer} zone={zone} />
          </Disclosure>
          <Disclosure label="Change the entry">
            <EntryForm officer={officer} />
          </Disclosure>
        </>
      ) : null}
    </Panel>
  );
}

function factsOf(officer: OfficerView, zone: string): { name: string; value: string }[] {
  const { forceNumber, agency, unit, address, phone, addedBy, changedBy, changedAt, confirmedBy, confirmedAt } =
    officer;
  return [
    { name: "Force number", value: forceNumber },
    { name: "Agency", value: agency },
    { name: "Unit", value: unit },
    { name: "Portal", value: officer.hasAccount ? "Has an account" : "No account: by link or on paper" },
    { name: "Address of the office", value: address || "Not filled in" },
    { name: "Phone of the office", value: phone || "Not filled in" },
    { name: "Added by", value: addedBy ?? "Not recorded" },
    ...(changedBy && changedAt
      ? [{ name: "Last changed", value: `${changedBy}, ${formatInstant(changedAt, zone)}` }]
      : []),
    {
      name: "Confirmed",
      value: confirmedBy && confirmedAt ? `${confirmedBy}, ${formatInstant(confirmedAt, zone)}` : "Not yet",
    },
  ];
}

function WhatIsMissing({ officer: { standing, whyNotConfirm }, keeps }: { officer: OfficerView; keeps: boolean }) {
  if (standing === "confirmed") return null;
  const title =
    standing === "before"
      ? "Please call this office back"
      : "Nothing can be handed to this officer until they are confirmed";
  const todo = keeps
    ? (whyNotConfirm ?? "Call the office and note what came of it.")
    : "Ask a supervisor or an administrator.";
  return (
    <Notice kind="warning" title={title}>
      {standing === "before"
        ? "They were registered before call-backs were noted and can be handed packets meanwhile. "
        : ""}
      {todo}
    </Notice>
  );
}
