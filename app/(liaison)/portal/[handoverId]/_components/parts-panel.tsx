import { Fragment } from "react";
import { buttonClass, DownloadButton } from "@/app/_ui/button";
import { Icon } from "@/app/_ui/icon";
import { Notice } from "@/app/_ui/notice";
import { Hash } from "@/app/_ui/number";
import { Panel } from "@/app/_ui/panel";
import { annexClosed, partLabels } from "@/lib/handovers/labels";
import { isReadable } from "@/lib/handovers/rules";
import type { HandoverView, PartView } from "@/lib/handovers/types";
import { formatBytes, plural } from "@/lib/platform/format";

/** What came with the packet: the sealed annex, the draft request, and what proves that nothing was changed. */
export function PartsPanel({ packet }: { packet: HandoverView }) {
  const parts = packet.parts.filter(({ part }) => part !== "served");
  if (!isReadable(packet) || packet.heldBack) return null;
  if (parts.length === 0 && packet.annex !== "closed") return null;
  return (
    <Panel id="parts" title="Files that belong to it" padded={false}>
      {packet.annex === "closed" ? (
        <div className="panel__body">
          <Notice kind="warning" title="The sealed annex is closed">
            {annexClosed}
          </Notice>
        </div>
      ) : null}
      {parts.map((part, i) => (
        <Fragment key={part.part}>
          {i > 0 ? <hr className="rule" /> : null}
          <PartItem part={part} handoverId={packet.handoverId} />
        </Fragment>
      ))}
    </Panel>
  );
}

function PartItem({ part, handoverId }: { part: PartView; handoverId: string }) {
  const href = `/api/handovers/${handoverId}/parts/${part.part}`;
  const size = [part.pages ? plural(part.pages, "page") : "", formatBytes(part.size)].filter(Boolean).join(", ");
  return (
    <section className="panel__body stack stack--s" aria-label={partLabels[part.part]}>
      <h3>{partLabels[part.part]}</h3>
      {part.part === "annex" ? (
        <p>It says who the client is and where they live. Keep it out of the docket copies and the court file.</p>
      ) : null}
      {part.part === "originals" ? (
        <p>Unpack it beside the other files. The verifier then checks each original by its hash.</p>
      ) : null}
      <p className="muted">
        <span className="ref">{part.name}</span> {size}
      </p>
      <Hash value={part.sha256} />
      <div className="row">
        {part.mime === "application/pdf" ? (
          <a className={buttonClass({})} href={`${href}?read`} target="_blank" rel="noreferrer">
            <Icon name="eye" />
            Read<span className="vh"> {partLabels[part.part]} in a new tab</span>
          </a>
        ) : null}
        <DownloadButton href={href}>
          Download<span className="vh"> {partLabels[part.part]}</span>
        </DownloadButton>
      </div>
    </section>
  );
}
