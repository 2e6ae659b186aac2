import { Radios } from "@/app/_ui/choice";
import { TextField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { Panel } from "@/app/_ui/panel";
import { SubmitFoot } from "@/app/_ui/submit-button";
import type { ImportView } from "@/lib/operations/imports/types";
import { plural } from "@/lib/platform/text/format";
import { runImportAction, stopImportAction } from "../../actions";

type Props = { view: ImportView };

/** Runs what is ready, or stops what runs. */
export function RunPanel({ view }: Props) {
  if (view.state === "running") {
    return (
      <Panel title="Stop" id="run">
        <ActionForm action={stopImportAction} label="Stop the import" guard={false}>
          <input type="hidden" name="importId" value={view.id} />
          <p className="muted">What came in stays. The rest waits, and can go on later.</p>
          <SubmitFoot variant="secondary" pendingText="Stopping">
            Stop
          </SubmitFoot>
        </ActionForm>
      </Panel>
    );
  }
  if (!["checked", "stopped"].includes(view.state) || view.good + view.twins === 0) return null;
  return (
    <Panel title="Run" id="run">
      <ActionForm action={runImportAction} label="Run the import" guard={false}>
        <input type="hidden" name="importId" value={view.id} />
        {view.twins > 0 ? (
          <>
            <Radios
              name="twins"
              label={`${plural(view.twins, "row")} that look like a case we have`}
              options={[
                { value: "leave_out", label: "Leave them out", hint: "Except those that you marked to be imported" },
                { value: "import", label: "Import them too", hint: "Except those that you marked to be left out" },
              ]}
              defaultValue="leave_out"
            />
            <TextField
              name="why"
              label="How you know that they are different, to import them"
              hint="It is kept in the log of each"
              optional
            />
          </>
        ) : (
          <input type="hidden" name="twins" value="leave_out" />
        )}
        <p className="muted">Rows to correct stay here. Correct them later and run again.</p>
        <SubmitFoot pendingText="Starting">Import {plural(view.good, "ready row")}</SubmitFoot>
      </ActionForm>
    </Panel>
  );
}
