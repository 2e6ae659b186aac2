import type { Metadata, Route } from "next";
import { orNotFound } from "@/app/_shell/or-not-found";
import { Chip } from "@/app/_ui/chip";
import { Disclosure } from "@/app/_ui/disclosure";
import { Notice } from "@/app/_ui/notice";
import { PageLink } from "@/app/_ui/page-link";
import { PageHead, Panel } from "@/app/_ui/panel";
import { requireCtx } from "@/lib/auth/sessions/session";
import { findCase } from "@/lib/casework/cases/access";
import { answerLabels } from "@/lib/casework/danger/labels";
import { getDanger } from "@/lib/casework/danger/queries";
import { shownMark } from "@/lib/casework/danger/rules";
import type { DangerView } from "@/lib/casework/danger/types";
import { writeNumbers } from "@/lib/casework/incidents/rules";
import { playbookOf } from "@/lib/escalation/ladder/queries";
import { reading } from "@/lib/kernel/access/query";
import { readAll } from "@/lib/kernel/access/read-all";
import { emergencyLines } from "@/lib/law/jurisdictions/rules";
import { t } from "@/lib/platform/language/translate";
import { formatDate, zoneName } from "@/lib/platform/text/format";
import { wallTime } from "@/lib/platform/time/zone";
import { AnswerHistory } from "./_components/answer-history";
import { answerIcons, answerKinds } from "./_components/answer-signs";
import { AssessForm } from "./_components/assess-form";
import { RaisedActs } from "./_components/raised-acts";

export const metadata: Metadata = { title: t("Danger") };

/** Asks a person whether there is danger, for the acts whose words raise the question, and keeps every answer. */
export default async function DangerPage({ params }: PageProps<"/cases/[caseId]/danger">) {
  const ctx = await requireCtx("case.read");
  const { caseId } = await params;
  const { found, view } = await orNotFound(
    reading(ctx, (scoped) =>
      readAll({
        found: findCase(scoped, caseId),
        view: getDanger(scoped, caseId),
      }),
    ),
  );
  const playbook = playbookOf(found);
  const zones = [playbook.home.zone, playbook.there.zone];
  const now = wallTime(ctx.now, playbook.home.zone);
  const { question, closed } = view;
  const form = (
    <AssessForm
      caseId={caseId}
      shown={shownMark(question.acts)}
      now={now}
      today={now.slice(0, "2026-11-24".length)}
      zone={zoneName(ctx.now, playbook.home.zone)}
    />
  );
  return (
    <>
      <PageHead title={t("Danger")} level={2}>
        {t(
          "When an act names a day, a place, a weapon or the like, a person says whether there is danger before any packet is drafted.",
        )}
      </PageHead>
      <Notice kind="warning" icon="phone" title={t("If somebody is in danger now, phone first")}>
        {emergencyLines([playbook])}
      </Notice>
      <Panel id="question" title={t("Whether there is danger")} end={<State view={view} />} padded>
        <Why caseId={caseId} view={view} />
        <RaisedActs caseId={caseId} acts={question.open} zones={zones} />
        <Covered caseId={caseId} view={view} zones={zones} />
        {closed ? null : question.isOpen ? (
          form
        ) : (
          <Disclosure
            icon="shield-alert"
            label={question.last ? t("Assess it again") : t("Assess the danger")}
            id="again"
          >
            {form}
          </Disclosure>
        )}
      </Panel>
      <AnswerHistory assessments={view.assessments} zones={zones} />
    </>
  );
}

function State({ view: { question } }: { view: DangerView }) {
  if (question.isOpen) return <Chip kind="overdue">{t("Needs an answer")}</Chip>;
  if (!question.last) return null;
  const { answer } = question.last;
  return (
    <Chip kind={answerKinds[answer]} icon={answerIcons[answer]}>
      {answerLabels[answer].label}
    </Chip>
  );
}

/** What is open, in words; nothing when no act asks. */
function Why({ caseId, view: { question, closed } }: { caseId: string; view: DangerView }) {
  const { open, flaggedSince, last, acts } = question;
  if (open.length > 0)
    return (
      <p>{t("These words were found. Read them, phone if you must, then answer. No packet is drafted before.")}</p>
    );
  if (flaggedSince)
    return (
      <p>{t("The case was marked as in danger, and nobody has assessed it since. No packet is drafted before.")}</p>
    );
  if (last)
    return (
      <>
        <p>
          {last.reviewOn
            ? t("Every act is covered by the last answer. Look again by {day}.", { day: formatDate(last.reviewOn) })
            : t("Every act is covered by the last answer.")}{" "}
          {t("A new act that names such a thing asks again.")}
        </p>
        {closed ? null : (
          <p>
            <PageLink href={`/cases/${caseId}/packets/new` as Route}>{t("Draft a packet")}</PageLink>
          </p>
        )}
      </>
    );
  if (acts.length > 0) return null;
  return <p>{t("No act names a day, a place, a weapon or the like. You can assess the danger all the same.")}</p>;
}

/** Acts that the last answer was about, folded away. */
function Covered({
  caseId,
  view: { question },
  zones,
}: {
  caseId: string;
  view: DangerView;
  zones: readonly string[];
}) {
  const covered = question.acts.filter((act) => !question.open.includes(act));
  if (covered.length === 0) return null;
  return (
    <Disclosure label={t("Acts of the last answer: {codes}", { codes: writeNumbers(covered.map(({ code }) => code)) })}>
      <RaisedActs caseId={caseId} acts={covered} zones={zones} />
    </Disclosure>
  );
}
