import { Checkbox, Select } from "@/app/_ui/choice";
import { DateField, TextField } from "@/app/_ui/field";
import { SubmitButton } from "@/app/_ui/submit-button";
import { t } from "@/lib/platform/language/translate";
import type { ListState } from "@/lib/platform/list-state";

type Option = { value: string; label: string };
type FilterProps = {
  path: string;
  state: ListState;
  people: readonly Option[];
  groups: readonly Option[];
  cases: boolean;
};

/** A plain GET form: the filters are in the URL, so it works without JavaScript. `cases`: the reader may see cases. */
export function LogFilter({ path, state: { filters }, people, groups, cases }: FilterProps) {
  const on = (name: string) => filters[name]?.[0];
  return (
    <form method="get" action={path} className="row row--end" aria-label={t("Filter the log")}>
      <Select
        name="person"
        label={t("Who")}
        short
        blank={t("Everybody")}
        defaultValue={on("person")}
        options={people}
      />
      <Select
        name="about"
        label={t("About")}
        short
        blank={t("Everything")}
        defaultValue={on("about")}
        options={groups}
      />
      {cases ? (
        <TextField
          name="case"
          label={t("Case number")}
          short
          defaultValue={on("case")}
          autoComplete="off"
          spellCheck={false}
        />
      ) : null}
      <DateField name="from" label={t("From")} defaultValue={on("from")} />
      <DateField name="until" label={t("Until")} defaultValue={on("until")} />
      <Checkbox
        name="refused"
        value="yes"
        label={t("Refused attempts only")}
        defaultChecked={on("refused") === "yes"}
      />
      <SubmitButton variant="secondary" pendingText={t("Looking")}>
        {t("Show")}
      </SubmitButton>
    </form>
  );
}
