import { Panel } from "@/app/_ui/panel";
import { DataTable } from "@/app/_ui/table/data-table";
import type { MetadataEntry } from "@/lib/platform/sandbox/types";

const groups: Record<MetadataEntry["group"], string> = {
  GPS: "Place (GPS)",
  EXIF: "Camera and time (EXIF)",
  XMP: "Program (XMP)",
  IPTC: "Caption (IPTC)",
  PDF: "Document (PDF)",
  Text: "Text chunks",
};

/** A file's metadata as text: a location is never a map and never a link. */
export function InsidePanel({ entries }: { entries: readonly MetadataEntry[] }) {
  if (entries.length === 0) return null;
  const order = Object.keys(groups) as MetadataEntry["group"][];
  return (
    <Panel
      title="What the file says of itself"
      id="inside"
      padded={false}
      foot="Claims of the file, not proof. Packet pages, masked copies and copies without metadata leave all of it out. The original keeps it, wherever the original goes."
    >
      <DataTable
        caption="Metadata of the file"
        rows={order.flatMap((group) => entries.filter((entry) => entry.group === group))}
        keyOf={({ group, name }, at) => `${group} ${name} ${String(at)}`}
        columns={[
          { head: "Kind", label: "Kind", className: "muted", cell: ({ group }) => groups[group] },
          { head: "Name", cell: ({ name }) => name },
          { head: "Value", cell: ({ value }) => <span className="breakable">{value}</span> },
        ]}
      />
    </Panel>
  );
}
