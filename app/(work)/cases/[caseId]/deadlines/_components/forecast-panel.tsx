import type { Route } from "next";
import { LinkButton } from "@/app/_ui/button";
import { Chip, type ChipKind } from "@/app/_ui/chip";
import { EmptyState } from "@/app/_ui/empty-state";
import type { FormAction } from "@/app/_ui/form";
import { PageLink } from "@/app/_ui/page-link";
import { NumberedPager } from "@/app/_ui/pager";
import { Panel } from "@/app/_ui/panel";
import type { AccountForecast, DeadlinesPage } from "@/lib/escalation/deadlines/types";
import type { Forecast } from "@/lib/escalation/preservation/types";
import { sliceOf, withQuery } from "@/lib/platform/paging";
import { formatDate } from "@/lib/platform/text/format";
import { AnswerForm, RecordForm } from "./preservation-forms";

type Actions = { record: FormAction; answer: FormAction };
type Props = {
  caseId: string;
  page: DeadlinesPage;
  /** Which page of the accounts the address asks for, and the account whose form it opens. */
  asked: number;
  opened: string | undefined;
  newId: string;
  actions: Actions;
};

const chips: Record<Forecast["state"], { kind: ChipKind; word: string }> = {
  nothing: { kind: "warning", word: "Nothing kept" },
  refused: { kind: "overdue", word: "Refused" },
  asked: { kind: "waiting", word: "Asked" },
  covered: { kind: "done", word: "Kept" },
  lapsed: { kind: "overdue", word: "Lapsed" },
};

/** What a provider keeps of each account, until when, and what may be lost before a request is answered. */
export function ForecastPanel({ caseId, page, asked, opened, newId, actions }: Props) {
  const total = page.accounts.length;
  const { page: at, offset, limit } = sliceOf(asked, total);
  const shown = page.accounts.slice(offset, offset + limit);
  const address = (to: number, keep?: string) =>
    `${withQuery(`/cases/${caseId}/deadlines`, { page: to, keep })}#kept` as Route;
  return (
    <Panel title="What is kept of each account" id="kept" padded={false}>
      <p className="panel__body muted">
        Only an officer can ask a provider to keep data. Record here what the officer did and what came of it.
      </p>
      {page.accounts.length > 0 ? (
        <table className="table table--cards">
          <caption className="vh">Accounts and what is kept of them</caption>
          <thead>
            <tr>
              <th scope="col">Account</th>
              <th scope="col">State</th>
              <th scope="col">Kept until</th>
              <th scope="col">Ask again</th>
              <th scope="col">Gone after</th>
              <th scope="col">What it means</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((account) => (
              <AccountRow key={account.accountId} caseId={caseId} account={account} />
            ))}
          </tbody>
        </table>
      ) : (
        <EmptyState icon="user-plus" title="No account on this case yet">
          Link the account of the subject first. Then what is kept of it can be recorded here.
        </EmptyState>
      )}
      <NumberedPager list={{ page: at, total }} of="accounts" at={(to) => address(to)} />
      {page.closed ? null : (
        <div className="panel__body stack">
          {shown.map((account) => {
            if (!account.mayRecord && !account.keepId) return null;
            const words = `Account ${account.number}: ${account.mayRecord ? "record a request" : "what came of it"}`;
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
                  <RecordForm
                    caseId={caseId}
                    id={newId}
                    account={account}
                    numbers={page.numbers}
                    action={actions.record}
                  />
                ) : (
                  <AnswerForm caseId={caseId} account={account} numbers={page.numbers} action={actions.answer} />
                )}
                <p>
                  <LinkButton look="quiet" small icon="x" href={address(at)}>
                    Close the form
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

function AccountRow({ caseId, account }: { caseId: string; account: AccountForecast }) {
  const { forecast } = account;
  const day = (on: string | null, none: string) => (on ? formatDate(on) : none);
  const draft = `/cases/${caseId}/documents/new?template=preservation-renewal&account=${account.accountId}` as Route;
  return (
    <tr>
      <td>
        <span className="strong">
          {account.number}. {account.label}
        </span>
        {account.askedBy ? <span className="block small muted">Asked by {account.askedBy}</span> : null}
      </td>
      <td data-label="State">
        <Chip kind={chips[forecast.state].kind}>{chips[forecast.state].word}</Chip>
      </td>
      <td data-label="Kept until">{day(forecast.coveredUntil, "Not known")}</td>
      <td data-label="Ask again">{askAgain(account)}</td>
      <td data-label="Gone after">{day(forecast.goneAfter, "Not known")}</td>
      <td data-label="Means">
        {forecast.sentence}
        {account.draftRenewal ? (
          <>
            {" "}
            <PageLink href={draft}>Draft the renewal for the officer</PageLink>
          </>
        ) : null}
      </td>
    </tr>
  );
}

function askAgain({ forecast, renewed }: AccountForecast): string {
  if (renewed) return "Renewed already";
  const { renewFrom, renewUntil } = forecast;
  return renewFrom && renewUntil ? `From ${formatDate(renewFrom)}, at the latest ${formatDate(renewUntil)}` : "Not yet";
}
