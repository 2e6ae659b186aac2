import { buttonClass, DownloadButton } from "@/app/_ui/button";
import { Disclosure } from "@/app/_ui/disclosure";
import { Icon } from "@/app/_ui/icon";
import { Hash } from "@/app/_ui/number";
import { OwnTime } from "@/app/_ui/own-time";
import { Panel } from "@/app/_ui/panel";
import { heldBack, readLabels, whyNoCover } from "@/lib/handover/handovers/labels";
import { closedReason, hasBeenRead } from "@/lib/handover/handovers/rules";
import type { HandoverView } from "@/lib/handover/handovers/types";
import { t } from "@/lib/platform/language/translate";
import { formatBytes, plural } from "@/lib/platform/text/format";

/** The packet itself, before anything is asked of the officer. Its button is the main one until it was opened. */
export function ReadPanel({ packet }: { packet: HandoverView }) {
  const copied = packet.superseded && !packet.newer;
  const href = `/api/handovers/${packet.handoverId}/file`;
  const label = readLabels[packet.kind] ?? t("Read the packet");
  return (
    <Panel
      id="file"
      title={t("1. {label}", { label })}
      end={<span className="muted">{t("Version {version}", { version: packet.version })}</span>}
    >
      {closedReason(packet) || packet.heldBack ? (
        <p>{closedReason(packet) ? closedWords(packet) : heldBack}</p>
      ) : (
        <div className="row">
          <a
            className={buttonClass({ variant: hasBeenRead(packet) ? "secondary" : "primary" })}
            href={`${href}?read`}
            target="_blank"
            rel="noreferrer"
          >
            <Icon name="eye" />
            {label}
            <span className="vh"> {t("in a new tab")}</span>
          </a>
          <DownloadButton href={href}>{t("Download")}</DownloadButton>
          <span className="muted">{sizeOf(packet)}</span>
        </div>
      )}
      {packet.approvedAt ? (
        <p className="small muted">
          {t("Approved")} <OwnTime at={packet.approvedAt} zone={packet.zone} />
        </p>
      ) : null}
      {packet.fileSha256 ? (
        <Disclosure label={t("Fingerprint (SHA-256)")}>
          <div>
            <p className="muted">{copied ? t("SHA-256 of the file that was served") : t("SHA-256 of the file")}</p>
            <Hash value={packet.fileSha256} />
            {copied ? <p className="small">{givenAsCopy}</p> : null}
          </div>
        </Disclosure>
      ) : null}
    </Panel>
  );
}

const givenAsCopy = t("What you read or download now is a copy marked as replaced; it is not signed.");

function sizeOf({ pages, fileSize }: HandoverView): string {
  return [pages ? plural(pages, "page") : "", fileSize ? formatBytes(fileSize) : ""].filter(Boolean).join(", ");
}

function closedWords(packet: HandoverView): string {
  if (packet.status !== "withdrawn" && packet.cover !== "covered") return whyNoCover[packet.cover];
  return packet.newer
    ? t("The file is closed: version {version} replaces it.", { version: packet.newer.version })
    : t("The file is closed: the packet was withdrawn.");
}
