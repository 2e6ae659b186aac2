import { Chip, type ChipKind } from "@/app/_ui/chip";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageLink } from "@/app/_ui/page-link";
import { Panel } from "@/app/_ui/panel";
import { formatLabels, problemLabels, stateLabels } from "@/lib/evidence/chats/labels";
import type { ImportState, ImportView } from "@/lib/evidence/chats/types";
import { t } from "@/lib/platform/language/translate";
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
      <Panel label={t("Exports of chats")} padded={false}>
        <EmptyState icon="message-square" title={t("No export read yet")}>
          {t(
            "An export from the phone carries every message with its time. Read it, pick the messages that matter, and they become incidents. The file stays the exhibit.",
          )}
        </EmptyState>
      </Panel>
    );
  }
  return (
    <Panel label={t("Exports of chats")} padded={false}>
      <ul className="items">
        {imports.map((import_) => (
          <li className="item" key={import_.id}>
            <PageLink className="rowlink item__title" href={importPath(import_.caseId, import_.id)}>
              {import_.exhibit} {import_.format ? formatLabels[import_.format] : t("Export")}
            </PageLink>
            <span className="item__why">{whyOf(import_, zone)}</span>
            <span className="item__side">
              <Chip kind={kinds[import_.state]}>{stateLabels[import_.state]}</Chip>
              {import_.replaced ? <span className="small muted">{t("Read again later")}</span> : null}
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
  if (import_.state === "needs_answer") return t("Its dates may be read two ways. {by}", { by });
  const known =
    import_.duplicates > 0
      ? t(", {duplicates} known before", { duplicates: plural(import_.duplicates, "message") })
      : "";
  return t("{messages}{known}. Phone in {zone}. {by}", {
    messages: plural(import_.messages, "message"),
    known,
    zone: import_.zone,
    by,
  });
}
