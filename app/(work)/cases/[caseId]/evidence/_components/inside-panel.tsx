import { Panel } from "@/app/_ui/panel";
import { DataTable } from "@/app/_ui/table/data-table";
import { t } from "@/lib/platform/language/translate";
import type { MetadataEntry } from "@/lib/platform/sandbox/types";

const groups: Record<MetadataEntry["group"], string> = {
  GPS: t("Place (GPS)"),
  EXIF: t("Camera and time (EXIF)"),
  XMP: t("Program (XMP)"),
  IPTC: t("Caption (IPTC)"),
  PDF: t("Document (PDF)"),
  Text: t("Text chunks"),
};

/** A file's metadata as text: a location is never a map and never a link. */
export function InsidePanel({ entries }: { entries: readonly MetadataEntry[] }) {
  if (entries.length === 0) return null;
  const order = Object.keys(groups) as MetadataEntry["group"][];
  return (
    <Panel
      title={t("What the file says of itself")}
      id="inside"
      padded={false}
      foot={t(
        "Claims of the file, not proof. Packet pages, masked copies and copies without metadata leave all of it out. The original keeps it, wherever the original goes.",
      )}
    >
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
    </Panel>
  );
}
