import { Checkbox } from "@/app/_ui/choice";
import { ConfirmField } from "@/app/_ui/confirm-field";
import { Disclosure } from "@/app/_ui/disclosure";
import { ActionForm } from "@/app/_ui/form";
import { Panel } from "@/app/_ui/panel";
import { ReadingWatcher } from "@/app/_ui/reading-watcher";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { FolderLine } from "@/app/(work)/_components/folder-line";
import type { Confirmation } from "@/lib/auth/sessions/types";
import { officeZone } from "@/lib/law/office/rules";
import type { AccessPreview, ExportView } from "@/lib/operations/exports/types";
import { t } from "@/lib/platform/language/translate";
import { plural } from "@/lib/platform/text/format";
import type { RequestView } from "@/lib/privacy/data-subject-requests/types";
import { askAccessAction } from "../actions";

type Props = {
  request: RequestView;
  folders: readonly ExportView[];
  preview: AccessPreview;
  asks: { ask: Confirmation; take: Confirmation };
  me: string | null;
};

/** What would leave, what stays out, and the folder itself once the request was granted. */
export function FolderPanel({ request, folders, preview, asks, me }: Props) {
  const granted = request.state === "decided" || request.state === "answered";
  return (
    <Panel id="folder" title={t("Folder for the client")}>
      <Preview preview={preview} />
      {granted ? (
        <ActionForm action={askAccessAction} label={t("Make the folder")} prefix="folder">
          <input type="hidden" name="requestId" value={request.id} />
          <Checkbox
            name="namesStaff"
            label={t("Name our staff")}
            hint={t("If not ticked, it says only which role looked and did what")}
          />
          <ConfirmField asks={asks.ask} />
          <SubmitFoot pendingText={t("Asking")}>{t("Make the folder")}</SubmitFoot>
        </ActionForm>
      ) : (
        <p className="muted">{t("It is made once the request was granted.")}</p>
      )}
      {folders.some(({ state }) => state === "building") ? <ReadingWatcher /> : null}
      {folders.length > 0 ? (
        <ul className="stack">
          {folders.map((view) => (
            <FolderLine key={view.id} view={view} zone={officeZone()} mine={view.askedById === me} asks={asks.take} />
          ))}
        </ul>
      ) : null}
    </Panel>
  );
}

function Preview({ preview }: { preview: AccessPreview }) {
  const { kinds, leftOut, masked } = preview;
  return (
    <>
      <p>
        {t("{value} Read the folder once before you hand it over: a name that we do not know is not found.", {
          value:
            masked > 0
              ? t("Somebody else is named in {masked} in the text and is masked there.", {
                  masked: plural(masked, "place"),
                })
              : t("The text names nobody else that we know of."),
        })}
      </p>
      <Disclosure label={t("What leaves")}>
        <ul>
          {kinds
            .filter(({ rows }) => rows > 0)
            .map(({ title, rows, fields }) => (
              <li key={title}>
                {title} ({rows}): <span className="muted">{fields.map(wordsOf).join(", ")}</span>
              </li>
            ))}
        </ul>
      </Disclosure>
      <Disclosure label={t("What stays out")}>
        <ul>
          {leftOut.map(({ title, rows, why }) => (
            <li key={title}>
              {title} ({rows}): <span className="muted">{why}</span>
            </li>
          ))}
        </ul>
      </Disclosure>
    </>
  );
}

const wordsOf = (key: string) => key.replaceAll(/([A-Z])/g, " $1").toLowerCase();
