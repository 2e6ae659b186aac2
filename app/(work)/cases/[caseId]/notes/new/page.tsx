import type { Metadata, Route } from "next";
import { orNotFound } from "@/app/_shell/or-not-found";
import { ActionForm, FormFoot } from "@/app/_ui/form";
import { LinkButton } from "@/app/_ui/link-button";
import { Notice } from "@/app/_ui/notice";
import { PageHead, Panel } from "@/app/_ui/panel";
import { SubmitButton } from "@/app/_ui/submit-button";
import { Kept } from "@/app/(work)/_components/kept";
import { readCaseTop } from "@/app/(work)/cases/read-case-top";
import { requireCtx } from "@/lib/auth/sessions/session";
import { readDraft } from "@/lib/casework/notes/queries";
import { listAccountChoices } from "@/lib/casework/subjects/queries";
import { reading } from "@/lib/kernel/access/query";
import { readAll } from "@/lib/kernel/access/read-all";
import { may } from "@/lib/kernel/access/roles";
import { newId } from "@/lib/platform/ids";
import { t } from "@/lib/platform/language/translate";
import { formatInstant } from "@/lib/platform/text/format";
import { DiscardForm } from "../_components/discard-form";
import { NoteDraft } from "../_components/note-draft";
import { NoteFields } from "../_components/note-fields";
import { addNoteOnPageAction } from "../actions";

export const metadata: Metadata = { title: t("Note or contact") };

/** The sheet as a page: for browsers without script, and to write at length. */
export default async function NewNotePage({ params }: PageProps<"/cases/[caseId]/notes/new">) {
  const ctx = await requireCtx("case.write");
  const { caseId } = await params;
  const { header } = await orNotFound(readCaseTop(ctx, caseId));
  if (!may(ctx.actor, "field.notes")) return <Kept what={t("Notes and contacts")} />;
  const { draft, accounts } = await orNotFound(
    reading(ctx, (scoped) =>
      readAll({
        draft: readDraft(scoped, caseId),
        accounts: listAccountChoices(scoped, caseId).then((read) =>
          read.map(({ id, label }) => ({ value: id, label })),
        ),
      }),
    ),
  );
  const zone = header.homeZone;
  const start = draft
    ? { ...draft, savedAt: draft.savedAt.toISOString() }
    : { noteId: newId(), revision: 0, typed: {}, savedAt: null };
  return (
    <>
      <PageHead title={t("Note or contact")} level={2}>
        {t("Only the words are needed. What you do not know yet stays open.")}
      </PageHead>
      {draft ? (
        <Notice title={t("You began this note {at} and did not save it.", { at: formatInstant(draft.savedAt, zone) })}>
          <DiscardForm caseId={caseId} noteId={draft.noteId} of="new" />
        </Notice>
      ) : null}
      {header.closedAt ? (
        <Notice title={t("This case is closed. Reopen it to write a note.")} />
      ) : (
        <Panel label={t("Note or contact")}>
          <ActionForm action={addNoteOnPageAction} label={t("Note or contact")} guard={false}>
            <input type="hidden" name="caseId" value={caseId} />
            <NoteFields typed={start.typed} accounts={accounts} zone={zone} isNew />
            <FormFoot>
              <SubmitButton icon="save" pendingText={t("Saving the note")}>
                {t("Save the note")}
              </SubmitButton>
              <LinkButton variant="quiet" href={`/cases/${caseId}/timeline` as Route}>
                {t("Back to the timeline")}
              </LinkButton>
              <NoteDraft caseId={caseId} who={ctx.actor.memberId ?? ""} start={start} zone={zone} of="new" restores />
            </FormFoot>
          </ActionForm>
        </Panel>
      )}
    </>
  );
}
