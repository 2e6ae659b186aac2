import { type Choice, Select } from "@/app/_ui/choice";
import { choicesOf } from "@/app/_ui/choices-of";
import { ActionForm } from "@/app/_ui/form";
import { PageLink } from "@/app/_ui/page-link";
import { Panel } from "@/app/_ui/panel";
import { rich } from "@/app/_ui/rich";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { orderLabels } from "@/lib/evidence/chats/labels";
import { t } from "@/lib/platform/language/translate";
import { startImportAction } from "../actions";

type Props = {
  caseId: string;
  exhibits: readonly { id: string; label: string }[];
  /** The exhibit from whose page the person came. */
  exhibit: string | undefined;
  zones: readonly Choice[];
};

export function StartForm({ caseId, exhibits, exhibit, zones }: Props) {
  return (
    <Panel title={t("Read an export")} id="read">
      {exhibits.length === 0 ? (
        <p>
          {rich(
            "No exhibit of this case can be an export yet. <link>Add the file as an exhibit</link> first, as it came from the phone: the text, the zip or the JSON.",
            { link: (words) => <PageLink href={`/cases/${caseId}/evidence?add=files`}>{words}</PageLink> },
          )}
        </p>
      ) : (
        <ActionForm action={startImportAction} label={t("Read an export")}>
          <input type="hidden" name="caseId" value={caseId} />
          <Select
            name="exhibitId"
            label={t("Exhibit")}
            hint={t("WhatsApp text or zip, Instagram or Facebook JSON, SMS Backup & Restore, e-mail")}
            options={exhibits.map(({ id, label }) => ({ value: id, label }))}
            defaultValue={exhibit ?? exhibits.at(-1)?.id}
          />
          <Select
            name="zone"
            label={t("Zone of the phone")}
            hint={t("WhatsApp writes no zone. Where was the phone that made the export?")}
            options={zones}
            defaultValue={zones[0]?.value}
          />
          <Select
            name="dateOrder"
            label={t("How its dates are written")}
            hint={t("Found from the file where it can be; otherwise you are asked")}
            blank={t("Find out from the file")}
            options={choicesOf(orderLabels)}
            optional
          />
          <SubmitFoot pendingText={t("Starting to read")}>{t("Read it")}</SubmitFoot>
          <p className="small muted">
            {rich(
              "The file itself stays the exhibit, byte for byte. Missing here? <link>Add the file as an exhibit</link> first.",
              { link: (words) => <PageLink href={`/cases/${caseId}/evidence?add=files`}>{words}</PageLink> },
            )}
          </p>
        </ActionForm>
      )}
    </Panel>
  );
}
