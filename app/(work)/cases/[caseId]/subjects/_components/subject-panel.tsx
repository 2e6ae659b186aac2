import type { Choice } from "@/app/_ui/choice";
import { EmptyState } from "@/app/_ui/empty-state";
import type { FormAction } from "@/app/_ui/form";
import { Facts, Panel } from "@/app/_ui/panel";
import type { AccountForecast } from "@/lib/deadlines/types";
import type { SubjectView } from "@/lib/subjects/types";
import { AccountCard } from "./account-card";
import { AmendSubjectForm, LinkAccountForm } from "./subject-forms";

export type SubjectActions = {
  amendSubjectAction: FormAction;
  amendAccountAction: FormAction;
  linkAccountAction: FormAction;
};

type Props = {
  caseId: string;
  subject: SubjectView;
  forecasts: readonly AccountForecast[];
  platforms: readonly Choice[];
  confidences: readonly Choice[];
  zones: readonly Choice[];
  actions: SubjectActions;
};

/** One subject: what is alleged, and the board of accounts. */
export function SubjectPanel({ caseId, subject, forecasts, platforms, confidences, zones, actions }: Props) {
  const zone = zones.find((one) => one.value === subject.zone);
  return (
    <Panel
      id={`subject-${subject.number}`}
      title={`Subject ${subject.number}`}
      end={<span className="muted">{subject.accounts.length} on the board</span>}
      padded={false}
    >
      <div className="panel__body stack">
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
        <AmendSubjectForm caseId={caseId} subject={subject} zones={zones} action={actions.amendSubjectAction} />
      </div>
      <hr className="rule" />
      {subject.accounts.map((account) => (
        <AccountCard
          key={account.id}
          caseId={caseId}
          account={account}
          kept={forecasts.find((one) => one.accountId === account.id) ?? null}
          confidences={confidences}
          action={actions.amendAccountAction}
        />
      ))}
      {subject.accounts.length === 0 ? (
        <EmptyState icon="fingerprint" title="No account yet">
          Link the account that the client saw. Its unchanging id matters most.
        </EmptyState>
      ) : null}
      <div className="panel__foot">
        <LinkAccountForm
          caseId={caseId}
          subjectId={subject.id}
          platforms={platforms}
          confidences={confidences}
          action={actions.linkAccountAction}
        />
      </div>
    </Panel>
  );
}
