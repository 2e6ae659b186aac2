import type { Route } from "next";
import type { ReactNode } from "react";
import { Items } from "@/app/_ui/items";
import { Panel } from "@/app/_ui/panel";
import type { DocumentRow } from "@/lib/documents/papers/types";
import { t } from "@/lib/platform/language/translate";
import { formatInstant, plural } from "@/lib/platform/text/format";
import { DocumentChip } from "./document-chip";

type Props = {
  caseId: string;
  rows: readonly DocumentRow[];
  zone: string;
  title?: string;
  total?: number;
  children?: ReactNode;
};

/** The existing documents: kind, purpose, state and who saved each last. */
export function DocumentList({ caseId, rows, zone, title = t("Documents of this case"), total, children }: Props) {
  return (
    <Panel
      title={title}
      id="papers"
      end={<span className="muted">{plural(total ?? rows.length, "document")}</span>}
      padded={false}
    >
      <Items
        items={rows.map((row) => ({
          key: row.id,
          href: `/cases/${caseId}/documents/${row.id}` as Route,
          title: `${row.code} ${row.title}`,
          why: (
            <>
              {row.about.length > 0 ? <span>{t("For {value}", { value: row.about.join(" · ") })}</span> : null}
              {row.completes ? <span className="small"> ({row.completes})</span> : null}
              <span className="small">
                {row.about.length > 0 ? <br /> : null}
                {t("Version {version}, saved by {savedBy}, {savedAt}", {
                  version: row.version,
                  savedBy: row.savedBy,
                  savedAt: formatInstant(row.savedAt, zone),
                })}
              </span>
            </>
          ),
          side: <DocumentChip row={row} />,
        }))}
      />
      {children}
    </Panel>
  );
}
