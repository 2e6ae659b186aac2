import { buttonClass, DownloadButton } from "@/app/_ui/button";
import { Icon } from "@/app/_ui/icon";
import { Facts, Panel } from "@/app/_ui/panel";
import { classLabels, packetKinds, purposeLabels, receiverLabels } from "@/lib/packets/packets/labels";
import { receiversOf } from "@/lib/packets/packets/rules";
import type { DraftPart, PacketKindKey, PacketView } from "@/lib/packets/packets/types";
import { t } from "@/lib/platform/language/translate";
import { formatBytes, formatDate, formatInstant, plural } from "@/lib/platform/text/format";

/** Read in the browser, or take a copy. Both are logged. */
export function FileActions({ packet }: { packet: PacketView }) {
  if (!packet.fileSha256) return null;
  const href = `/api/packets/${packet.id}/file`;
  return (
    <>
      <a className={buttonClass({})} href={`${href}?read`} target="_blank" rel="noreferrer">
        <Icon name="eye" />
        {t("Read")}
        <span className="vh"> {t("in a new tab")}</span>
      </a>
      <DownloadButton href={href}>{t("Download")}</DownloadButton>
    </>
  );
}

/** What this version is and what was written for it; only what its kind asks for. */
export function FilePanel({ packet }: { packet: PacketView }) {
  const { zone } = packet;
  const at = (when: Date | null) => (when ? formatInstant(when, zone) : t("Not yet"));
  const approved =
    packet.decidedBy && packet.status !== "returned"
      ? `${packet.decidedBy}, ${at(packet.decidedAt)}${packet.decidedByAuthor ? t(", by the person who asked") : ""}`
      : t("Not yet");
  const size =
    packet.pages && packet.fileSize ? `${plural(packet.pages, "page")}, ${formatBytes(packet.fileSize)}` : t("Not yet");
  const receivers = receiversOf(packet.draft).map(({ role, name }) => ({ name: receiverLabels[role], value: name }));
  return (
    <Panel id="file" title={t("This version")}>
      <Facts
        items={[
          { name: t("Served part"), value: size },
          { name: t("Drafted"), value: `${packet.draftedBy}, ${at(packet.draftedAt)}` },
          { name: t("Built"), value: at(packet.builtAt) },
          { name: t("Approved"), value: approved },
          ...receivers,
          ...writtenFor(packet),
        ]}
      />
    </Panel>
  );
}

function writtenFor({ kind, draft, helpAsked }: PacketView): { name: string; value: string }[] {
  const asks = packetKinds[kind as PacketKindKey]?.asks ?? [];
  const { purpose, action, by } = draft.ncbAsk;
  const danger = Object.values(draft.emergency).some(Boolean);
  const rows: { of: DraftPart; name: string; value: string }[] = [
    { of: "stage", name: t("Stage"), value: draft.stage || t("Not stated") },
    { of: "ncb", name: t("Purpose"), value: purpose ? purposeLabels[purpose].label : t("Not stated") },
    { of: "ncb", name: t("Asked"), value: action || t("Not stated") },
    { of: "ncb", name: t("By when"), value: by ? formatDate(by) : t("For the bureau to say") },
    { of: "asks", name: t("Asked"), value: askedOf(draft, helpAsked) },
    { of: "letter", name: t("Letter"), value: draft.letterOn ? formatDate(draft.letterOn) : t("Day of the build") },
    { of: "reasons", name: t("Secrecy"), value: draft.secrecy || t("No reason stated") },
    { of: "reasons", name: t("Urgency"), value: draft.urgency || t("No reason stated") },
    { of: "emergency", name: t("Danger now"), value: danger ? t("Claimed, with its reasons") : t("Not claimed") },
    { of: "exhibits", name: t("Exhibits"), value: exhibitsOf(draft) },
  ];
  return rows.filter((row) => asks.includes(row.of)).map(({ name, value }) => ({ name, value }));
}

function askedOf(draft: PacketView["draft"], help: readonly string[]): string {
  const asked = Object.entries(draft.asks).flatMap(([code, ask]) => {
    const names = (["subscriber", "traffic", "content"] as const).filter((name) => ask[name]);
    return names.length > 0 ? [`${code}: ${names.map((name) => classLabels[name].toLowerCase()).join(", ")}`] : [];
  });
  const all = [...asked, ...help];
  return all.length > 0 ? all.join("; ") : t("Nothing yet");
}

function exhibitsOf({ exhibits }: PacketView["draft"]): string {
  if (!exhibits) return t("All of the case");
  const codes = Object.keys(exhibits).filter((code) => code !== "offered" && exhibits[code]);
  return codes.length > 0 ? codes.toSorted().join(", ") : t("None");
}
