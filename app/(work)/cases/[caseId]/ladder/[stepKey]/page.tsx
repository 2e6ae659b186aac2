import type { Metadata, Route } from "next";
import { orNotFound } from "@/app/_shell/or-not-found";
import { Breadcrumb } from "@/app/_ui/breadcrumb";
import { PageLink } from "@/app/_ui/page-link";
import { NumberedPager } from "@/app/_ui/pager";
import { PageHead } from "@/app/_ui/panel";
import { requireCtx } from "@/lib/auth/sessions/session";
import { findCase } from "@/lib/casework/cases/access";
import { readSafetyState } from "@/lib/casework/safety/queries";
import { listStepDocuments } from "@/lib/documents/papers/queries";
import type { DocumentShelf } from "@/lib/documents/papers/types";
import { readCaseClocks, readStepPage } from "@/lib/escalation/ladder/queries";
import { listStepLetters } from "@/lib/escalation/letters/queries";
import { readRefusalDesk } from "@/lib/escalation/refusals/queries";
import { branchOf, refusableSteps } from "@/lib/escalation/refusals/rules";
import { asksBeforeSending } from "@/lib/escalation/steps/rules";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { reading } from "@/lib/kernel/access/query";
import { findAgency } from "@/lib/law/jurisdictions/rules";
import { readLaw } from "@/lib/law/provisions/queries";
import { listStepBodies } from "@/lib/organisation/bodies/queries";
import { t } from "@/lib/platform/language/translate";
import { pageOf, readPage, withQuery } from "@/lib/platform/paging";
import { civilDate } from "@/lib/platform/time/clock";
import { SafetyPanel } from "../../../_components/safety-panel";
import { StepPapers } from "../../documents/_components/step-papers";
import { RefusalLines } from "../../refusals/_components/refusal-lines";
import { SayOnTheSpot } from "../../refusals/_components/say-on-the-spot";
import { StepActs } from "./_components/step-acts";
import { StepGuidance } from "./_components/step-guidance";
import { StepHistory } from "./_components/step-history";
import { StepLead } from "./_components/step-lead";
import { StepLetters } from "./_components/step-letters";
import { StepReports } from "./_components/step-reports";
import { StepState } from "./_components/step-state";
import { StepTakedowns } from "./_components/step-takedowns";

export const metadata: Metadata = { title: t("Step of the ladder") };

/** The newest document of the step that was not sent yet. */
function draftOf(caseId: string, { rows }: DocumentShelf) {
  const draft = rows.find(({ state, sentOn }) => !sentOn && (state === "draft" || state === "final"));
  return draft ? { href: `/cases/${caseId}/documents/${draft.id}`, label: draft.code } : null;
}

export default async function StepPage({ params, searchParams }: PageProps<"/cases/[caseId]/ladder/[stepKey]">) {
  const ctx = await requireCtx("case.read");
  const { caseId, stepKey } = await params;
  const asked = readPage((await searchParams).history);
  const { page, mayRefuse, all, papers, agencies, bodies, safety, letters } = await orNotFound(
    reading(ctx, async (scoped) => {
      const read = await readStepPage(scoped, caseId, stepKey);
      const refusable = refusableSteps(read.playbook).includes(read.step);
      const logged = refusable ? (await readRefusalDesk(scoped, caseId)).refusals : [];
      const papers = await listStepDocuments(scoped, caseId, stepKey);
      const law = await readLaw(scoped);
      const agencies = read.step.agencies.flatMap((key) => findAgency(key, law) ?? []);
      const bodies = await listStepBodies(scoped, read.step.agencies);
      const isSafety = read.step.doneWhen.some((rule) => rule.by === "safe_contact");
      const safety = isSafety ? await safetyOf(scoped, caseId) : null;
      const letters = await listStepLetters(scoped, caseId, stepKey);
      return { page: read, mayRefuse: refusable, all: logged, papers, agencies, bodies, safety, letters };
    }),
  );
  const { step, view, level, facts, playbook, events, guards, takedowns, reports, platforms } = page;
  const fact = facts.steps.find((step) => step.stepKey === stepKey && !step.part);
  const today = civilDate(ctx.now, playbook.home.zone);
  const branch = mayRefuse ? branchOf(playbook, stepKey) : null;
  const onTheSpot = branch?.onTheSpot ?? [];
  const refusals = all.filter((refusal) => refusal.stepKey === stepKey || (step.rungs && refusal.rung));
  const refused = pageOf(refusals, 1);
  const history = pageOf(events, asked);
  const side = step.side === "home" ? playbook.home.name : playbook.there.name;
  return (
    <>
      <Breadcrumb items={[{ label: t("Overview"), href: `/cases/${caseId}` as Route }]} />
      <PageHead title={step.title} level={2}>
        {t("Level {number}, {name}, {side}", { number: level.number, name: level.name, side })}
      </PageHead>
      <div className="cols cols--wide">
        <div className="stack stack--l">
          <StepLead
            caseId={caseId}
            step={step}
            view={view}
            stage={page.stage}
            act={page.act}
            draft={draftOf(caseId, papers)}
          />
          <SayOnTheSpot facts={onTheSpot} />
          {takedowns ? <StepTakedowns caseId={caseId} items={takedowns} /> : null}
          {reports.length > 0 || platforms.length > 0 ? (
            <StepReports
              caseId={caseId}
              step={step}
              reports={reports}
              platforms={platforms}
              whole={{ guards, recorded: fact?.state ?? null }}
              today={today}
              listed={takedowns !== null && takedowns.length > 0}
            />
          ) : (
            <StepActs
              caseId={caseId}
              step={{
                key: step.key,
                title: step.title,
                produces: step.produces,
                ours: step.sendableByUs,
                mayRefuse,
              }}
              numbers={page.numbers}
              guards={guards}
              asks={asksBeforeSending(step, facts)}
              keepsNoFiles={facts.keepsNoFiles ?? false}
              recorded={fact?.state ?? null}
              today={today}
            />
          )}
          <StepPapers caseId={caseId} shelf={papers} quiet={view.status === "done" || view.status === "skipped"} />
          <StepLetters caseId={caseId} stepKey={stepKey} letters={letters} />
          <StepState view={view} step={step} closedBy={page.closedBy} />
          <StepHistory events={history.rows} zone={playbook.home.zone}>
            <NumberedPager
              list={history}
              of={t("entries, newest first")}
              at={(to) => `${withQuery(`/cases/${caseId}/ladder/${stepKey}`, { history: to })}#history` as Route}
            />
          </StepHistory>
        </div>
        <div className="stack stack--l">
          {refusals.length > 0 ? (
            <RefusalLines caseId={caseId} refusals={refused.rows} zones={[playbook.home.zone, playbook.there.zone]}>
              {refused.total > refused.rows.length ? (
                <p className="panel__body">
                  <PageLink href={`/cases/${caseId}/refusals`}>{t("All refusals of the case")}</PageLink>
                </p>
              ) : null}
            </RefusalLines>
          ) : null}
          {safety ? <SafetyPanel caseId={caseId} state={safety.state} clocks={safety.clocks} /> : null}
          <StepGuidance step={step} agencies={agencies} bodies={bodies} rungClocks={page.rungClocks} />
        </div>
      </div>
    </>
  );
}

/** For the step on which safe contact is agreed: plan, risk and devices belong to it. */
async function safetyOf(ctx: TxCtx, caseId: string) {
  const row = await findCase(ctx, caseId);
  const clocks = (await readCaseClocks(ctx, [row])).get(row.id) ?? [];
  return { state: await readSafetyState(ctx, caseId), clocks };
}
