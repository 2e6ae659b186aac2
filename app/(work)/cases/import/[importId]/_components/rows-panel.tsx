import type { Route } from "next";
import { PageLink } from "@/app/_ui/page-link";
import { Panel } from "@/app/_ui/panel";
import { Tabs } from "@/app/_ui/tabs";
import { fieldLabel, rowLabels } from "@/lib/operations/imports/labels";
import type { ImportView, RowPage, RowState, RowView } from "@/lib/operations/imports/types";
import type { CustomField } from "@/lib/organisation/custom-fields/types";
import { t } from "@/lib/platform/language/translate";

export const rowTabs = {
  mend: { label: t("To correct"), states: ["bad", "failed"], count: (view: ImportView) => view.bad + view.failed },
  twins: { label: t("Look like one we have"), states: ["twin"], count: (view: ImportView) => view.twins },
  good: { label: t("Ready"), states: ["good"], count: (view: ImportView) => view.good },
  done: { label: t("Imported"), states: ["imported"], count: (view: ImportView) => view.imported },
  out: { label: t("Left out"), states: ["left_out"], count: (view: ImportView) => view.leftOut },
} as const satisfies Record<string, { label: string; states: readonly RowState[]; count: (v: ImportView) => number }>;

export type RowTab = keyof typeof rowTabs;

type Props = { view: ImportView; page: RowPage; tab: RowTab; own: readonly CustomField[] };

/** The rows of one kind, each with its messages and how to correct it. */
export function RowsPanel({ view, page, tab, own }: Props) {
  const base = `/cases/import/${view.id}`;
  return (
    <Panel
      title={t("Rows")}
      id="rows"
      foot={view.bad + view.failed > 0 ? <RowsToCorrect importId={view.id} /> : undefined}
    >
      <Tabs
        label={t("Rows")}
        items={Object.entries(rowTabs).map(([key, { label, count }]) => ({
          href: `${base}?rows=${key}#rows` as Route,
          label,
          count: count(view),
          current: key === tab,
        }))}
      />
      {page.rows.length === 0 ? <p className="muted">{t("No row here.")}</p> : null}
      <ul className="stack">
        {page.rows.map((row) => (
          <RowLine key={row.row} row={row} base={base} own={own} />
        ))}
      </ul>
      {page.after ? (
        <PageLink href={`${base}?rows=${tab}&after=${page.after}#rows` as Route}>{t("The next fifty")}</PageLink>
      ) : null}
    </Panel>
  );
}

function RowsToCorrect({ importId }: { importId: string }) {
  return (
    <>
      <a href={`/api/imports/${importId}/bad-rows`} download>
        {t("Download the rows to correct")}
      </a>{" "}
      {t("This CSV is not encrypted. Store it as carefully as the list.")}
    </>
  );
}

function RowLine({ row, base, own }: { row: RowView; base: string; own: readonly CustomField[] }) {
  const messages = row.messages.filter(({ kind }) => kind === "error" || row.state !== "bad");
  return (
    <li>
      {row.caseId ? (
        <PageLink href={`/cases/${row.caseId}` as Route}>
          {t("Row {row}, {caseCode}", { row: row.row, caseCode: row.caseCode })}
        </PageLink>
      ) : (
        <PageLink href={`${base}/rows/${row.row}` as Route}>
          {t("Row {row}, {rowLabels}{value}", {
            row: row.row,
            rowLabels: rowLabels[row.state],
            value: row.decision ? (row.decision === "import" ? t(", to be imported") : t(", to be left out")) : "",
          })}
        </PageLink>
      )}
      <ul className="small">
        {messages.map(({ field, text, was }) => (
          <li key={`${field} ${text}`}>
            {field ? `${fieldLabel(field, own)}: ` : ""}
            {text}
            {was ? <span className="muted"> {t("There: “{value}”", { value: was.slice(0, 80) })}</span> : null}
          </li>
        ))}
      </ul>
    </li>
  );
}
