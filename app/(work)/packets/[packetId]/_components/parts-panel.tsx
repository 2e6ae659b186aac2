import { DownloadButton } from "@/app/_ui/button";
import { Chip } from "@/app/_ui/chip";
import { Disclosure } from "@/app/_ui/disclosure";
import { Hash } from "@/app/_ui/number";
import { Panel } from "@/app/_ui/panel";
import { describePart } from "@/lib/packets/packets/labels";
import { isCopy } from "@/lib/packets/packets/rules";
import type { PacketPartView, PacketView } from "@/lib/packets/packets/types";
import { t } from "@/lib/platform/language/translate";
import { formatBytes, plural } from "@/lib/platform/text/format";

type Props = { packet: PacketView; parts: readonly PacketPartView[] };

/**
 * Every file of this version, each as a separate download, and everything that travels as one folder. Each download is
 * logged.
 */
export function PartsPanel({ packet, parts }: Props) {
  if (parts.length === 0) return null;
  const copied = parts.some(({ part }) => isCopy(part));
  const sealed = parts.some(({ part }) => part === "annex");
  return (
    <Panel
      id="parts"
      title={t("Parts")}
      end={<span className="muted">{plural(parts.length, "file")}</span>}
      padded={false}
      foot={
        <div className="stack stack--s">
          <DownloadButton href={`/api/packets/${packet.id}/folder`}>
            {t("Everything as one folder (.zip)")}
          </DownloadButton>
          <p className="small">
            {t("Includes the originals that are sent with it.{value} Each download is logged.", {
              value: sealed ? t(" The sealed annex is not included: it is sent separately.") : "",
            })}
          </p>
        </div>
      }
    >
      <ul className="parts">
        {parts.map((part) => (
          <PartLine key={part.part} packetId={packet.id} part={part} kept={copied && part.part === "served"} />
        ))}
      </ul>
    </Panel>
  );
}

/** @param kept it is no longer given out: the copy that says so on every page is */
function PartLine({ packetId, part, kept }: { packetId: string; part: PacketPartView; kept: boolean }) {
  const { label, about } = describePart(part.part);
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
              {t("SEALED")}
            </Chip>
          ) : null}
        </div>
        <p className="small muted">{kept ? keptAbout : about}</p>
        <p className="small muted">
          {part.name}, {size}
        </p>
      </div>
      {kept ? null : <PartActs href={href} label={label.toLowerCase()} isPdf={part.mime === "application/pdf"} />}
      <div className="parts__hash">
        <Disclosure label={t("Fingerprint (SHA-256)")}>
          <Hash value={part.sha256} />
        </Disclosure>
      </div>
    </li>
  );
}

const keptAbout = t("As it was served: kept for its hash. What is given out now is the copy below.");

function PartActs({ href, label, isPdf }: { href: string; label: string; isPdf: boolean }) {
  return (
    <div className="row parts__acts">
      {isPdf ? (
        <a href={`${href}?read`} target="_blank" rel="noreferrer">
          {t("Read")}
          <span className="vh"> {t("the {label} in a new tab", { label })}</span>
        </a>
      ) : null}
      <a href={href} download>
        {t("Download")}
        <span className="vh"> {t("the {label}", { label })}</span>
      </a>
    </div>
  );
}
