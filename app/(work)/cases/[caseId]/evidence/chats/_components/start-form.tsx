import { type Choice, Select } from "@/app/_ui/choice";
import { choicesOf } from "@/app/_ui/choices-of";
import { ActionForm } from "@/app/_ui/form";
import { PageLink } from "@/app/_ui/page-link";
import { Panel } from "@/app/_ui/panel";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { orderLabels } from "@/lib/evidence/chats/labels";
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
    <Panel title="Read an export" id="read">
      {exhibits.length === 0 ? (
        <p>
          No exhibit of this case can be an export yet.{" "}
          <PageLink href={`/cases/${caseId}/evidence#add`}>Add the file as an exhibit</PageLink> first, as it came from
          the phone: the text, the zip or the JSON.
        </p>
      ) : (
        <ActionForm action={startImportAction} label="Read an export">
          <input type="hidden" name="caseId" value={caseId} />
          <Select
            name="exhibitId"
            label="Exhibit"
            hint="WhatsApp text or zip, Instagram or Facebook JSON, SMS Backup & Restore, e-mail"
            options={exhibits.map(({ id, label }) => ({ value: id, label }))}
            defaultValue={exhibit ?? exhibits.at(-1)?.id}
          />
          <Select
            name="zone"
            label="Zone of the phone"
            hint="WhatsApp writes no zone. Where was the phone that made the export?"
            options={zones}
            defaultValue={zones[0]?.value}
          />
          <Select
            name="dateOrder"
            label="How its dates are written"
            hint="Found from the file where it can be; otherwise you are asked"
            blank="Find out from the file"
            options={choicesOf(orderLabels)}
            optional
          />
          <SubmitFoot pendingText="Starting to read">Read it</SubmitFoot>
          <p className="small muted">
            The file itself stays the exhibit, byte for byte. Missing here?{" "}
            <PageLink href={`/cases/${caseId}/evidence#add`}>Add the file as an exhibit</PageLink> first.
          </p>
        </ActionForm>
      )}
    </Panel>
  );
}
