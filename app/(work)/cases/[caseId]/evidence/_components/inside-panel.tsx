import { Panel } from "@/app/_ui/panel";
import { DataTable } from "@/app/_ui/table/data-table";
import { claimedWords, timeDoubts } from "@/lib/evidence/exhibits/claims/labels";
import { offeredTime } from "@/lib/evidence/exhibits/claims/rules";
import type { ExhibitView } from "@/lib/evidence/exhibits/types";
import { t } from "@/lib/platform/language/translate";
import type { MetadataEntry } from "@/lib/platform/sandbox/types";
import type { CaptureOptions } from "./capture-fields";
import { FileClaims } from "./file-claims";
import { PlaceOnRequest } from "./place-on-request";

const groups: Record<MetadataEntry["group"], string> = {
  GPS: t("Place (GPS)"),
  EXIF: t("Camera and time (EXIF)"),
  XMP: t("Program (XMP)"),
  IPTC: t("Caption (IPTC)"),
  PDF: t("Document (PDF)"),
  Text: t("Text chunks"),
};

type Props = {
  exhibit: ExhibitView;
  entries: readonly MetadataEntry[];
  /** So many more name a place: shown only to who asks. */
  hidden: number;
  zones: CaptureOptions["zones"];
  /** Details can be filled in: the case is open. */
  mayFill: boolean;
};

/** A file's metadata as text: a location is shown only to who asks, and is never a map and never a link. */
export function InsidePanel({ exhibit, entries, hidden, zones, mayFill }: Props) {
  const { claims } = exhibit;
  if (entries.length === 0 && hidden === 0 && !claims.time) return null;
  const order = Object.keys(groups) as MetadataEntry["group"][];
  return (
    <Panel
      title={t("What the file says of itself")}
      id="inside"
      foot={t(
        "Claims of the file, not proof. Packet pages, masked copies and copies without metadata leave all of it out. The original keeps it, wherever the original goes.",
      )}
    >
      <ClaimedTimes exhibit={exhibit} zone={zones[0]?.value ?? "UTC"} />
      {mayFill ? <FileClaims caseId={exhibit.caseId} exhibits={[exhibit]} zones={zones} /> : null}
      {hidden > 0 ? <PlaceOnRequest exhibitId={exhibit.id} /> : null}
      {entries.length === 0 ? null : (
        <DataTable
          caption={t("Metadata of the file")}
          rows={order.flatMap((group) => entries.filter((entry) => entry.group === group))}
          keyOf={({ group, name }, at) => `${group} ${name} ${String(at)}`}
          columns={[
            { head: t("Kind"), label: t("Kind"), className: "muted", cell: ({ group }) => groups[group] },
            { head: t("Name"), cell: ({ name }) => name },
            { head: t("Value"), cell: ({ value }) => <span className="breakable">{value}</span> },
          ]}
        />
      )}
    </Panel>
  );
}

/** What the file or its name says about the time, and why it is not offered where it is not. */
function ClaimedTimes({ exhibit: { claims, receivedAt }, zone }: { exhibit: ExhibitView; zone: string }) {
  const { time, oddTime } = claims;
  const offered = time && offeredTime(time, zone, receivedAt);
  return (
    <>
      {oddTime ? <p>{t("Inside the file stands a time that is none: {oddTime}", { oddTime })}</p> : null}
      {time ? <p className="strong">{claimedWords(time)}</p> : null}
      {offered && "doubt" in offered ? <p className="small">{timeDoubts[offered.doubt]}</p> : null}
    </>
  );
}
