import type { Metadata, Route } from "next";
import { Page } from "@/app/_shell/app-shell";
import { orNotFound } from "@/app/_shell/or-not-found";
import { Breadcrumb } from "@/app/_ui/breadcrumb";
import { TextField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { Notice } from "@/app/_ui/notice";
import { PageHead, Panel } from "@/app/_ui/panel";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { requireCtx } from "@/lib/auth/sessions/session";
import { readBodyRow } from "@/lib/organisation/bodies/imports/queries";
import type { ListField } from "@/lib/organisation/bodies/imports/types";
import { detailLabels } from "@/lib/organisation/bodies/labels";
import { t } from "@/lib/platform/language/translate";
import { correctBodyRowAction } from "../../../actions";

export const metadata: Metadata = { title: t("Row of a list") };

export default async function BodyRowPage({ params }: PageProps<"/bodies/import/[importId]/rows/[row]">) {
  const ctx = await requireCtx("directory.write");
  const { importId, row } = await params;
  const { view, headers, columns } = await orNotFound(readBodyRow(ctx, importId, Number(row) || 0));
  // A fault of a field that no column has cannot be mended here: it belongs to the columns.
  const elsewhere = view.messages.filter(({ field }) => !(columns as readonly (string | null)[]).includes(field));
  return (
    <Page>
      <Breadcrumb items={[{ label: t("List of stations and courts"), href: `/bodies/import/${importId}` as Route }]} />
      <PageHead title={t("Row {row}", { row: view.row })} />
      <Panel title={t("What the list says")} id="row">
        {elsewhere.map(({ field, text }) => (
          <Notice key={field} kind="overdue" title={detailLabels[field as ListField] ?? t("The row")}>
            {t("{text} No column has it: say under “What the columns mean” what counts for every row.", { text })}
          </Notice>
        ))}
        <ActionForm action={correctBodyRowAction} label={t("Correct this row")}>
          <input type="hidden" name="importId" value={importId} />
          <input type="hidden" name="row" value={view.row} />
          {headers.map((header, at) => (
            <TextField
              key={at}
              name={`cell.${at}`}
              label={header || t("Column {at}", { at: at + 1 })}
              error={view.messages.find(({ field }) => field === columns[at])?.text}
              defaultValue={view.cells[at] ?? ""}
            />
          ))}
          <SubmitFoot pendingText={t("Checking the row")}>{t("Save and check")}</SubmitFoot>
        </ActionForm>
      </Panel>
    </Page>
  );
}
