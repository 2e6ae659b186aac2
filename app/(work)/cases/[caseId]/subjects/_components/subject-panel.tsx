import { EmptyState } from "@/app/_ui/empty-state";
import { PageLink } from "@/app/_ui/page-link";
import { Facts, Panel } from "@/app/_ui/panel";
import type { BoardSubject } from "@/lib/casework/subjects/types";
import { t } from "@/lib/platform/language/translate";
import { plural } from "@/lib/platform/text/format";
import { boardAddress } from "../board-address";
import { AccountCard } from "./account-card";
import type { Board } from "./board";
import { IdentifierCard } from "./identifier-card";
import { AddIdentifierForm } from "./identifier-fields";
import { OnDemand } from "./on-demand";
import { AmendSubjectForm, LinkAccountForm } from "./subject-forms";

/** One subject: what is alleged, and the board of accounts and identifiers. */
export function SubjectPanel({ board, subject }: { board: Board; subject: BoardSubject }) {
  const identifiers = board.identifiers.filter((identifier) => identifier.subjectId === subject.id);
  const held = { accounts: subject.accountCount, identifiers: board.counts.get(subject.id) ?? 0 };
  const count = `${plural(held.accounts, "account")}, ${plural(held.identifiers, "identifier")}`;
  const some = held.accounts > subject.accounts.length || held.identifiers > identifiers.length;
  const place = `#subject-${subject.number}`;
  const of = { board, of: subject.id, place, name: `subject ${subject.number}` };
  return (
    <Panel
      id={`subject-${subject.number}`}
      title={t("Subject {number}", { number: subject.number })}
      end={<span className="muted">{count}</span>}
      padded={false}
    >
      <div className="panel__body stack">
        <Alleged board={board} subject={subject} />
      </div>
      {subject.accounts.map((account) => (
        <div key={account.id}>
          <hr className="rule" />
          <AccountCard board={board} account={account} />
        </div>
      ))}
      {held.accounts === 0 ? (
        <EmptyState icon="fingerprint" title={t("No account yet")}>
          {t("Link the account that the client saw. Its permanent ID matters most.")}
        </EmptyState>
      ) : null}
      {identifiers.map((identifier) => (
        <div key={identifier.id}>
          <hr className="rule" />
          <IdentifierCard board={board} identifier={identifier} />
        </div>
      ))}
      {some && !board.state.subject ? (
        <p className="panel__body">
          <PageLink href={boardAddress(board.caseId, { page: 1, subject: subject.id })}>
            {t("All of subject {number}: {count}", { number: subject.number, count })}
          </PageLink>
        </p>
      ) : null}
      <div className="panel__foot row noprint">
        <OnDemand {...of} form="link" icon="plus" label={t("Link another account")}>
          {() => <LinkAccountForm board={board} subjectId={subject.id} />}
        </OnDemand>
        <OnDemand {...of} form="add" icon="plus" label={t("Add a phone, e-mail, wallet or place")}>
          {() => <AddIdentifierForm board={board} subjectId={subject.id} />}
        </OnDemand>
      </div>
    </Panel>
  );
}

function Alleged({ board, subject }: { board: Board; subject: BoardSubject }) {
  const zone = board.choices.zones.find((choice) => choice.value === subject.zone);
  return (
    <>
      <Facts
        items={[
          { name: t("Alleged name"), value: subject.allegedName ?? "Not known" },
          { name: t("Alleged place"), value: subject.allegedPlace ?? "Not known" },
          {
            name: t("Time zone"),
            value: subject.zone ? `${zone?.label ?? subject.zone}, because: ${subject.zoneReason}` : "Not known",
          },
        ]}
      />
      <div className="row noprint">
        <OnDemand
          board={board}
          form="subject"
          of={subject.id}
          place={`#subject-${subject.number}`}
          name={`subject ${subject.number}`}
          label={t("Change what is alleged")}
          icon="pencil"
        >
          {() => <AmendSubjectForm caseId={board.caseId} subject={subject} zones={board.choices.zones} />}
        </OnDemand>
      </div>
    </>
  );
}
