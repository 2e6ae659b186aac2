import type { Route } from "next";
import { Chip, type ChipKind } from "@/app/_ui/chip";
import { EmptyState } from "@/app/_ui/empty-state";
import { LinkButton } from "@/app/_ui/link-button";
import { PageLink } from "@/app/_ui/page-link";
import { NumberedPager } from "@/app/_ui/pager";
import { Panel } from "@/app/_ui/panel";
import { DataTable } from "@/app/_ui/table/data-table";
import type { AccountForecast, DeadlinesPage } from "@/lib/escalation/deadlines/types";
import type { Forecast } from "@/lib/escalation/preservation/types";
import { t } from "@/lib/platform/language/translate";
import { sliceOf, withQuery } from "@/lib/platform/paging";
import { formatDate } from "@/lib/platform/text/format";
import { AnswerForm, RecordForm } from "./preservation-forms";

type Props = {
  caseId: string;
  page: DeadlinesPage;
  /** Which page of the accounts the address asks for, and the account whose form it opens. */
  asked: number;
  opened: string | undefined;
  newId: string;
};

const chips: Record<Forecast["state"], { kind: ChipKind; word: string }> = {
  nothing: { kind: "warning", word: t("Nothing kept") },
  refused: { kind: "overdue", word: t("Refused") },
  asked: { kind: "waiting", word: t("Asked") },
  covered: { kind: "done", word: t("Kept") },
  lapsed: { kind: "overdue", word: t("Lapsed") },
};

/** What a provider preserves of each account, until when, and what may be lost before a request is answered. */
export function ForecastPanel({ caseId, page, asked, opened, newId }: Props) {
  const total = page.accounts.length;
  const { page: at, offset, limit } = sliceOf(asked, total);
  const shown = page.accounts.slice(offset, offset + limit);
  const address = (to: number, keep?: string) =>
    `${withQuery(`/cases/${caseId}/deadlines`, { page: to, keep })}#kept` as Route;
  return (
    <Panel title={t("Data preserved for each account")} id="kept" padded={false}>
      <p className="panel__body muted">
        {t("Only an officer can ask a provider to keep data. Record here what the officer did and what came of it.")}
      </p>
      {page.accounts.length > 0 ? (
        <DataTable
          caption={t("Accounts and the data preserved")}
          rows={shown}
          keyOf={(account) => account.accountId}
          columns={[
            { head: t("Account"), cell: (account) => <Account account={account} /> },
            { head: t("State"), cell: ({ forecast }) => <StateChip state={forecast.state} /> },
            { head: t("Kept until"), cell: ({ forecast }) => dayOr(forecast.coveredUntil) },
            { head: t("Ask again"), cell: askAgain },
            { head: t("Gone after"), cell: ({ forecast }) => dayOr(forecast.goneAfter) },
            {
              head: t("What it means"),
              label: t("Means"),
              cell: (account) => <Meaning caseId={caseId} account={account} />,
            },
          ]}
        />
      ) : (
        <EmptyState icon="user-plus" title={t("No account on this case yet")}>
          {t("Link the subject’s account first. Then you can record here what data is preserved.")}
        </EmptyState>
      )}
      <NumberedPager list={{ page: at, total }} of="accounts" at={(to) => address(to)} />
      {page.closed ? null : (
        <div className="panel__body stack">
          {shown.map((account) => {
            if (!account.mayRecord && !account.keepId) return null;
            const words = t("Account {number}: {value}", {
              number: account.number,
              value: account.mayRecord ? t("record a request") : t("what came of it"),
            });
            if (account.accountId !== opened) {
              return (
                <p key={account.accountId}>
                  <LinkButton icon={account.mayRecord ? "plus" : "pencil"} href={address(at, account.accountId)}>
                    {words}
                  </LinkButton>
                </p>
              );
            }
            return (
              <section className="stack" key={account.accountId} aria-label={words}>
                {account.mayRecord ? (
                  <RecordForm caseId={caseId} id={newId} account={account} numbers={page.numbers} />
                ) : (
                  <AnswerForm caseId={caseId} account={account} numbers={page.numbers} />
                )}
                <p>
                  <LinkButton variant="quiet" small icon="x" href={address(at)}>
                    {t("Close the form")}
                  </LinkButton>
                </p>
              </section>
            );
          })}
        </div>
      )}
    </Panel>
  );
}

function Account({ account }: { account: AccountForecast }) {
  return (
    <>
      <span className="strong">
        {account.number}. {account.label}
      </span>
      {account.askedBy ? (
        <span className="block small muted">{t("Asked by {askedBy}", { askedBy: account.askedBy })}</span>
      ) : null}
    </>
  );
}

function StateChip({ state }: { state: Forecast["state"] }) {
  return <Chip kind={chips[state].kind}>{chips[state].word}</Chip>;
}

const dayOr = (on: string | null) => (on ? formatDate(on) : t("Not known"));

function Meaning({ caseId, account }: { caseId: string; account: AccountForecast }) {
  const draft = `/cases/${caseId}/documents/new?template=preservation-renewal&account=${account.accountId}` as Route;
  return (
    <>
      {account.forecast.sentence}
      {account.draftRenewal ? (
        <>
          {" "}
          <PageLink href={draft}>{t("Draft the renewal for the officer")}</PageLink>
        </>
      ) : null}
    </>
  );
}

function askAgain({ forecast, renewed }: AccountForecast): string {
  if (renewed) return t("Renewed already");
  const { renewFrom, renewUntil } = forecast;
  return renewFrom && renewUntil
    ? t("From {renewFrom}, at the latest {renewUntil}", {
        renewFrom: formatDate(renewFrom),
        renewUntil: formatDate(renewUntil),
      })
    : t("Not yet");
}
