import { Disclosure } from "@/app/_ui/disclosure";
import { Notice } from "@/app/_ui/notice";
import { Hash } from "@/app/_ui/number";
import { Panel } from "@/app/_ui/panel";
import { annexClosed, describePart } from "@/lib/handover/handovers/labels";
import { closedReason } from "@/lib/handover/handovers/rules";
import type { HandoverView, PartView } from "@/lib/handover/handovers/types";
import { t } from "@/lib/platform/language/translate";
import { formatBytes, plural } from "@/lib/platform/text/format";

const checks: readonly string[] = ["manifest", "manifest_signature", "case_uco", "verifier"];

/** What came with the packet for the officer to use: the sealed annex, the request, the letters, the originals. */
export function PartsPanel({ packet }: { packet: HandoverView }) {
  const parts = packet.parts.filter(({ part }) => part !== "served" && !checks.includes(part));
  if (closedReason(packet) || packet.heldBack) return null;
  if (parts.length === 0 && packet.annex !== "closed") return null;
  return (
    <Panel id="parts" title={t("Files that belong to it")} padded={false}>
      {packet.annex === "closed" ? (
        <div className="panel__body">
          <Notice kind="warning" title={t("The sealed annex is closed")}>
            {annexClosed}
          </Notice>
        </div>
      ) : null}
      <PartList packet={packet} parts={parts} />
    </Panel>
  );
}

/** The files that prove that nothing was changed. */
export function ProofsPanel({ packet }: { packet: HandoverView }) {
  const parts = packet.parts.filter(({ part }) => checks.includes(part));
  if (closedReason(packet) || packet.heldBack || parts.length === 0) return null;
  return (
    <Panel id="proofs" label={t("To check that nothing was changed")} padded={false}>
      <Disclosure label={t("To check that nothing was changed")}>
        <PartList packet={packet} parts={parts} />
      </Disclosure>
    </Panel>
  );
}

function PartList({ packet, parts }: { packet: HandoverView; parts: readonly PartView[] }) {
  return (
    <ul className="parts">
      {parts.map((part) => (
        <PartLine key={part.part} part={part} handoverId={packet.handoverId} />
      ))}
    </ul>
  );
}

function PartLine({ part, handoverId }: { part: PartView; handoverId: string }) {
  const label = describePart(part.part, part.name);
  const href = `/api/handovers/${handoverId}/parts/${part.part}`;
  const size = [part.pages ? plural(part.pages, "page") : "", formatBytes(part.size)].filter(Boolean).join(", ");
  return (
    <li className="parts__line">
      <div>
        <h3>{label}</h3>
        {part.part === "annex" ? (
          <p className="small">
            {t("It says who the client is and where they live. Keep it out of the docket copies and the court file.")}
          </p>
        ) : null}
        {part.part === "originals" ? (
          <p className="small">
            {t("Unpack it beside the other files. The verifier then checks each original by its hash.")}
          </p>
        ) : null}
        <p className="small muted">
          {part.name}, {size}
        </p>
      </div>
      <div className="row parts__acts">
        {part.mime === "application/pdf" ? (
          <a href={`${href}?read`} target="_blank" rel="noreferrer">
            {t("Read")}
            <span className="vh"> {t("{label} in a new tab", { label })}</span>
          </a>
        ) : null}
        <a href={href} download>
          {t("Download")}
          <span className="vh"> {label}</span>
        </a>
      </div>
      <div className="parts__hash">
        <Disclosure label={t("Fingerprint (SHA-256)")}>
          <Hash value={part.sha256} />
        </Disclosure>
      </div>
    </li>
  );
}
