import type { Metadata, Route } from "next";
import { Page } from "@/app/_shell/app-shell";
import { orNotFound } from "@/app/_shell/or-not-found";
import { Radios } from "@/app/_ui/choice";
import { TextArea, TextField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { Notice } from "@/app/_ui/notice";
import { PageLink } from "@/app/_ui/page-link";
import { PageHead, Panel } from "@/app/_ui/panel";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { requireCtx } from "@/lib/auth/sessions/session";
import { reading } from "@/lib/kernel/access/query";
import { readAll } from "@/lib/kernel/access/read-all";
import { officeToday } from "@/lib/law/office/rules";
import { fieldLabel, importField, ownKey, rowLabels, whyField } from "@/lib/operations/imports/labels";
import { readImport, readRow } from "@/lib/operations/imports/queries";
import { describeReading } from "@/lib/operations/imports/rules";
import type { Mapping, RowMessage } from "@/lib/operations/imports/types";
import { listCustomFields } from "@/lib/organisation/custom-fields/queries";
import type { CustomField } from "@/lib/organisation/custom-fields/types";
import { t } from "@/lib/platform/language/translate";
import { correctRowAction } from "../../../actions";

export const metadata: Metadata = { title: t("Row of a list") };

export default async function RowPage({ params }: PageProps<"/cases/import/[importId]/rows/[row]">) {
  const ctx = await requireCtx("case.import");
  const { importId, row: number } = await params;
  const { detail, row, own } = await orNotFound(
    reading(ctx, (scoped) =>
      readAll({
        detail: readImport(scoped, importId),
        row: readRow(scoped, importId, Number(number) || 0),
        own: listCustomFields(scoped, "case"),
      }),
    ),
  );
  const { view, head, mapping } = detail;
  const headers = head?.headers ?? [];
  const mayCorrect = ["checked", "stopped", "done"].includes(view.state) && row.state !== "imported";
  const isDuplicate = row.messages.some(({ kind }) => kind === "warning") && ["twin", "left_out"].includes(row.state);
  return (
    <Page>
      <PageHead title={t("Row {row}", { row: row.row })}>
        {rowLabels[row.state]}.{" "}
        <PageLink href={`/cases/import/${importId}` as Route}>{t("List {number}", { number: view.number })}</PageLink>
      </PageHead>
      <Panel title={t("What the list says")} id="row">
        <RowMessages
          said={row.messages.filter((rowMessage) => !mayCorrect || !isAtField(rowMessage, mapping))}
          own={own}
        />
        {mayCorrect ? (
          <ActionForm action={correctRowAction} label={t("Correct this row")}>
            <input type="hidden" name="importId" value={importId} />
            <input type="hidden" name="row" value={row.row} />
            {headers.map((header, at) => {
              const key = mapping?.columns[at];
              const cell = row.cells[at] ?? "";
              const error = row.messages.find(({ kind, field }) => kind === "error" && field === key)?.text;
              const means = key ? fieldLabel(key, own) : t("Left out");
              const kind = key ? kindOf(key, own) : undefined;
              const dated = mapping && (kind === "date" || kind === "when") ? mapping.dates : null;
              const asRead = dated && describeReading(cell, dated, officeToday(ctx.now));
              const hint = [means === header ? "" : means, asRead ?? ""].filter(Boolean).join(". ") || undefined;
              const shown = { name: `cell.${at}`, label: header, hint, error, defaultValue: cell };
              const Field = cell.length > 80 ? TextArea : TextField;
              return <Field key={at} {...shown} />;
            })}
            {isDuplicate ? (
              <>
                <Radios
                  name="decision"
                  label={t("It looks like a case we have")}
                  options={[
                    { value: "leave_out", label: t("Leave it out") },
                    { value: "import", label: t("It is a different person or matter: import it") },
                  ]}
                  defaultValue={row.decision ?? "leave_out"}
                />
                <TextField
                  name="why"
                  label={t("How you know, to import it")}
                  hint={t("For example: mother and daughter share the phone. Recorded in the log")}
                  defaultValue={row.messages.find(({ field }) => field === whyField)?.was}
                  optional
                />
              </>
            ) : null}
            <SubmitFoot pendingText={t("Checking the row")}>{t("Save and check")}</SubmitFoot>
          </ActionForm>
        ) : null}
      </Panel>
    </Page>
  );
}

/** A message shown at a field is not repeated above the form. */
function isAtField({ kind, field }: RowMessage, mapping: Mapping | null): boolean {
  return kind === "error" && (mapping?.columns.includes(field) ?? false);
}

/** How a cell of a column is read. */
function kindOf(key: string, own: readonly CustomField[]) {
  const field = own.find(({ id }) => ownKey(id) === key);
  return field?.kind === "date" ? "date" : importField(key)?.kind;
}

type MessagesProps = { said: readonly RowMessage[]; own: readonly CustomField[] };

function RowMessages({ said: messages, own }: MessagesProps) {
  return messages.map(({ kind, field, text }) => (
    <Notice key={`${field} ${text}`} kind={kind === "error" ? "overdue" : "warning"} title={fieldLabel(field, own)}>
      {text}
    </Notice>
  ));
}
