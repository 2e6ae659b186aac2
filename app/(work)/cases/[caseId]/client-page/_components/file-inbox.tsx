import type { Route } from "next";
import { Chip, type ChipKind } from "@/app/_ui/chip";
import { Disclosure } from "@/app/_ui/disclosure";
import { EmptyState } from "@/app/_ui/empty-state";
import { TextField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { PageLink } from "@/app/_ui/page-link";
import { Facts, Panel, RecordPanel } from "@/app/_ui/panel";
import { SubmitButton, SubmitFoot } from "@/app/_ui/submit-button";
import { describedAs } from "@/lib/client/files/rules";
import type { ClientFileState, ReceivedFile } from "@/lib/client/files/types";
import { receiptOf } from "@/lib/client/pages/rules";
import { t } from "@/lib/platform/language/translate";
import { formatBytes, formatInstant, plural } from "@/lib/platform/text/format";
import { acceptFileAction, acceptFilesAction, setFileAsideAction } from "../actions";

type Props = { caseId: string; files: readonly ReceivedFile[]; zone: string; closed: boolean };

const chips: Record<ClientFileState, ChipKind> = {
  announced: "waiting",
  waiting: "warning",
  accepted: "done",
  set_aside: "plain",
};
const states: Record<ClientFileState, string> = {
  announced: t("Still being sent"),
  waiting: t("To be looked at"),
  accepted: t("Accepted"),
  set_aside: t("Set aside"),
};

/** What the client handed over: it becomes evidence when it is accepted. */
export function FileInbox({ caseId, files, zone, closed }: Props) {
  const waiting = files.filter((file) => file.state === "waiting");
  const rest = files.filter((file) => file.state !== "waiting");
  const entry = (file: ReceivedFile) => <Entry key={file.id} file={file} zone={zone} closed={closed} caseId={caseId} />;
  return (
    <Panel id="files" title={t("Handed over by the client")} padded={false}>
      {files.length === 0 ? (
        <EmptyState icon="inbox" title={t("Nothing has come yet")}>
          {t("What she sends waits here until you accept it. Nothing of it is lost.")}
        </EmptyState>
      ) : null}
      {waiting.length > 1 && !closed ? (
        <div className="panel__body">
          <ActionForm action={acceptFilesAction} label={t("Accept all files that wait")}>
            <input type="hidden" name="caseId" value={caseId} />
            <SubmitFoot icon="check" pendingText={t("Accepting")}>
              {t("Accept all {n}", { n: waiting.length })}
            </SubmitFoot>
          </ActionForm>
        </div>
      ) : null}
      {waiting.map(entry)}
      {rest.length > 0 ? (
        <div className="panel__body">
          <Disclosure label={plural(rest.length, "earlier file")}>{rest.map(entry)}</Disclosure>
        </div>
      ) : null}
    </Panel>
  );
}

function Entry({ file, zone, closed, caseId }: { file: ReceivedFile; zone: string; closed: boolean; caseId: string }) {
  const { words, state, exhibit } = file;
  const name = words.fileName || receiptOf(file.id);
  return (
    <RecordPanel
      label={name}
      title={name}
      end={
        <Chip kind={chips[state]}>{exhibit ? t("Accepted as {label}", { label: exhibit.label }) : states[state]}</Chip>
      }
    >
      <Facts
        items={[
          { name: t("What it shows"), value: words.what || t("She did not say") },
          { name: t("When"), value: words.when || t("She did not say") },
          { name: t("Where"), value: words.where || t("She did not say") },
          { name: t("Size"), value: formatBytes(file.size) },
          {
            name: t("Received"),
            value: file.receivedAt
              ? t("{at}, receipt {receipt}", { at: formatInstant(file.receivedAt, zone), receipt: receiptOf(file.id) })
              : t("Begun {at}, not whole yet", { at: formatInstant(file.announcedAt, zone) }),
          },
          { name: "SHA-256", value: hashWords(file) },
        ]}
      />
      {exhibit ? (
        <p>
          <PageLink href={`/cases/${caseId}/evidence/${exhibit.id}` as Route}>
            {t("Open {label}", { label: exhibit.label })}
          </PageLink>
        </p>
      ) : null}
      {closed || !(state === "waiting" || state === "set_aside") ? null : (
        <>
          <ActionForm action={acceptFileAction} label={t("Accept {name}", { name })} prefix={`accept-${file.id}`}>
            <input type="hidden" name="clientFileId" value={file.id} />
            <TextField
              name="description"
              label={t("What it shows, in one line")}
              hint={t("It is opened in the sandbox once it is accepted.")}
              defaultValue={describedAs(words)}
            />
            <SubmitFoot variant="secondary" icon="check" pendingText={t("Accepting")}>
              {t("Accept as evidence")}
            </SubmitFoot>
          </ActionForm>
          {state === "waiting" ? (
            <ActionForm action={setFileAsideAction} label={t("Set {name} aside", { name })}>
              <input type="hidden" name="clientFileId" value={file.id} />
              <div className="row">
                <SubmitButton variant="quiet" icon="archive" pendingText={t("Setting aside")}>
                  {t("Set aside")}
                </SubmitButton>
              </div>
            </ActionForm>
          ) : null}
        </>
      )}
    </RecordPanel>
  );
}

function hashWords({ sha256, sentSha256 }: ReceivedFile) {
  if (!sha256) return t("Not known yet");
  return (
    <>
      <span className="ref">{sha256}</span>{" "}
      {sentSha256 ? t("the same in her browser and here") : t("hashed as it arrived; her browser could not")}
    </>
  );
}
