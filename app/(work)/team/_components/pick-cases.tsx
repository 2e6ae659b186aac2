import type { Route } from "next";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageLink } from "@/app/_ui/page-link";
import { Panel } from "@/app/_ui/panel";
import { SubmitButton } from "@/app/_ui/submit-button";
import type { AssignableCase } from "@/lib/casework/assignments/types";
import { t } from "@/lib/platform/language/translate";

/** A plain GET form: the selected cases are in the URL of the next page. */
export function PickCases({ name, cases }: { name: string; cases: readonly AssignableCase[] }) {
  if (cases.length === 0) {
    return (
      <Panel id="cases" title={t("Open cases")} padded={false}>
        <EmptyState icon="folder" title={t("No open case")}>
          {t("Cases that {name} owns show here, to look at or to give to somebody else.", { name })}
        </EmptyState>
      </Panel>
    );
  }
  return (
    <Panel id="cases" title={t("Reassign cases of {name}", { name })}>
      <form action="/cases/assign" method="get" className="form" aria-label={t("Pick cases of {name}", { name })}>
        <fieldset className="field">
          <legend>{t("Open cases")}</legend>
          {cases.map((case_) => (
            <div className="row row--tight" key={case_.id}>
              <label className="choice" htmlFor={`pick-${case_.id}`}>
                <input type="checkbox" id={`pick-${case_.id}`} name="case" value={case_.id} />
                <span>
                  {case_.pseudonym}, {case_.code}
                </span>
              </label>
              <PageLink href={`/cases/${case_.id}` as Route}>
                {t("Open")}
                <span className="vh"> {case_.pseudonym}</span>
              </PageLink>
            </div>
          ))}
        </fieldset>
        <div className="form__foot">
          <SubmitButton variant="secondary" icon="users" pendingText={t("Opening the form")}>
            {t("Reassign the ticked cases")}
          </SubmitButton>
        </div>
      </form>
    </Panel>
  );
}
