import type { Metadata } from "next";
import { orNotFound } from "@/app/_shell/or-not-found";
import { Chip } from "@/app/_ui/chip";
import { Disclosure } from "@/app/_ui/disclosure";
import { Notice } from "@/app/_ui/notice";
import { Panel } from "@/app/_ui/panel";
import { requireCtx } from "@/lib/auth/sessions/session";
import { findCase } from "@/lib/casework/cases/access";
import { riskLabels } from "@/lib/casework/cases/labels";
import { getRiskView } from "@/lib/casework/safety/risk/queries";
import { playbookOf, readCaseClocks } from "@/lib/escalation/ladder/queries";
import { reading } from "@/lib/kernel/access/query";
import { readAll } from "@/lib/kernel/access/read-all";
import { riskQuestions } from "@/lib/law/jurisdictions/common/risk-questions";
import { emergencyLines } from "@/lib/law/jurisdictions/rules";
import { t } from "@/lib/platform/language/translate";
import { civilDate } from "@/lib/platform/time/clock";
import { DueLine } from "../_components/due-line";
import { QuestionForm } from "../_components/question-form";
import { QuestionSources } from "../_components/question-sources";
import { RiskHistory } from "../_components/risk-history";
import { riskKinds } from "../_components/risk-kinds";
import { SafetyHead } from "../_components/safety-head";
import { SuggestionPanel } from "../_components/suggestion-panel";

export const metadata: Metadata = { title: t("Risk") };

/** Questions about the risk to a client, what the answers suggest, and what a person decided. */
export default async function SafetyRiskPage({ params }: PageProps<"/cases/[caseId]/safety/risk">) {
  const ctx = await requireCtx("case.read");
  const { caseId } = await params;
  const { found, view, clocks } = await orNotFound(
    reading(ctx, async (scoped) => {
      const row = await findCase(scoped, caseId);
      return readAll({
        found: row,
        view: getRiskView(scoped, caseId),
        clocks: readCaseClocks(scoped, [row]).then((read) => read.get(row.id) ?? []),
      });
    }),
  );
  const { assessments, floor, risk, closed } = view;
  const playbook = playbookOf(found);
  const { zone } = playbook.home;
  const newest = assessments[0];
  const form = <QuestionForm caseId={caseId} last={newest?.answers ?? {}} />;
  return (
    <>
      <SafetyHead caseId={caseId} current="risk" />
      <Notice kind="warning" icon="phone" title={t("If somebody is in danger now, phone first")}>
        {emergencyLines([playbook])}
      </Notice>
      {newest && !newest.decision ? (
        <SuggestionPanel
          caseId={caseId}
          assessment={newest}
          floor={floor}
          zone={zone}
          today={civilDate(ctx.now, zone)}
          closed={closed}
        />
      ) : null}
      <Panel
        id="risk"
        title={t("Risk of the case")}
        end={<Chip kind={riskKinds[risk]}>{found.inDanger ? t("In danger now") : riskLabels[risk]}</Chip>}
      >
        <DueLine clock={clocks.find(({ path }) => path === "/safety/risk")} />
        <p className="muted">
          {t(
            "The higher the risk, the sooner our own deadlines ask: follow-ups, safe contact, the plan, the devices. The deadlines of laws and companies stay as they are.",
          )}
        </p>
        {closed ? null : newest ? (
          <Disclosure icon="clipboard-check" label={t("Ask the questions again")} id="questions">
            {form}
          </Disclosure>
        ) : (
          form
        )}
      </Panel>
      <RiskHistory assessments={assessments} zone={zone} />
      <Panel id="about" title={t("About these questions")}>
        <p>
          {t(
            "The factors come from published research and checklists. The wording, the points and the limits are our own default: nobody has tested them, and they do not predict what happens. A person decides, and may decide otherwise.",
          )}
        </p>
        <QuestionSources items={riskQuestions} />
      </Panel>
    </>
  );
}
