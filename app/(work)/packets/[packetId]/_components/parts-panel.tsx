import { DownloadButton } from "@/app/_ui/button";
import { Chip } from "@/app/_ui/chip";
import { Disclosure } from "@/app/_ui/disclosure";
import { Hash } from "@/app/_ui/number";
import { Panel } from "@/app/_ui/panel";
import { partLabels } from "@/lib/packets/labels";
import type { PacketPartView, PacketView } from "@/lib/packets/types";
import { formatBytes, plural } from "@/lib/platform/format";

type Props = { packet: PacketView; parts: readonly PacketPartView[] };

/** Every file of this version, each to take by itself, and all that travels as one folder. Each taking is logged. */
export function PartsPanel({ packet, parts }: Props) {
  if (parts.length === 0) return null;
  const sealed = parts.some(({ part }) => part === "annex");
  return (
    <Panel
      id="parts"
      title="Parts"
      end={<span className="muted">{plural(parts.length, "file")}</span>}
      padded={false}
      foot={
        <div className="stack stack--s">
          <DownloadButton href={`/api/packets/${packet.id}/folder`}>Everything as one folder (.zip)</DownloadButton>
          <p className="small">
            With the originals that travel beside it.
            {sealed ? " The sealed annex is not in it: it travels apart." : ""} Each file that is taken is logged.
          </p>
        </div>
      }
    >
      <ul className="parts">
        {parts.map((part) => (
          <PartLine key={part.part} packetId={packet.id} part={part} />
        ))}
      </ul>
    </Panel>
  );
}

function PartLine({ packetId, part }: { packetId: string; part: PacketPartView }) {
  const { label, about } = partLabels[part.part];
  const size = [part.pages === null ? "" : plural(part.pages, "page"), formatBytes(part.size)]
    .filter(Boolean)
    .join(", ");
  const href = `/api/packets/${packetId}/parts/${part.part}`;
  return (
    <li className="parts__line">
      <div>
        <div className="row">
          <span className="strong">{label}</span>
          {part.part === "annex" ? (
            <Chip kind="overdue" icon="file-lock">
              SEALED
            </Chip>
          ) : null}
        </div>
        <p className="small muted">{about}</p>
        <p className="small muted">
          {part.name}, {size}
        </p>
      </div>
      <div className="row parts__acts">
        {part.mime === "application/pdf" ? (
          <a href={`${href}?read`} target="_blank" rel="noreferrer">
            Read<span className="vh"> the {label.toLowerCase()} in a new tab</span>
          </a>
        ) : null}
        <a href={href} download>
          Download<span className="vh"> the {label.toLowerCase()}</span>
        </a>
      </div>
      <div className="parts__hash">
        <Disclosure label="Fingerprint (SHA-256)">
          <Hash value={part.sha256} />
        </Disclosure>
      </div>
    </li>
  );
}
