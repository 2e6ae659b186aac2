import { CaseTime } from "@/app/_ui/case-time";
import { EmptyState } from "@/app/_ui/empty-state";
import { ForeignAddress } from "@/app/_ui/foreign-address";
import { RefNumberWithCopy } from "@/app/_ui/number";
import { Facts, Panel, RecordPanel } from "@/app/_ui/panel";
import type { SightingView } from "@/lib/casework/minors-stop/types";
import { t } from "@/lib/platform/language/translate";
import { formatInstant } from "@/lib/platform/text/format";

type Props = {
  sightings: readonly SightingView[];
  /** Of the home country, then of the other. */
  zones: readonly string[];
};

export function SightingList({ sightings, zones }: Props) {
  if (sightings.length === 0) {
    return (
      <Panel label={t("What was recorded")} padded={false}>
        <EmptyState icon="link" title={t("Nothing recorded yet")}>
          {t(
            "Record the address, the account and the time. That is all that may be kept, and all that the police need first.",
          )}
        </EmptyState>
      </Panel>
    );
  }
  return (
    <Panel title={t("What was recorded")} id="recorded" padded={false}>
      {sightings.map((sighting) => (
        <RecordPanel
          key={sighting.id}
          label={t("Seen {seenAt}", { seenAt: formatInstant(sighting.seenAt, zones[0] ?? sighting.seenZone) })}
        >
          <Facts items={factsOf(sighting, [...zones, sighting.seenZone])} />
        </RecordPanel>
      ))}
    </Panel>
  );
}

function factsOf(sighting: SightingView, zones: readonly string[]) {
  return [
    { name: t("Address"), value: <ForeignAddress address={sighting.url} what={t("address")} /> },
    { name: t("Seen"), value: <CaseTime at={sighting.seenAt} zones={zones} /> },
    {
      name: t("Account"),
      value:
        sighting.account ??
        ([sighting.platformName, sighting.platformAccountId].filter(Boolean).join(", ") || "Not known"),
    },
    {
      name: t("Reported"),
      value: sighting.reportedTo ? (
        <>
          {sighting.reportedTo},{" "}
          {sighting.reportedAt ? <CaseTime at={sighting.reportedAt} zones={zones} /> : t("time not noted")}
        </>
      ) : (
        "Not reported yet"
      ),
    },
    {
      name: t("Number"),
      value: sighting.reportReference ? (
        <RefNumberWithCopy value={sighting.reportReference} what={t("number")} />
      ) : (
        "None yet"
      ),
    },
    ...(sighting.note ? [{ name: t("Note"), value: sighting.note }] : []),
    {
      name: t("Recorded"),
      value: `${formatInstant(sighting.recordedAt, zones[0] ?? sighting.seenZone)} by ${sighting.recordedBy}`,
    },
  ];
}
