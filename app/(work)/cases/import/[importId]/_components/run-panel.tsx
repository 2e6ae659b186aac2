import { Radios } from "@/app/_ui/choice";
import { TextField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { Panel } from "@/app/_ui/panel";
import { SubmitFoot } from "@/app/_ui/submit-button";
import type { ImportView } from "@/lib/operations/imports/types";
import { t } from "@/lib/platform/language/translate";
import { plural } from "@/lib/platform/text/format";
import { runImportAction, stopImportAction } from "../../actions";

type Props = { view: ImportView };

/** Runs what is ready, or stops what runs. */
export function RunPanel({ view }: Props) {
  if (view.state === "running") {
    return (
      <Panel title={t("Stop")} id="run">
        <ActionForm action={stopImportAction} label={t("Stop the import")} guard={false}>
          <input type="hidden" name="importId" value={view.id} />
          <p className="muted">{t("What came in stays. The rest waits, and can go on later.")}</p>
          <SubmitFoot variant="secondary" pendingText={t("Stopping")}>
            {t("Stop")}
          </SubmitFoot>
        </ActionForm>
      </Panel>
    );
  }
  if (!["checked", "stopped"].includes(view.state) || view.good + view.twins === 0) return null;
  return (
    <Panel title={t("Run")} id="run">
      <ActionForm action={runImportAction} label={t("Run the import")} guard={false}>
        <input type="hidden" name="importId" value={view.id} />
        {view.twins > 0 ? (
          <>
            <Radios
              name="twins"
              label={t("{twins} that look like a case we have", { twins: plural(view.twins, "row") })}
              options={[
                {
                  value: "leave_out",
                  label: t("Leave them out"),
                  hint: t("Except those that you marked to be imported"),
                },
                {
                  value: "import",
                  label: t("Import them too"),
                  hint: t("Except those that you marked to be left out"),
                },
              ]}
              defaultValue="leave_out"
            />
            <TextField
              name="why"
              label={t("How you know that they are different, to import them")}
              hint={t("Recorded in the log of each case")}
              optional
            />
          </>
        ) : (
          <input type="hidden" name="twins" value="leave_out" />
        )}
        <p className="muted">{t("Rows to correct stay here. Correct them later and run again.")}</p>
        <SubmitFoot pendingText={t("Starting")}>
          {t("Import {good}", { good: plural(view.good, "ready row") })}
        </SubmitFoot>
      </ActionForm>
    </Panel>
  );
}
