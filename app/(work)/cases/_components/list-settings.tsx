import { DownloadButton } from "@/app/_ui/button";
import { Checkbox } from "@/app/_ui/choice";
import { Disclosure } from "@/app/_ui/disclosure";
import { TextField } from "@/app/_ui/field";
import { ActionForm, FormFoot } from "@/app/_ui/form";
import { Panel } from "@/app/_ui/panel";
import { rich } from "@/app/_ui/rich";
import { SubmitButton, SubmitFoot } from "@/app/_ui/submit-button";
import { isListed } from "@/lib/organisation/custom-fields/rules";
import type { CustomField } from "@/lib/organisation/custom-fields/types";
import { columnLabels } from "@/lib/oversight/saved-views/labels";
import { ownColumn } from "@/lib/oversight/saved-views/rules";
import { type AnyColumn, type ListChoices, listColumns } from "@/lib/oversight/saved-views/types";
import { t } from "@/lib/platform/language/translate";
import { amendViewAction, chooseListAction, removeViewAction, saveViewAction } from "../view-actions";

type SettingsProps = {
  asked: string;
  /** The URL parameters without the search words: a view does not store them. */
  kept: string;
  /** The saved view that is shown now; empty for none. */
  name: string;
  columns: readonly AnyColumn[];
  own: readonly CustomField[];
  choices: ListChoices;
  mayShare: boolean;
};

/** Below the list: save it as a view, choose its columns, edit the views. */
export function ListSettings({ asked, kept, name, columns, own, choices, mayShare }: SettingsProps) {
  const mine = choices.views.filter((view) => view.mayChange);
  return (
    <Panel title={t("This list")} id="list-settings" end={<Files asked={asked} />}>
      <Disclosure label={t("Save this view")} id="save-view">
        <p className="muted">
          {t("Keeps the filters, the order and the columns{value}, and not the words of the search.", {
            value: name ? t(" of “{name}” as they are now", { name }) : "",
          })}
        </p>
        <ActionForm action={saveViewAction} label={t("Save this view")}>
          <input type="hidden" name="query" value={kept} />
          {columns.map((column) => (
            <input type="hidden" key={column} name="columns" value={column} />
          ))}
          <TextField name="name" label={t("Name")} hint={t("For example: High risk without a CAS number")} required />
          {mayShare ? <Checkbox name="shared" label={t("Share with everybody in the organisation")} /> : null}
          <Checkbox name="makeDefault" label={t("Open Cases with this view")} />
          <SubmitFoot variant="secondary" pendingText={t("Saving the view")}>
            {t("Save view")}
          </SubmitFoot>
        </ActionForm>
      </Disclosure>
      <Disclosure label={t("Choose columns")} id="columns">
        <ActionForm action={chooseListAction} label={t("Choose columns")}>
          <input type="hidden" name="form" value="columns" />
          {shownColumns(own).map(({ column, label }) => (
            <Checkbox
              key={`${column} ${columns.includes(column)}`}
              name="columns"
              id={`column-${column}`}
              value={column}
              label={label}
              defaultChecked={columns.includes(column)}
            />
          ))}
          <FormFoot>
            <SubmitButton variant="secondary" pendingText={t("Saving the columns")}>
              {t("Save columns")}
            </SubmitButton>
            <SubmitButton variant="quiet" name="suited" value="yes" pendingText={t("Saving the columns")}>
              {t("As suits my role")}
            </SubmitButton>
          </FormFoot>
        </ActionForm>
      </Disclosure>
      {choices.views.length > 0 || choices.removed.length > 0 ? (
        <Disclosure label={t("Manage views")} id="manage-views" open={choices.removed.length > 0}>
          <DefaultView choices={choices} />
          {mine.map((view) => (
            <ViewForms key={view.id} view={view} mayShare={mayShare} />
          ))}
          <RemovedViews removed={choices.removed} />
        </Disclosure>
      ) : null}
    </Panel>
  );
}

/** What a list can show: the fixed columns, then the organisation's own fields that are not encrypted. */
function shownColumns(own: readonly CustomField[]): { column: AnyColumn; label: string }[] {
  const fixed = listColumns.map((column) => ({ column, label: columnLabels[column] }));
  return [...fixed, ...own.filter(isListed).map(({ id, label }) => ({ column: ownColumn(id), label }))];
}

/** The list with its current filters, all pages. */
function Files({ asked }: { asked: string }) {
  return (
    <span className="row noprint">
      {(["csv", "xlsx"] as const).map((format) => (
        <DownloadButton
          key={format}
          small
          variant="quiet"
          href={`/api/cases/list/${format}${asked ? `?${asked}` : ""}`}
        >
          <span>
            {rich("Export list <span>as </span>{value}", {
              span: (words) => <span className="vh">{words}</span>,
              value: format.toUpperCase(),
            })}
          </span>
        </DownloadButton>
      ))}
    </span>
  );
}

function DefaultView({ choices }: { choices: ListChoices }) {
  const current = choices.defaultView;
  return (
    <div className="row">
      {choices.views
        .filter((view) => view.id !== current?.id)
        .map((view) => (
          <ActionForm
            key={view.id}
            action={chooseListAction}
            label={t("Open Cases with {name}", { name: view.name })}
            guard={false}
          >
            <input type="hidden" name="viewId" value={view.id} />
            <SubmitButton variant="quiet" small pendingText={t("Saving")}>
              {t("Open Cases with “{name}”", { name: view.name })}
            </SubmitButton>
          </ActionForm>
        ))}
      {current ? (
        <ActionForm action={chooseListAction} label={t("Open Cases with all open cases")} guard={false}>
          <input type="hidden" name="viewId" value="" />
          <span className="muted">{t("Cases opens with “{name}”.", { name: current.name })} </span>
          <SubmitButton variant="quiet" small pendingText={t("Saving")}>
            {t("Open with all open cases")}
          </SubmitButton>
        </ActionForm>
      ) : null}
    </div>
  );
}

function ViewForms({ view, mayShare }: { view: ListChoices["views"][number]; mayShare: boolean }) {
  return (
    <div className="stack">
      <ActionForm action={amendViewAction} label={t("Change {name}", { name: view.name })}>
        <input type="hidden" name="viewId" value={view.id} />
        <TextField name="name" label={t("Name of “{name}”", { name: view.name })} defaultValue={view.name} />
        {mayShare ? <Checkbox name="shared" label={t("Shared with everybody")} defaultChecked={view.shared} /> : null}
        <SubmitFoot variant="secondary" small pendingText={t("Saving")}>
          {t("Save")}
        </SubmitFoot>
      </ActionForm>
      <ActionForm action={removeViewAction} label={t("Remove {name}", { name: view.name })} guard={false}>
        <input type="hidden" name="viewId" value={view.id} />
        <SubmitButton variant="quiet" small pendingText={t("Removing")}>
          {t("Remove “{name}”", { name: view.name })}
        </SubmitButton>
      </ActionForm>
    </div>
  );
}

function RemovedViews({ removed }: { removed: ListChoices["removed"] }) {
  return removed.map((view) => (
    <ActionForm
      key={view.id}
      action={removeViewAction}
      label={t("Bring back {name}", { name: view.name })}
      guard={false}
    >
      <input type="hidden" name="viewId" value={view.id} />
      <input type="hidden" name="undo" value="yes" />
      <span className="muted">{t("“{name}” was removed.", { name: view.name })} </span>
      <SubmitButton variant="secondary" small pendingText={t("Bringing it back")}>
        {t("Undo")}
      </SubmitButton>
    </ActionForm>
  ));
}
