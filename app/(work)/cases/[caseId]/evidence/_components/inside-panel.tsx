import { Panel } from "@/app/_ui/panel";
import type { MetadataEntry } from "@/lib/platform/sandbox/types";

const groups: Record<MetadataEntry["group"], string> = {
  GPS: "Place (GPS)",
  EXIF: "Camera and time (EXIF)",
  XMP: "Program (XMP)",
  IPTC: "Caption (IPTC)",
  PDF: "Document (PDF)",
  Text: "Text chunks",
};

/** What a file claims about itself, as text: a place is never a map and never a link. */
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
      <table className="table table--cards">
        <caption className="vh">Metadata of the file</caption>
        <thead>
          <tr>
            <th scope="col">Kind</th>
            <th scope="col">Name</th>
            <th scope="col">Value</th>
          </tr>
        </thead>
        <tbody>
          {order.flatMap((group) =>
            entries
              .filter((entry) => entry.group === group)
              .map(({ name, value }, index) => (
                <tr key={`${group} ${name} ${value.slice(0, 40)} ${String(index)}`}>
                  <td data-label="Kind" className="muted">
                    {groups[group]}
                  </td>
                  <td data-label="Name">{name}</td>
                  <td data-label="Value">
                    <span className="breakable">{value}</span>
                  </td>
                </tr>
              )),
          )}
        </tbody>
      </table>
    </Panel>
  );
}
