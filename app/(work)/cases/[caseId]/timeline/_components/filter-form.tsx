import type { Route } from "next";
import { Select } from "@/app/_ui/choice";
import { DateField, TextField } from "@/app/_ui/field";
import { ActionForm, FormFoot } from "@/app/_ui/form";
import { LinkButton } from "@/app/_ui/link-button";
import { SubmitButton } from "@/app/_ui/submit-button";
import { timelineGroups } from "@/lib/oversight/timeline/labels";
import type { TimelineFilter, TimelinePage } from "@/lib/oversight/timeline/types";
import { t } from "@/lib/platform/language/translate";
import { filterTimelineAction } from "../actions";

type Props = {
  caseId: string;
  filter: TimelineFilter;
  page: Pick<TimelinePage, "accounts" | "platforms" | "people">;
  /** The page without any of it. */
  clear: Route;
};

const groups = Object.entries(timelineGroups).map(([value, { label }]) => ({ value, label }));

export function FilterForm({ caseId, filter, page, clear }: Props) {
  return (
    <ActionForm
      whileRestricted
      action={filterTimelineAction}
      label={t("Choose lines")}
      guard={false}
      key={JSON.stringify(filter)}
    >
      <input type="hidden" name="caseId" value={caseId} />
      <div className="cols cols--2">
        <TextField
          name="words"
          label={t("Words")}
          hint={t("Searched for in this case alone. Your search is not saved")}
          defaultValue={filter.words}
          maxLength={200}
          optional
        />
        <Select
          name="what"
          label={t("What")}
          blank={t("Everything")}
          options={groups}
          defaultValue={filter.what}
          optional
        />
        <Select
          name="person"
          label={t("Person")}
          hint={t("With whom it was, or who wrote it")}
          blank={t("Everybody")}
          options={page.people}
          defaultValue={filter.person}
          optional
        />
        <Select
          name="account"
          label={t("Account")}
          blank={t("All")}
          options={page.accounts}
          defaultValue={filter.account}
          optional
        />
        <Select
          name="platform"
          label={t("Platform")}
          blank={t("All")}
          options={page.platforms}
          defaultValue={filter.platform}
          optional
        />
        <div className="cols cols--2">
          <DateField name="from" label={t("First day")} defaultValue={filter.from} optional />
          <DateField name="to" label={t("Last day")} defaultValue={filter.to} optional />
        </div>
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
