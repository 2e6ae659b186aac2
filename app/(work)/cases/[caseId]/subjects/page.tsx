import type { Metadata } from "next";
import { orNotFound } from "@/app/_shell/or-not-found";
import { Notice } from "@/app/_ui/notice";
import { PageHead } from "@/app/_ui/panel";
import { reading } from "@/lib/access/query";
import { requireCtx } from "@/lib/auth/session";
import { findCase } from "@/lib/cases/scope";
import { readForecasts } from "@/lib/deadlines/queries";
import { findPlaybook } from "@/lib/jurisdictions/rules";
import { plural } from "@/lib/platform/format";
import { listSubjects } from "@/lib/subjects/queries";
import { confidenceChoices, platformChoices, zoneChoices } from "../../choices";
import { AddSubjectForm } from "./_components/subject-forms";
import { SubjectPanel } from "./_components/subject-panel";
import { addSubjectAction, amendAccountAction, amendSubjectAction, linkAccountAction } from "./actions";

export const metadata: Metadata = { title: "Subjects" };

export default async function SubjectsPage({ params }: PageProps<"/cases/[caseId]/subjects">) {
  const ctx = await requireCtx("case.read");
  const { caseId } = await params;
  const { found, subjects, forecasts } = await orNotFound(
    reading(ctx, async (scoped) => ({
      found: await findCase(scoped, caseId),
      subjects: await listSubjects(scoped, caseId),
      forecasts: await readForecasts(scoped, caseId),
    })),
  );
  const playbook = findPlaybook(found.pair, found.playbookVersion);
  const zones = zoneChoices(playbook ? [playbook] : [], ctx.now);
  const nameless = subjects.flatMap((one) => one.accounts).filter((account) => account.needsId);
  const actions = { addSubjectAction, amendAccountAction, amendSubjectAction, linkAccountAction };
  return (
    <>
      <PageHead title="Subjects" level={2}>
        Who is alleged to do it, by the ids that platforms do not change. Everything here is alleged
      </PageHead>
      {nameless.length > 0 ? (
        <Notice kind="warning" title={`${plural(nameless.length, "account")} without an unchanging id`}>
          {nameless.map((account) => account.code).join(", ")}. A wrong or missing id is the first reason why providers
          refuse.
        </Notice>
      ) : null}
      {subjects.map((subject) => (
        <SubjectPanel
          key={subject.id}
          caseId={caseId}
          subject={subject}
          forecasts={forecasts}
          platforms={platformChoices()}
          confidences={confidenceChoices()}
          zones={zones}
          actions={actions}
        />
      ))}
      <AddSubjectForm caseId={caseId} zones={zones} action={addSubjectAction} />
    </>
  );
}
