import { EmptyState } from "@/app/_ui/empty-state";
import { ForeignAddress } from "@/app/_ui/foreign-address";
import { RefNumberWithCopy } from "@/app/_ui/number";
import { Facts, Panel, RecordPanel } from "@/app/_ui/panel";
import type { SightingView } from "@/lib/casework/minors-stop/types";
import { formatInstant } from "@/lib/platform/text/format";

export function SightingList({ sightings }: { sightings: readonly SightingView[] }) {
  if (sightings.length === 0) {
    return (
      <Panel label="What was recorded" padded={false}>
        <EmptyState icon="link" title="Nothing recorded yet">
          Record the address, the account and the time. That is all that may be kept, and all that the police need
          first.
        </EmptyState>
      </Panel>
    );
  }
  return (
    <Panel title="What was recorded" id="recorded" padded={false}>
      {sightings.map((one) => (
        <RecordPanel key={one.id} label={`Seen ${formatInstant(one.seenAt, one.seenZone)}`}>
          <Facts items={factsOf(one)} />
        </RecordPanel>
      ))}
    </Panel>
  );
}

function factsOf(one: SightingView) {
  return [
    { name: "Address", value: <ForeignAddress address={one.url} what="address" /> },
    { name: "Seen", value: formatInstant(one.seenAt, one.seenZone) },
    {
      name: "Account",
      value: one.account ?? ([one.platformName, one.platformAccountId].filter(Boolean).join(", ") || "Not known"),
    },
    {
      name: "Reported",
      value: one.reportedTo
        ? `${one.reportedTo}, ${one.reportedAt ? formatInstant(one.reportedAt, one.seenZone) : "time not noted"}`
        : "Not reported yet",
    },
    {
      name: "Number",
      value: one.reportReference ? <RefNumberWithCopy value={one.reportReference} what="number" /> : "None yet",
    },
    ...(one.note ? [{ name: "Note", value: one.note }] : []),
    { name: "Recorded", value: `${formatInstant(one.recordedAt, one.seenZone)} by ${one.recordedBy}` },
  ];
}
