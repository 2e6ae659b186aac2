import type { ReactNode } from "react";
import { DownloadButton } from "@/app/_ui/button";
import { Chip } from "@/app/_ui/chip";
import { Disclosure } from "@/app/_ui/disclosure";
import { Hash } from "@/app/_ui/number";
import { Panel } from "@/app/_ui/panel";
import { rich } from "@/app/_ui/rich";
import { describePart } from "@/lib/packets/packets/labels";
import { isCopy, isLetter } from "@/lib/packets/packets/rules";
import type { PacketPartKey, PacketPartView, PacketView } from "@/lib/packets/packets/types";
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
      {groupsOf(parts).map(({ title, files }) => (
        <section key={title} aria-label={title}>
          <h3 className="parts__group">{title}</h3>
          <ul className="parts">
            {files.map((part) => (
              <PartLine
                key={part.part}
                packetId={packet.id}
                part={part}
                toEdit={parts.find((other) => other.part === `${part.part}-docx`)}
                kept={copied && part.part === "served"}
              />
            ))}
          </ul>
        </section>
      ))}
    </Panel>
  );
}

const checks: readonly PacketPartKey[] = ["manifest", "manifest_signature", "case_uco", "verifier"];

/** By who needs them: what is read, what proves it, and what never leaves. A letter to edit stands with its letter. */
function groupsOf(parts: readonly PacketPartView[]) {
  const groupOf = ({ part }: PacketPartView) =>
    part === "sender" ? t("Stays here") : checks.includes(part) ? t("To check it") : t("For the officer");
  const shown = parts.filter(({ part }) => !(isLetter(part) && part.endsWith("-docx")));
  return [...new Set(shown.map(groupOf))].map((title) => ({
    title,
    files: shown.filter((part) => groupOf(part) === title),
  }));
}

type LineProps = {
  packetId: string;
  part: PacketPartView;
  /** The same letter as a file to edit. */
  toEdit: PacketPartView | undefined;
  /** It is no longer given out: the copy that says so on every page is. */
  kept: boolean;
};

function PartLine({ packetId, part, toEdit, kept }: LineProps) {
  const { label, about } = describePart(part.part, part.name);
  const size = [part.pages === null ? "" : plural(part.pages, "page"), formatBytes(part.size)]
    .filter(Boolean)
    .join(", ");
  const href = `/api/packets/${packetId}/parts/`;
  const word = isLetter(part.part) ? `${label.charAt(0).toLowerCase()}${label.slice(1)}` : label.toLowerCase();
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
        <p className="small muted breakable">
          {part.name}, {size}
        </p>
      </div>
      {kept ? null : (
        <PartActs href={`${href}${part.part}`} label={word} isPdf={part.mime === "application/pdf"}>
          {toEdit ? (
            <a href={`${href}${toEdit.part}`} download>
              {rich("To edit<span>: the {word}, as a DOCX file</span>", {
                word,
                span: (words) => <span className="vh">{words}</span>,
              })}
            </a>
          ) : null}
        </PartActs>
      )}
      <div className="parts__hash">
        <Disclosure label={t("Fingerprint (SHA-256)")}>
          <Hash value={part.sha256} />
          {toEdit ? (
            <div>
              <p className="small muted breakable">{toEdit.name}</p>
              <Hash value={toEdit.sha256} />
            </div>
          ) : null}
        </Disclosure>
      </div>
    </li>
  );
}

const keptAbout = t("As it was served: kept for its hash. What is given out now is the copy below.");

type ActsProps = { href: string; label: string; isPdf: boolean; children: ReactNode };

function PartActs({ href, label, isPdf, children }: ActsProps) {
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
      {children}
    </div>
  );
}
