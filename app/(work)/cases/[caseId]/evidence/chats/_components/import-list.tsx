import { Chip, type ChipKind } from "@/app/_ui/chip";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageLink } from "@/app/_ui/page-link";
import { Panel } from "@/app/_ui/panel";
import { formatLabels, problemLabels, stateLabels } from "@/lib/evidence/chats/labels";
import type { ImportState, ImportView } from "@/lib/evidence/chats/types";
import { formatInstant, plural } from "@/lib/platform/text/format";
import { importPath } from "../address";

const kinds: Record<ImportState, ChipKind> = {
  reading: "waiting",
  needs_answer: "warning",
  ready: "done",
  failed: "overdue",
};

/** Each reading of an export: what came out of it, and with which answers. */
export function ImportList({ imports, zone }: { imports: readonly ImportView[]; zone: string }) {
  if (imports.length === 0) {
    return (
      <Panel label="Exports of chats" padded={false}>
        <EmptyState icon="message-square" title="No export read yet">
          An export from the phone carries every message with its time. Read it, pick the messages that matter, and they
          become incidents. The file stays the exhibit.
        </EmptyState>
      </Panel>
    );
  }
  return (
    <Panel label="Exports of chats" padded={false}>
      <ul className="items">
        {imports.map((import_) => (
          <li className="item" key={import_.id}>
            <PageLink className="rowlink item__title" href={importPath(import_.caseId, import_.id)}>
              {import_.exhibit} {import_.format ? formatLabels[import_.format] : "Export"}
            </PageLink>
            <span className="item__why">{whyOf(import_, zone)}</span>
            <span className="item__side">
              <Chip kind={kinds[import_.state]}>{stateLabels[import_.state]}</Chip>
              {import_.replaced ? <span className="small muted">Read again later</span> : null}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function whyOf(import_: ImportView, zone: string): string {
  const by = `${import_.startedBy}, ${formatInstant(import_.startedAt, zone)}`;
  if (import_.state === "failed" && import_.problem) return `${problemLabels[import_.problem]} ${by}`;
  if (import_.state === "needs_answer") return `Its dates may be read two ways. ${by}`;
  const known = import_.duplicates > 0 ? `, ${plural(import_.duplicates, "message")} known before` : "";
  return `${plural(import_.messages, "message")}${known}. Phone in ${import_.zone}. ${by}`;
}
