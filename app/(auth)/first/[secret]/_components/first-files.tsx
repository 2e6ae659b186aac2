import { Button } from "@/app/_ui/button";
import { Notice } from "@/app/_ui/notice";
import { Hash } from "@/app/_ui/number";
import { Panel } from "@/app/_ui/panel";
import { usedUp } from "@/lib/handover/first-contact/labels";
import { limits } from "@/lib/handover/first-contact/types";
import { describePart, heldBack } from "@/lib/handover/handovers/labels";
import type { HandoverView, PartView } from "@/lib/handover/handovers/types";
import { t } from "@/lib/platform/language/translate";
import { formatBytes, plural } from "@/lib/platform/text/format";

type FilesProps = { packet: HandoverView; secret: string; left: number };

/** The files, each with its own button. Every press uses up one download; viewing the page does not. */
export function FirstFiles({ packet, secret, left }: FilesProps) {
  const takes = left > 0 && !packet.heldBack;
  return (
    <Panel
      id="files"
      title={t("Files")}
      end={
        <span className="muted">
          {t("{left} of {downloads} left", { left: plural(left, "download"), downloads: limits.downloads })}
        </span>
      }
      padded={false}
    >
      <div className="panel__body stack">
        {packet.heldBack ? <Notice kind="warning" title={heldBack} /> : null}
        {left > 0 ? (
          <p>
            {t(
              "You can download {left}. The whole packet in one .zip counts as one, and contains everything listed here.",
              {
                left: plural(left, "more file"),
              },
            )}
          </p>
        ) : (
          <Notice kind="warning" title={usedUp.title}>
            {usedUp.text}
          </Notice>
        )}
        {takes ? (
          <Take secret={secret} part="folder" variant="primary">
            {t("Download the whole packet")}
          </Take>
        ) : null}
      </div>
      <ul className="parts">
        {packet.parts.map((part) => (
          <FirstFile key={part.part} part={part} secret={secret} takes={takes} />
        ))}
      </ul>
    </Panel>
  );
}

function FirstFile({ part, secret, takes }: { part: PartView; secret: string; takes: boolean }) {
  const size = [part.pages ? plural(part.pages, "page") : "", formatBytes(part.size)].filter(Boolean).join(", ");
  return (
    <li className="parts__line">
      <div>
        <h3>{describePart(part.part, part.name)}</h3>
        <p className="small muted">
          {part.name}, {size}
        </p>
      </div>
      {takes ? (
        <div className="row parts__acts">
          <Take secret={secret} part={part.part}>
            {t("Download")}
            <span className="vh"> {describePart(part.part, part.name)}</span>
          </Take>
        </div>
      ) : null}
      <div className="parts__hash small">
        <Hash value={part.sha256} />
      </div>
    </li>
  );
}

type TakeProps = { secret: string; part: string; variant?: "primary" | "secondary"; children: React.ReactNode };

function Take({ secret, part, variant = "secondary", children }: TakeProps) {
  return (
    <form method="post" action={`/api/first/${secret}/${part}`}>
      <Button type="submit" icon="download" variant={variant}>
        {children}
      </Button>
    </form>
  );
}
