import type { Route } from "next";
import { Breadcrumb } from "@/app/_ui/breadcrumb";
import { Chip } from "@/app/_ui/chip";
import { EmptyState } from "@/app/_ui/empty-state";
import { DateField, TextField } from "@/app/_ui/field";
import { ActionForm, type FormAction } from "@/app/_ui/form";
import { Facts, PageHead, Panel } from "@/app/_ui/panel";
import { SubmitButton, SubmitFoot } from "@/app/_ui/submit-button";
import { sourceNote } from "@/lib/law/jurisdictions/labels";
import { formatDate, formatInstant, plural } from "@/lib/platform/text/format";
import { breachLaw, categoryLabels } from "@/lib/privacy/breaches/labels";
import { alarmsOf } from "@/lib/privacy/breaches/rules";
import type { BreachView, NoticeView } from "@/lib/privacy/breaches/types";
import { countAffectedAction, draftNoticesAction, noteRegulatorToldAction } from "../actions";
import { NoticePanel } from "./notice-panel";

type DetailProps = { breach: BreachView; notices: readonly NoticeView[]; now: Date };

/** One breach: its deadlines, the fields for the regulator, the people affected, and the notices. Prints as shown. */
export function BreachDetail({ breach, notices, now }: DetailProps) {
  return (
    <>
      <Breadcrumb items={[{ label: "Breaches", href: "/breaches" as Route }]} />
      <PageHead title={`Breach ${breach.number}`}>
        Found out {formatInstant(breach.discoveredAt, breach.zone)}, recorded by {breach.recordedBy}. {breachLaw.ours}
      </PageHead>
      <div className="row">
        {alarmsOf(breach.discoveredAt, now).map(({ hours, at, passed }) => (
          <Chip key={hours} kind={passed && !breach.regulatorToldOn ? "overdue" : "plain"} icon="hourglass">
            {hours} hours, our default: {formatInstant(at, breach.zone)}
          </Chip>
        ))}
      </div>
      <RegulatorPanel breach={breach} />
      <Panel id="affected" title="Whom it concerns">
        <p className="muted">
          {breach.countedAt
            ? `${plural(notices.length, "client")}, last read from the log ${formatInstant(breach.countedAt, breach.zone)}.`
            : "The list is made from the log."}
        </p>
        <div className="row noprint">
          <OneButton action={countAffectedAction} breachId={breach.id} label="Read the log again" />
          {notices.some(({ state }) => state === "listed") ? (
            <OneButton action={draftNoticesAction} breachId={breach.id} label="Draft the notices" />
          ) : null}
        </div>
        {notices.length === 0 ? (
          <EmptyState icon="users" title="Nobody is on the list">
            Read the log. When it shows nobody, record the breach again with a wider account, time or list of cases.
          </EmptyState>
        ) : null}
      </Panel>
      {notices.map((notice) => (
        <NoticePanel key={notice.clientId} breachId={breach.id} notice={notice} />
      ))}
    </>
  );
}

function OneButton({ action, breachId, label }: { action: FormAction; breachId: string; label: string }) {
  return (
    <ActionForm action={action} label={label} guard={false} prefix={label.replaceAll(" ", "-").toLowerCase()}>
      <input type="hidden" name="breachId" value={breachId} />
      <SubmitButton variant="secondary" pendingText="Working">
        {label}
      </SubmitButton>
    </ActionForm>
  );
}

function RegulatorPanel({ breach }: { breach: BreachView }) {
  const { words, zone } = breach;
  const period = [breach.fromAt, breach.untilAt].map((at) => (at ? formatInstant(at, zone) : "open")).join(" to ");
  return (
    <Panel id="regulator" title="For the regulator">
      <p className="muted">
        {breachLaw.text} {sourceNote(breachLaw)}
      </p>
      <Facts
        items={[
          { name: "Found out", value: formatInstant(breach.discoveredAt, zone) },
          { name: "What happened", value: words.what },
          { name: "Grounds", value: words.grounds },
          { name: "Kinds of data", value: breach.categories.map((category) => categoryLabels[category]).join(", ") },
          {
            name: "People concerned",
            value: breach.affected === null ? "Not listed yet" : plural(breach.affected, "client"),
          },
          { name: "Consequences", value: words.consequences },
          { name: "Measures", value: words.measures },
          { name: "Advice", value: words.advice },
          { name: "Who did it", value: words.who ?? "Not known" },
          { name: "Account and time looked at", value: `${breach.memberName ?? "Any account"}, ${period}` },
          ...(breach.caseCodes.length > 0 ? [{ name: "Cases looked at", value: breach.caseCodes.join(", ") }] : []),
          ...(breach.regulatorToldOn
            ? [{ name: "Filed", value: `${formatDate(breach.regulatorToldOn)} ${breach.regulatorReference ?? ""}` }]
            : []),
        ]}
      />
      {breach.regulatorToldOn ? null : (
        <ActionForm action={noteRegulatorToldAction} label="Note that the regulator was told" prefix="regulator">
          <input type="hidden" name="breachId" value={breach.id} />
          <DateField name="on" label="Filed on the portal on" />
          <TextField name="reference" label="Reference" short optional />
          <SubmitFoot variant="secondary" pendingText="Saving">
            Mark as filed
          </SubmitFoot>
        </ActionForm>
      )}
    </Panel>
  );
}
