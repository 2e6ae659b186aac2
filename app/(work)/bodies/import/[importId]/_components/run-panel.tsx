import { Checkbox } from "@/app/_ui/choice";
import { ActionForm } from "@/app/_ui/form";
import { Panel } from "@/app/_ui/panel";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { officeZone } from "@/lib/law/office/rules";
import type { ImportView } from "@/lib/organisation/bodies/imports/types";
import { t } from "@/lib/platform/language/translate";
import { formatInstant } from "@/lib/platform/text/format";
import { cancelBodyImportAction, runBodyImportAction, undoBodyImportAction } from "../../actions";
import { TakeAll } from "./rows-list";

/** What the list would do, the button that does it, and for a day the one that takes it back. */
export function RunPanel({ view }: { view: ImportView }) {
  const { counts, state, undoUntil } = view;
  const hidden = <input type="hidden" name="importId" value={view.id} />;
  if (state === "checked") {
    return (
      <Panel title={t("Import")} id="run">
        <p>
          {t("{fresh} new, {changed} that differ, {same} in the directory already, {bad} to correct.", {
            fresh: counts.new,
            changed: counts.changed,
            same: counts.same,
            bad: counts.bad,
          })}
        </p>
        {counts.changed > 0 ? (
          <>
            <p>{t("Differences that you do not take over stay out.")}</p>
            <TakeAll importId={view.id} />
          </>
        ) : null}
        <ActionForm action={runBodyImportAction} label={t("Import")} guard={false}>
          {hidden}
          {counts.bad > 0 ? (
            <Checkbox name="leaveOutBad" label={t("Leave out the rows that need correction")} value="yes" />
          ) : null}
          <SubmitFoot icon="check" pendingText={t("Importing")}>
            {t("Import the list")}
          </SubmitFoot>
        </ActionForm>
        <ActionForm action={cancelBodyImportAction} label={t("Give the list up")} guard={false}>
          {hidden}
          <SubmitFoot variant="secondary" pendingText={t("Saving")}>
            {t("Give the list up")}
          </SubmitFoot>
        </ActionForm>
      </Panel>
    );
  }
  return (
    <Panel title={t("Import")} id="run">
      <p>
        {t("{added} added, {updated} taken over, {out} left out.", {
          added: counts.added,
          updated: counts.updated,
          out: counts.left_out,
        })}
      </p>
      {state === "done" && counts.added > 0 ? (
        <p>{t("Nobody in your organisation has confirmed the new entries yet. Tick them in the directory.")}</p>
      ) : null}
      {undoUntil ? (
        <ActionForm action={undoBodyImportAction} label={t("Undo the import")} guard={false}>
          {hidden}
          <p>
            {t("It can be undone until {until}. What somebody changed or confirmed since stays.", {
              until: formatInstant(undoUntil, officeZone()),
            })}
          </p>
          <SubmitFoot variant="secondary" pendingText={t("Undoing")}>
            {t("Undo the import")}
          </SubmitFoot>
        </ActionForm>
      ) : null}
    </Panel>
  );
}
