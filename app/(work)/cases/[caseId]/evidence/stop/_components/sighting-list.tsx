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
      {sightings.map((sighting) => (
        <RecordPanel key={sighting.id} label={`Seen ${formatInstant(sighting.seenAt, sighting.seenZone)}`}>
          <Facts items={factsOf(sighting)} />
        </RecordPanel>
      ))}
    </Panel>
  );
}

function factsOf(sighting: SightingView) {
  return [
    { name: "Address", value: <ForeignAddress address={sighting.url} what="address" /> },
    { name: "Seen", value: formatInstant(sighting.seenAt, sighting.seenZone) },
    {
      name: "Account",
      value:
        sighting.account ??
        ([sighting.platformName, sighting.platformAccountId].filter(Boolean).join(", ") || "Not known"),
    },
    {
      name: "Reported",
      value: sighting.reportedTo
        ? `${sighting.reportedTo}, ${sighting.reportedAt ? formatInstant(sighting.reportedAt, sighting.seenZone) : "time not noted"}`
        : "Not reported yet",
    },
    {
      name: "Number",
      value: sighting.reportReference ? (
        <RefNumberWithCopy value={sighting.reportReference} what="number" />
      ) : (
        "None yet"
      ),
    },
    ...(sighting.note ? [{ name: "Note", value: sighting.note }] : []),
    { name: "Recorded", value: `${formatInstant(sighting.recordedAt, sighting.seenZone)} by ${sighting.recordedBy}` },
  ];
}
