import type { Metadata, Route } from "next";
import { orNotFound } from "@/app/_shell/or-not-found";
import { CaseTime } from "@/app/_ui/case-time";
import { Chip } from "@/app/_ui/chip";
import { RecordVersions } from "@/app/_ui/clash";
import { LinkButton } from "@/app/_ui/link-button";
import { Notice } from "@/app/_ui/notice";
import { Facts, PageHead, Panel } from "@/app/_ui/panel";
import { requireCtx } from "@/lib/auth/sessions/session";
import { findCase } from "@/lib/casework/cases/access";
import { directionLabels, noteTitle, partyLabels, visibilityLabels } from "@/lib/casework/notes/labels";
import { getNote, listOthersChanging, readDraft } from "@/lib/casework/notes/queries";
import type { NotePage } from "@/lib/casework/notes/types";
import { listAccountChoices, readSubjectZone } from "@/lib/casework/subjects/queries";
import { reading } from "@/lib/kernel/access/query";
import { readAll } from "@/lib/kernel/access/read-all";
import { readRecordVersions } from "@/lib/kernel/access/record-versions";
import { t } from "@/lib/platform/language/translate";
import { formatClock, formatInstant } from "@/lib/platform/text/format";
import { AmendNoteForm } from "./_components/amend-note-form";
import { NextActPanel, PinForm, WithdrawForm } from "./_components/note-acts";
import { VersionsPanel } from "./_components/versions-panel";

export const metadata: Metadata = { title: t("Note or contact") };

export default async function NotePageOfCase({ params, searchParams }: PageProps<"/cases/[caseId]/notes/[noteId]">) {
  const ctx = await requireCtx("case.read");
  const { caseId, noteId } = await params;
  const edit = (await searchParams).edit !== undefined;
  const { page, closed, there, versions, draft, others, accounts } = await orNotFound(
    reading(ctx, (scoped) =>
      readAll({
        page: getNote(scoped, caseId, noteId),
        closed: findCase(scoped, caseId).then((read) => read.closedAt !== null),
        there: readSubjectZone(scoped, caseId),
        versions: edit ? readRecordVersions(scoped, [noteId]) : {},
        draft: edit ? readDraft(scoped, caseId, noteId) : null,
        others: edit ? listOthersChanging(scoped, noteId) : [],
        accounts: edit
          ? listAccountChoices(scoped, caseId).then((read) => read.map(({ id, label }) => ({ value: id, label })))
          : [],
      }),
    ),
  );
  const { note, homeZone } = page;
  const open = !closed && note.withdrawn === null;
  const here = `/cases/${caseId}/notes/${noteId}`;
  return (
    <>
      <PageHead
        title={noteTitle(note)}
        level={2}
        actions={
          <>
            <LinkButton icon="arrow-left" href={`/cases/${caseId}/timeline` as Route}>
              {t("Timeline")}
            </LinkButton>
            {open && !edit ? (
              <LinkButton variant="primary" icon="pencil" href={`${here}?edit` as Route}>
                {t("Change")}
              </LinkButton>
            ) : null}
          </>
        }
      >
        {t("Written by {by}, {at}", { by: note.by, at: formatInstant(note.writtenAt, homeZone) })}
      </PageHead>
      {note.withdrawn ? (
        <Notice kind="warning" title={t("This note was withdrawn. It counts for nothing.")}>
          {t("{by}, {at}: {reason}", {
            by: note.withdrawn.by,
            at: formatInstant(note.withdrawn.at, homeZone),
            reason: note.withdrawn.reason,
          })}
        </Notice>
      ) : null}
      {open
        ? others.map(({ by, savedAt }) => (
            <Notice key={by} kind="warning" title={t("{by} is changing this note too", { by })}>
              {t("Their draft was saved at {clock}. If both of you save, both wordings are shown and none is lost.", {
                clock: formatClock(savedAt, homeZone),
              })}
            </Notice>
          ))
        : null}
      {edit && open ? (
        <RecordVersions versions={versions} zone={homeZone}>
          <AmendNoteForm page={page} draft={draft} accounts={accounts} who={ctx.actor.memberId ?? ""} />
        </RecordVersions>
      ) : (
        <NoteWords page={page} zones={[homeZone, there ?? "UTC"]} />
      )}
      {note.nextAct || note.nextOn ? <NextActPanel note={note} open={open} /> : null}
      <VersionsPanel versions={page.versions} zone={homeZone} />
      {open && !edit ? (
        <>
          <PinForm note={note} />
          {page.mayWithdraw ? <WithdrawForm note={note} /> : null}
        </>
      ) : null}
    </>
  );
}

function NoteWords({ page: { note, account }, zones }: { page: NotePage; zones: readonly string[] }) {
  const party = note.party ? partyLabels[note.party] : null;
  return (
    <Panel
      label={t("The note")}
      id="note"
      title={noteTitle(note)}
      end={
        <span className="row">
          {note.pinnedAt ? <Chip icon="bookmark">{t("Pinned")}</Chip> : null}
          {note.visibility === "supervision" ? (
            <Chip kind="warning" icon="lock">
              {visibilityLabels.supervision.label}
            </Chip>
          ) : null}
        </span>
      }
    >
      <p className="read prewrap">{note.words}</p>
      <Facts
        items={[
          { name: t("When"), value: <CaseTime at={note.happenedAt} zones={zones} /> },
          ...(note.kind === "note" && !party
            ? []
            : [{ name: t("With whom"), value: [party, note.partyName].filter(Boolean).join(": ") || t("Not said") }]),
          ...(note.direction ? [{ name: t("Who contacted whom"), value: directionLabels[note.direction] }] : []),
          ...(note.agreed ? [{ name: t("What was agreed"), value: note.agreed }] : []),
          ...(account ? [{ name: t("About"), value: account }] : []),
          ...(note.changedAt ? [{ name: t("Changed"), value: formatInstant(note.changedAt, zones[0] ?? "UTC") }] : []),
          { name: t("Who may read it"), value: visibilityLabels[note.visibility].hint },
        ]}
      />
    </Panel>
  );
}
