import { buttonClass, DownloadButton } from "@/app/_ui/button";
import { Icon } from "@/app/_ui/icon";
import { Facts, Panel } from "@/app/_ui/panel";
import { classLabels, packetKinds, purposeLabels, receiverLabels } from "@/lib/packets/packets/labels";
import { receiversOf } from "@/lib/packets/packets/rules";
import type { DraftPart, PacketKindKey, PacketView } from "@/lib/packets/packets/types";
import { formatBytes, formatDate, formatInstant, plural } from "@/lib/platform/text/format";

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

/** What this version is and what was written for it; only what its kind asks for. */
export function FilePanel({ packet }: { packet: PacketView }) {
  const { zone } = packet;
  const at = (when: Date | null) => (when ? formatInstant(when, zone) : "Not yet");
  const approved =
    packet.decidedBy && packet.status !== "returned"
      ? `${packet.decidedBy}, ${at(packet.decidedAt)}${packet.decidedByAuthor ? ", by the one who asked" : ""}`
      : "Not yet";
  const size =
    packet.pages && packet.fileSize ? `${plural(packet.pages, "page")}, ${formatBytes(packet.fileSize)}` : "Not yet";
  const receivers = receiversOf(packet.draft).map(({ role, name }) => ({ name: receiverLabels[role], value: name }));
  return (
    <Panel id="file" title="This version">
      <Facts
        items={[
          { name: "Served part", value: size },
          { name: "Drafted", value: `${packet.draftedBy}, ${at(packet.draftedAt)}` },
          { name: "Built", value: at(packet.builtAt) },
          { name: "Approved", value: approved },
          ...receivers,
          ...writtenFor(packet),
        ]}
      />
    </Panel>
  );
}

function writtenFor({ kind, draft }: PacketView): { name: string; value: string }[] {
  const asks = packetKinds[kind as PacketKindKey]?.asks ?? [];
  const { purpose, action, by } = draft.ncbAsk;
  const danger = Object.values(draft.emergency).some(Boolean);
  const rows: { of: DraftPart; name: string; value: string }[] = [
    { of: "stage", name: "Stage", value: draft.stage || "Not stated" },
    { of: "ncb", name: "Purpose", value: purpose ? purposeLabels[purpose].label : "Not stated" },
    { of: "ncb", name: "Asked", value: action || "Not stated" },
    { of: "ncb", name: "By when", value: by ? formatDate(by) : "For the bureau to say" },
    { of: "asks", name: "Asked", value: askedOf(draft) },
    { of: "letter", name: "Letter", value: draft.letterOn ? formatDate(draft.letterOn) : "Day of the build" },
    { of: "reasons", name: "Secrecy", value: draft.secrecy || "No reason stated" },
    { of: "reasons", name: "Urgency", value: draft.urgency || "No reason stated" },
    { of: "emergency", name: "Danger now", value: danger ? "Claimed, with its reasons" : "Not claimed" },
    { of: "exhibits", name: "Exhibits", value: exhibitsOf(draft) },
  ];
  return rows.filter((row) => asks.includes(row.of)).map(({ name, value }) => ({ name, value }));
}

function askedOf(draft: PacketView["draft"]): string {
  const asked = Object.entries(draft.asks).flatMap(([code, ask]) => {
    const names = (["subscriber", "traffic", "content"] as const).filter((name) => ask[name]);
    return names.length > 0 ? [`${code}: ${names.map((name) => classLabels[name].toLowerCase()).join(", ")}`] : [];
  });
  return asked.length > 0 ? asked.join("; ") : "Nothing yet";
}

function exhibitsOf({ exhibits }: PacketView["draft"]): string {
  if (!exhibits) return "All of the case";
  const codes = Object.keys(exhibits).filter((code) => code !== "offered" && exhibits[code]);
  return codes.length > 0 ? codes.toSorted().join(", ") : "None";
}
