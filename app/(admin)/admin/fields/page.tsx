import type { Metadata } from "next";
import { Page } from "@/app/_shell/app-shell";
import { CustomInputs } from "@/app/_shell/custom-inputs";
import { RecordVersions } from "@/app/_ui/clash";
import { Disclosure } from "@/app/_ui/disclosure";
import { EmptyState } from "@/app/_ui/empty-state";
import { ActionForm } from "@/app/_ui/form";
import { PageHead, Panel } from "@/app/_ui/panel";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { requireCtx } from "@/lib/auth/sessions/session";
import { readRecordVersions } from "@/lib/kernel/access/record-versions";
import { officeZone } from "@/lib/law/office/rules";
import { recordLabels } from "@/lib/organisation/custom-fields/labels";
import { readFieldDesk } from "@/lib/organisation/custom-fields/queries";
import { type FieldOnDesk, type FieldRecord, fieldRecords } from "@/lib/organisation/custom-fields/types";
import { t } from "@/lib/platform/language/translate";
import { DefinitionFields, NewFieldFields } from "./_components/definition-fields";
import { FieldEntry } from "./_components/field-entry";
import { addCustomFieldAction } from "./actions";

export const metadata: Metadata = { title: t("Fields of your own") };

/** What the organisation asks beyond the fields that the product has. */
export default async function FieldsPage() {
  const ctx = await requireCtx("fields.write");
  const fields = await readFieldDesk(ctx);
  const versions = await readRecordVersions(
    ctx,
    fields.map(({ id }) => id),
  );
  return (
    <Page>
      <PageHead guide="add-fields" title={t("Fields of your own")}>
        {t(
          "Ask for what your organisation needs to know about cases, clients, incidents and referrals. Ask for little: each field is one more thing that can be stolen.",
        )}
      </PageHead>
      <Disclosure icon="plus" label={t("Add a field")} id="add" open={fields.length === 0}>
        <Panel label={t("Add a field")}>
          <ActionForm action={addCustomFieldAction} label={t("Add a field")}>
            <NewFieldFields />
            <DefinitionFields />
            <SubmitFoot icon="save" pendingText={t("Adding the field")}>
              {t("Add the field")}
            </SubmitFoot>
          </ActionForm>
        </Panel>
      </Disclosure>
      <RecordVersions versions={versions} zone={officeZone()}>
        {fieldRecords.map((record) => (
          <FieldsOfRecord key={record} record={record} fields={fields.filter((field) => field.record === record)} />
        ))}
      </RecordVersions>
    </Page>
  );
}

function FieldsOfRecord({ record, fields }: { record: FieldRecord; fields: readonly FieldOnDesk[] }) {
  const inUse = fields.filter(({ isRetired }) => !isRetired);
  const zone = officeZone();
  return (
    <Panel id={`fields-${record}`} title={recordLabels[record]} padded={false}>
      {fields.length === 0 ? (
        <EmptyState icon="layers" title={t("No field yet")}>
          {t("Fields that you add for {records} show in their forms, on their pages and in exports.", {
            records: recordLabels[record].toLowerCase(),
          })}
        </EmptyState>
      ) : null}
      {fields.map((field) => (
        <FieldEntry key={field.id} field={field} at={inUse.indexOf(field)} last={inUse.length - 1} zone={zone} />
      ))}
      {inUse.length > 0 ? (
        <div className="panel__body">
          <Disclosure label={t("How the form looks")} id={`preview-${record}`}>
            <fieldset
              className="stack"
              aria-label={t("Preview of the form for {records}", { records: recordLabels[record].toLowerCase() })}
            >
              <p className="muted">{t("Only to look at: nothing that you type here is saved.")}</p>
              <CustomInputs fields={inUse} prefix="preview." />
            </fieldset>
          </Disclosure>
        </div>
      ) : null}
    </Panel>
  );
}
