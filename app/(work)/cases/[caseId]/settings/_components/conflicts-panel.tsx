import { Select } from "@/app/_ui/choice";
import { TextArea } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { Panel } from "@/app/_ui/panel";
import { SubmitButton, SubmitFoot } from "@/app/_ui/submit-button";
import { liftConflictAction, recordConflictAction } from "@/app/(work)/cases/[caseId]/settings/actions";
import type { ConflictView, Deniable } from "@/lib/casework/conflicts-of-interest/types";
import { officeZone } from "@/lib/law/office/rules";
import { t } from "@/lib/platform/language/translate";
import { formatInstant } from "@/lib/platform/text/format";

type Props = {
  caseId: string;
  denials: readonly ConflictView[];
  people: readonly Deniable[];
  maySet: boolean;
  mayLift: boolean;
};

/** Who must not see this client: a conflict of interest beats every role. */
export function ConflictsPanel({ caseId, denials, people, maySet, mayLift }: Props) {
  return (
    <Panel title={t("Who must not see this client")} id="denials">
      <p className="muted">
        {t(
          "For a conflict of interest: somebody who knows the subject, or is one. They cannot see this case, the client or any other case of this client, whatever their role, and they are not told.",
        )}
      </p>
      {denials.map((denial) => (
        <Denied key={denial.id} denial={denial} mayLift={mayLift} />
      ))}
      {maySet ? (
        <ActionForm action={recordConflictAction} label={t("Keep a person from this client")}>
          <input type="hidden" name="caseId" value={caseId} />
          <Select
            name="memberId"
            label={t("Person")}
            blank={t("Choose a person")}
            options={people.map(({ id, name, role }) => ({ value: id, label: `${name}, ${role.toLowerCase()}` }))}
          />
          <TextArea name="reason" label={t("Why")} hint={t("Encrypted. They never read it.")} rows={2} />
          <SubmitFoot variant="secondary" icon="ban" pendingText={t("Saving")}>
            {t("Block access: conflict of interest")}
          </SubmitFoot>
        </ActionForm>
      ) : (
        <p className="muted">{t("Only the person who answers for the case or a supervisor can decide this.")}</p>
      )}
    </Panel>
  );
}

function Denied({ denial, mayLift }: { denial: ConflictView; mayLift: boolean }) {
  return (
    <div className="stack">
      <p>
        <span className="strong">{denial.name}</span>: {denial.reason}{" "}
        <span className="muted">
          {t("By {setBy}, {setAt}.", { setBy: denial.setBy, setAt: formatInstant(denial.setAt, officeZone()) })}
        </span>
      </p>
      {mayLift ? (
        <ActionForm
          action={liftConflictAction}
          label={t("Let {name} see this client again", { name: denial.name })}
          guard={false}
        >
          <input type="hidden" name="denialId" value={denial.id} />
          <SubmitButton variant="secondary" small pendingText={t("Lifting")}>
            {t("Let them see it again")}
          </SubmitButton>
        </ActionForm>
      ) : null}
    </div>
  );
}
