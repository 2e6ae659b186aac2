import { buttonClass, DownloadButton } from "@/app/_ui/button";
import { Icon } from "@/app/_ui/icon";
import { Hash } from "@/app/_ui/number";
import { OwnTime } from "@/app/_ui/own-time";
import { Facts, Panel } from "@/app/_ui/panel";
import { heldBack, whyNoCover } from "@/lib/handover/handovers/labels";
import { closedReason } from "@/lib/handover/handovers/rules";
import type { HandoverView } from "@/lib/handover/handovers/types";
import { t } from "@/lib/platform/language/translate";
import { formatBytes } from "@/lib/platform/text/format";

/** The packet itself: read it in the browser or take a copy, and compare its hash. */
export function FilePanel({ packet }: { packet: HandoverView }) {
  const copied = packet.superseded && !packet.newer;
  const href = `/api/handovers/${packet.handoverId}/file`;
  return (
    <Panel
      id="file"
      title={t("Packet")}
      end={<span className="muted">{t("Version {version}", { version: packet.version })}</span>}
    >
      <Facts
        items={[
          { name: t("Pages"), value: packet.pages ?? "Not known" },
          { name: t("Size"), value: packet.fileSize ? formatBytes(packet.fileSize) : "Not known" },
          { name: t("Approved"), value: packet.approvedAt ? <OwnTime at={packet.approvedAt} /> : "Not known" },
        ]}
      />
      {packet.fileSha256 ? (
        <div>
          <p className="muted">{copied ? t("SHA-256 of the file that was served") : t("SHA-256 of the file")}</p>
          <Hash value={packet.fileSha256} />
          {copied ? <p className="small">{givenAsCopy}</p> : null}
        </div>
      ) : null}
      {!closedReason(packet) && !packet.heldBack ? (
        <div className="row">
          <a className={buttonClass({})} href={`${href}?read`} target="_blank" rel="noreferrer">
            <Icon name="eye" />
            {t("Read")}
            <span className="vh"> {t("in a new tab")}</span>
          </a>
          <DownloadButton href={href}>{t("Download")}</DownloadButton>
        </div>
      ) : (
        <p>{closedReason(packet) ? closedWords(packet) : heldBack}</p>
      )}
    </Panel>
  );
}

const givenAsCopy = t("What you read or download now is a copy marked as replaced; it is not signed.");

function closedWords(packet: HandoverView): string {
  if (packet.status !== "withdrawn" && packet.cover !== "covered") return whyNoCover[packet.cover];
  return packet.newer
    ? t("The file is closed: version {version} replaces it.", { version: packet.newer.version })
    : t("The file is closed: the packet was withdrawn.");
}
