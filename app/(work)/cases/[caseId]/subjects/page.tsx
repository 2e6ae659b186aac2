import type { Metadata } from "next";
import { orNotFound } from "@/app/_shell/or-not-found";
import { Editions } from "@/app/_ui/clash";
import { EmptyState } from "@/app/_ui/empty-state";
import { Notice } from "@/app/_ui/notice";
import { PageHead, Panel } from "@/app/_ui/panel";
import { readEditions } from "@/lib/access/editions";
import { reading } from "@/lib/access/query";
import { requireCtx } from "@/lib/auth/session";
import { findCase } from "@/lib/cases/scope";
import { readForecasts } from "@/lib/deadlines/queries";
import { identifierLabels } from "@/lib/identifiers/labels";
import { listIdentifiers } from "@/lib/identifiers/queries";
import { listExhibitChoices } from "@/lib/incidents/queries";
import { findPlaybook } from "@/lib/jurisdictions/rules";
import { listMatches } from "@/lib/matches/queries";
import { plural } from "@/lib/platform/format";
import { listSubjects } from "@/lib/subjects/queries";
import { confidenceChoices, platformChoices, zoneChoices } from "../../choices";
import type { Board } from "./_components/board";
import { AddSubjectForm } from "./_components/subject-forms";
import { SubjectPanel } from "./_components/subject-panel";
import * as actions from "./actions";

export const metadata: Metadata = { title: "Subjects" };

export default async function SubjectsPage({ params }: PageProps<"/cases/[caseId]/subjects">) {
  const ctx = await requireCtx("case.read");
  const { caseId } = await params;
  const { found, subjects, exhibits, ...read } = await orNotFound(
    reading(ctx, async (scoped) => ({
      found: await findCase(scoped, caseId),
      subjects: await listSubjects(scoped, caseId),
      identifiers: await listIdentifiers(scoped, caseId),
      matches: await listMatches(scoped, caseId),
      forecasts: await readForecasts(scoped, caseId),
      exhibits: await listExhibitChoices(scoped, caseId),
    })),
  );
  const people = subjects.flatMap((one) => [one.id, ...one.accounts.map((account) => account.id)]);
  const versions = await readEditions(ctx, [...people, ...read.identifiers.map((one) => one.id)]);
  const playbook = findPlaybook(found.pair, found.playbookVersion);
  const choices = {
    platforms: platformChoices(),
    confidences: confidenceChoices(),
    zones: zoneChoices(playbook ? [playbook] : [], ctx.now),
    exhibits: exhibits.map(({ id, label }) => ({ value: id, label })),
    identifierKinds: Object.entries(identifierLabels).map(([value, label]) => ({ value, label })),
  };
  const board: Board = { ...read, caseId, choices, actions };
  const nameless = subjects.flatMap((one) => one.accounts).filter((account) => account.needsId);
  return (
    <Editions versions={versions} zone={playbook?.home.zone ?? "UTC"}>
      <PageHead title="Subjects" level={2}>
        Who is alleged to do it, by the ids that platforms do not change. Everything here is alleged
      </PageHead>
      {nameless.length > 0 ? (
        <Notice kind="warning" title={`${plural(nameless.length, "account")} without an unchanging id`}>
          {nameless.map((account) => account.code).join(", ")}. A handle can change hands overnight. A wrong or missing
          id is the first reason why providers refuse.
        </Notice>
      ) : null}
      {subjects.length === 0 ? (
        <Panel label="Subjects" padded={false}>
          <EmptyState icon="fingerprint" title="No subject yet">
            Add who is alleged to do it, even without a name. Accounts, phones and e-mails then hang on it.
          </EmptyState>
        </Panel>
      ) : null}
      {subjects.map((subject) => (
        <SubjectPanel key={subject.id} board={board} subject={subject} />
      ))}
      <AddSubjectForm caseId={caseId} zones={choices.zones} action={actions.addSubjectAction} />
    </Editions>
  );
}
