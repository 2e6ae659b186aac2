import { EmptyState } from "@/app/_ui/empty-state";
import { Facts, Panel } from "@/app/_ui/panel";
import { plural } from "@/lib/platform/format";
import type { SubjectView } from "@/lib/subjects/types";
import { AccountCard } from "./account-card";
import type { Board } from "./board";
import { IdentifierCard } from "./identifier-card";
import { AddIdentifierForm } from "./identifier-fields";
import { AmendSubjectForm, LinkAccountForm } from "./subject-forms";

/** One subject: what is alleged, and the board of accounts and identifiers. */
export function SubjectPanel({ board, subject }: { board: Board; subject: SubjectView }) {
  const identifiers = board.identifiers.filter((one) => one.subjectId === subject.id);
  const count = `${plural(subject.accounts.length, "account")}, ${plural(identifiers.length, "identifier")}`;
  return (
    <Panel
      id={`subject-${subject.number}`}
      title={`Subject ${subject.number}`}
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
      {subject.accounts.length === 0 ? (
        <EmptyState icon="fingerprint" title="No account yet">
          Link the account that the client saw. Its unchanging id matters most.
        </EmptyState>
      ) : null}
      {identifiers.map((identifier) => (
        <div key={identifier.id}>
          <hr className="rule" />
          <IdentifierCard board={board} identifier={identifier} />
        </div>
      ))}
      <div className="panel__foot stack">
        <LinkAccountForm board={board} subjectId={subject.id} />
        <AddIdentifierForm board={board} subjectId={subject.id} />
      </div>
    </Panel>
  );
}

function Alleged({ board, subject }: { board: Board; subject: SubjectView }) {
  const zone = board.choices.zones.find((one) => one.value === subject.zone);
  return (
    <>
      <Facts
        items={[
          { name: "Alleged name", value: subject.allegedName ?? "Not known" },
          { name: "Alleged place", value: subject.allegedPlace ?? "Not known" },
          {
            name: "Time zone",
            value: subject.zone ? `${zone?.label ?? subject.zone}, because: ${subject.zoneReason}` : "Not known",
          },
        ]}
      />
      <AmendSubjectForm
        caseId={board.caseId}
        subject={subject}
        zones={board.choices.zones}
        action={board.actions.amendSubjectAction}
      />
    </>
  );
}
