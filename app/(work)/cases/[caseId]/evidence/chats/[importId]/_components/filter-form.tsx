import type { Route } from "next";
import { type Choice, Select } from "@/app/_ui/choice";
import { choicesOf } from "@/app/_ui/choices-of";
import { DateField, TextField } from "@/app/_ui/field";
import { ActionForm, FormFoot } from "@/app/_ui/form";
import { LinkButton } from "@/app/_ui/link-button";
import { SubmitButton } from "@/app/_ui/submit-button";
import { kindLabels } from "@/lib/evidence/chats/labels";
import type { MessageFilter } from "@/lib/evidence/chats/types";
import { t } from "@/lib/platform/language/translate";
import { filterAction } from "../../actions";

type Props = {
  caseId: string;
  importId: string;
  filter: MessageFilter;
  senders: readonly Choice[];
  markers: readonly Choice[];
  /** The page without any of it. */
  clear: Route;
};

export function FilterForm({ caseId, importId, filter, senders, markers, clear }: Props) {
  return (
    <ActionForm
      whileRestricted
      action={filterAction}
      label={t("Choose messages")}
      guard={false}
      key={JSON.stringify(filter)}
    >
      <input type="hidden" name="caseId" value={caseId} />
      <input type="hidden" name="importId" value={importId} />
      <div className="cols cols--2">
        <Select
          name="sender"
          label={t("From")}
          blank={t("Everybody")}
          options={senders}
          defaultValue={filter.senderId}
          optional
        />
        <Select
          name="kind"
          label={t("Kind")}
          blank={t("All")}
          options={choicesOf(kindLabels)}
          defaultValue={filter.kind}
          optional
        />
        <DateField name="from" label={t("First day")} defaultValue={filter.from} optional />
        <DateField name="to" label={t("Last day")} defaultValue={filter.to} optional />
        <TextField
          name="word"
          label={t("Word")}
          hint={t("Searched for in the messages. Your search is not saved")}
          defaultValue={filter.word}
          maxLength={100}
          optional
        />
        <Select
          name="marker"
          label={t("Marker")}
          hint={t("Our own word lists, English and Afrikaans: a help, no verdict")}
          blank={t("Any or none")}
          options={markers}
          defaultValue={filter.marker}
          optional
        />
      </div>
      <FormFoot>
        <SubmitButton variant="secondary" icon="list-filter" pendingText={t("Looking")}>
          {t("Show these")}
        </SubmitButton>
        <LinkButton variant="quiet" href={clear}>
          {t("Show all")}
        </LinkButton>
      </FormFoot>
    </ActionForm>
  );
}
