import type { Route } from "next";
import { Breadcrumb } from "@/app/_ui/breadcrumb";
import { Chip } from "@/app/_ui/chip";
import { EmptyState } from "@/app/_ui/empty-state";
import { DateField, TextField } from "@/app/_ui/field";
import { ActionForm, type FormAction } from "@/app/_ui/form";
import { Facts, PageHead, Panel } from "@/app/_ui/panel";
import { SubmitButton, SubmitFoot } from "@/app/_ui/submit-button";
import { sourceNote } from "@/lib/law/jurisdictions/labels";
import { t } from "@/lib/platform/language/translate";
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
      <Breadcrumb items={[{ label: t("Breaches"), href: "/breaches" as Route }]} />
      <PageHead title={t("Breach {number}", { number: breach.number })}>
        {t("Found out {discoveredAt}, recorded by {recordedBy}. {ours}", {
          discoveredAt: formatInstant(breach.discoveredAt, breach.zone),
          recordedBy: breach.recordedBy,
          ours: breachLaw.ours,
        })}
      </PageHead>
      <div className="row">
        {alarmsOf(breach.discoveredAt, now).map(({ hours, at, passed }) => (
          <Chip key={hours} kind={passed && !breach.regulatorToldOn ? "overdue" : "plain"} icon="hourglass">
            {t("{hours} hours, our default: {at}", { hours, at: formatInstant(at, breach.zone) })}
          </Chip>
        ))}
      </div>
      <RegulatorPanel breach={breach} />
      <Panel id="affected" title={t("Who is affected")}>
        <p className="muted">
          {breach.countedAt
            ? t("{notices}, last read from the log {countedAt}.", {
                notices: plural(notices.length, "client"),
                countedAt: formatInstant(breach.countedAt, breach.zone),
              })
            : t("The list is made from the log.")}
        </p>
        <div className="row noprint">
          <OneButton action={countAffectedAction} breachId={breach.id} label={t("Read the log again")} />
          {notices.some(({ state }) => state === "listed") ? (
            <OneButton action={draftNoticesAction} breachId={breach.id} label={t("Draft the notices")} />
          ) : null}
        </div>
        {notices.length === 0 ? (
          <EmptyState icon="users" title={t("Nobody is on the list")}>
            {t(
              "Read the log. When it shows nobody, record the breach again with a wider account, time or list of cases.",
            )}
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
      <SubmitButton variant="secondary" pendingText={t("Working")}>
        {label}
      </SubmitButton>
    </ActionForm>
  );
}

function RegulatorPanel({ breach }: { breach: BreachView }) {
  const { words, zone } = breach;
  const [from = "", to = ""] = [breach.fromAt, breach.untilAt].map((at) => (at ? formatInstant(at, zone) : t("open")));
  const period = t("{from} to {to}", { from, to });
  return (
    <Panel id="regulator" title={t("For the regulator")}>
      <p className="muted">
        {breachLaw.text} {sourceNote(breachLaw)}
      </p>
      <Facts
        items={[
          { name: t("Discovered"), value: formatInstant(breach.discoveredAt, zone) },
          { name: t("What happened"), value: words.what },
          { name: t("Grounds"), value: words.grounds },
          { name: t("Kinds of data"), value: breach.categories.map((category) => categoryLabels[category]).join(", ") },
          {
            name: t("People concerned"),
            value: breach.affected === null ? "Not listed yet" : plural(breach.affected, "client"),
          },
          { name: t("Consequences"), value: words.consequences },
          { name: t("Measures"), value: words.measures },
          { name: t("Advice"), value: words.advice },
          { name: t("Who did it"), value: words.who ?? "Not known" },
          { name: t("Account and time looked at"), value: `${breach.memberName ?? "Any account"}, ${period}` },
          ...(breach.caseCodes.length > 0 ? [{ name: t("Cases looked at"), value: breach.caseCodes.join(", ") }] : []),
          ...(breach.regulatorToldOn
            ? [{ name: t("Filed"), value: `${formatDate(breach.regulatorToldOn)} ${breach.regulatorReference ?? ""}` }]
            : []),
        ]}
      />
      {breach.regulatorToldOn ? null : (
        <ActionForm action={noteRegulatorToldAction} label={t("Note that the regulator was told")} prefix="regulator">
          <input type="hidden" name="breachId" value={breach.id} />
          <DateField name="on" label={t("Filed on the portal on")} />
          <TextField name="reference" label={t("Reference")} short optional />
          <SubmitFoot variant="secondary" pendingText={t("Saving")}>
            {t("Mark as filed")}
          </SubmitFoot>
        </ActionForm>
      )}
    </Panel>
  );
}
