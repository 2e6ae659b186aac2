import type { Metadata, Route } from "next";
import { orNotFound } from "@/app/_shell/or-not-found";
import { EmptyState } from "@/app/_ui/empty-state";
import { Notice } from "@/app/_ui/notice";
import { NumberedPager } from "@/app/_ui/pager";
import { PageHead, Panel } from "@/app/_ui/panel";
import { Tabs } from "@/app/_ui/tabs";
import { requireCtx } from "@/lib/auth/sessions/session";
import { pickExhibits } from "@/lib/casework/incidents/queries";
import { isStopped } from "@/lib/casework/minors-stop/access";
import { mailInAddress } from "@/lib/escalation/incoming-mail/access";
import { listCaseMails, readReplyAddresses } from "@/lib/escalation/incoming-mail/queries";
import { readLetterDesk } from "@/lib/escalation/letters/queries";
import type { LetterDirection } from "@/lib/escalation/letters/types";
import { reading } from "@/lib/kernel/access/query";
import { readAll } from "@/lib/kernel/access/read-all";
import { t } from "@/lib/platform/language/translate";
import { readPage, withQuery } from "@/lib/platform/paging";
import { LetterEntry } from "./_components/letter-entry";
import { LetterInForm, LetterOutForm } from "./_components/letter-forms";
import { MailPanel } from "./_components/mail-panel";

export const metadata: Metadata = { title: t("Letters") };

export default async function LettersPage({ params, searchParams }: PageProps<"/cases/[caseId]/letters">) {
  const ctx = await requireCtx("case.read");
  const { caseId } = await params;
  const asked = await searchParams;
  const direction: LetterDirection = asked.way === "in" || asked.way === "out" ? asked.way : "all";
  const { desk, exhibits, stopped, mails, replies } = await orNotFound(
    reading(ctx, (scoped) =>
      readAll({
        desk: readLetterDesk(scoped, caseId, { direction, page: readPage(asked.page) }),
        exhibits: pickExhibits(scoped, caseId),
        stopped: isStopped(scoped, caseId),
        mails: listCaseMails(scoped, caseId),
        replies: readReplyAddresses(scoped, caseId),
      }),
    ),
  );
  const address = (way: LetterDirection, page?: number) =>
    withQuery(`/cases/${caseId}/letters`, { way: way === "all" ? undefined : way, page }) as Route;
  const tab = (way: LetterDirection, label: string) => ({
    href: address(way),
    label,
    count: desk.counts[way],
    current: way === direction,
  });
  const step = typeof asked.step === "string" ? asked.step : undefined;
  const choices = {
    caseId,
    step,
    exhibits,
    steps: desk.steps,
    references: desk.references,
    takesFiles: !stopped && !desk.closed,
    today: desk.today,
  };
  return (
    <>
      <PageHead title={t("Letters")} level={2}>
        {t("What came in and what went out, each with its number. Letters in are IN-1, ours are OUT-1.")}
      </PageHead>
      {desk.closed ? (
        <Notice title={t("This case is closed")}>{t("Reopen it to record another letter.")}</Notice>
      ) : (
        <div className="stack noprint">
          <LetterInForm choices={choices} open={step !== undefined} />
          <LetterOutForm choices={choices} />
        </div>
      )}
      <Tabs label={t("Which letters")} items={[tab("all", t("All")), tab("in", t("In")), tab("out", t("Out"))]} />
      <Panel label={t("Register of letters")} padded={false} id="register">
        {desk.letters.length === 0 ? (
          <EmptyState icon="mail" title={t("No letters yet")}>
            {t(
              "Record each letter, mail or paper that comes in, with a photo of it. What you mark as sent, and what is handed over, comes here by itself.",
            )}
          </EmptyState>
        ) : (
          desk.letters.map((letter) => (
            <LetterEntry key={letter.id} caseId={caseId} letter={letter} zone={desk.zone} closed={desk.closed} />
          ))
        )}
        <NumberedPager list={desk} of={t("letters, newest first")} at={(page) => address(direction, page)} />
      </Panel>
      {mailInAddress() !== null || mails.length > 0 ? (
        <MailPanel caseId={caseId} mails={mails} {...replies} zone={desk.zone} closed={desk.closed} />
      ) : null}
    </>
  );
}
