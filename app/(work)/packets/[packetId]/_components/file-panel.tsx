import { buttonClass, DownloadButton } from "@/app/_ui/button";
import { Icon } from "@/app/_ui/icon";
import { Hash } from "@/app/_ui/number";
import { Facts, Panel } from "@/app/_ui/panel";
import { classLabels } from "@/lib/packets/labels";
import type { PacketView } from "@/lib/packets/types";
import { formatBytes, formatInstant, plural } from "@/lib/platform/format";

/** Read in the browser, or take a copy. Both are logged. */
export function FileActions({ packet }: { packet: PacketView }) {
  if (!packet.fileSha256) return null;
  const href = `/api/packets/${packet.id}/file`;
  return (
    <>
      <a className={buttonClass({})} href={`${href}?read`} target="_blank" rel="noreferrer">
        <Icon name="eye" />
        Read<span className="vh"> in a new tab</span>
      </a>
      <DownloadButton href={href}>Download</DownloadButton>
    </>
  );
}

/** The file and what was written for it. */
export function FilePanel({ packet }: { packet: PacketView }) {
  const { draft, zone } = packet;
  const at = (when: Date | null) => (when ? formatInstant(when, zone) : "Not yet");
  const asked = Object.entries(draft.asks).flatMap(([code, ask]) => {
    const names = (["subscriber", "traffic", "content"] as const).filter((name) => ask[name]);
    return names.length > 0 ? [`${code}: ${names.map((name) => classLabels[name].toLowerCase()).join(", ")}`] : [];
  });
  const approved =
    packet.decidedBy && packet.status !== "returned" ? `${packet.decidedBy}, ${at(packet.decidedAt)}` : "Not yet";
  const size =
    packet.pages && packet.fileSize ? `${plural(packet.pages, "page")}, ${formatBytes(packet.fileSize)}` : "Not yet";
  return (
    <Panel id="file" title="This version">
      <Facts
        items={[
          { name: "File", value: size },
          { name: "Drafted", value: `${packet.draftedBy}, ${at(packet.draftedAt)}` },
          { name: "Built", value: at(packet.builtAt) },
          { name: "Approved", value: approved },
          { name: "Stage", value: draft.stage },
          { name: "Asked", value: asked.length > 0 ? asked.join("; ") : "Nothing yet" },
          { name: "Secrecy", value: draft.secrecy || "No reason stated" },
          { name: "Urgency", value: draft.urgency || "No reason stated" },
        ]}
      />
      {packet.fileSha256 ? (
        <div>
          <p className="muted">SHA-256 of the file</p>
          <Hash value={packet.fileSha256} />
        </div>
      ) : null}
    </Panel>
  );
}
