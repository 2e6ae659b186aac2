import type { Route } from "next";
import { Chip } from "@/app/_ui/chip";
import { Select } from "@/app/_ui/choice";
import { choicesOf } from "@/app/_ui/choices-of";
import { EmptyState } from "@/app/_ui/empty-state";
import { ActionForm } from "@/app/_ui/form";
import { PageLink } from "@/app/_ui/page-link";
import { SubmitButton } from "@/app/_ui/submit-button";
import { duplicateResults } from "@/lib/oversight/alerts/labels";
import type { AlertView } from "@/lib/oversight/alerts/types";
import { t } from "@/lib/platform/language/translate";
import { formatInstant } from "@/lib/platform/text/format";
import { acknowledgeAlertAction } from "../actions";

type ListProps = { alerts: readonly AlertView[]; zone: string };

/** Alerts nobody has marked as seen. @param opensChecks the reader may open the checks of the installation */
export function OpenAlerts({ alerts, zone, opensChecks }: ListProps & { opensChecks: boolean }) {
  if (alerts.length === 0) {
    return (
      <EmptyState icon="check" title={t("Nothing to look at")} level={3}>
        {t("The log is checked against the rules below every 15 minutes. Alerts appear here.")}
      </EmptyState>
    );
  }
  return (
    <div className="items">
      {alerts.map((alert) => (
        <div className="item" key={alert.id}>
          <span className="item__title">
            {alert.title}
            {alert.who ? `: ${alert.who}` : ""}
          </span>
          <span className="item__why">
            {alert.sentence} {alert.advice} <Records records={alert.records} />
            {t("{alert} Raised {raisedAt}.", {
              alert: doneWords(alert, zone),
              raisedAt: formatInstant(alert.raisedAt, zone),
            })}{" "}
            {alert.rule === "check_failed" && opensChecks ? (
              <>
                <PageLink href="/admin/installation">{t("Is everything in order?")}</PageLink>.{" "}
              </>
            ) : null}
            <PageLink href={logOf(alert)}>{t("Look in the log")}</PageLink>
          </span>
          <span className="item__side">
            {alert.urgent ? (
              <Chip kind="overdue" icon="circle-alert">
                {t("Urgent")}
              </Chip>
            ) : null}
            {alert.mine ? (
              <span className="small muted">{t("About you: somebody else looks at it")}</span>
            ) : (
              <ActionForm
                action={acknowledgeAlertAction}
                label={t("Looked at: {title}", { title: alert.title })}
                guard={false}
              >
                <input type="hidden" name="alertId" value={alert.id} />
                {alert.asks ? (
                  <Select
                    name="result"
                    id={`result-${alert.id}`}
                    label={t("They are")}
                    blank={t("Choose")}
                    options={choicesOf(duplicateResults)}
                  />
                ) : null}
                <SubmitButton variant="secondary" small pendingText={t("Noting")}>
                  {t("I looked at it")}
                </SubmitButton>
              </ActionForm>
            )}
          </span>
        </div>
      ))}
    </div>
  );
}

/** Of how somebody signs in: when, and with what. An older entry does not say which browser. */
function doneWords({ done }: Pick<AlertView, "done">, zone: string): string {
  return done
    ? t("It was on {at}, with {value}.", {
        at: formatInstant(done.at, zone),
        value: done.device ?? t("an unknown browser"),
      })
    : "";
}

/** Whom it is about, by code; no code for a reader who may not see them. */
function Records({ records }: { records: AlertView["records"] }) {
  return records.map(({ kind, id, code }) => (
    <span key={id}>
      <PageLink href={`/${kind}s/${id}` as Route}>{`${kind === "case" ? t("Case") : t("Client")} ${code}`}</PageLink>.{" "}
    </span>
  ));
}

/** The log from the entry that raised it on backwards, of that person where there is one. */
function logOf({ memberId, seq, records }: AlertView): Route {
  const asked = new URLSearchParams();
  // What the worker logged about a person is not filed under that person.
  if (memberId && records.length === 0) asked.set("person", memberId);
  if (seq !== null) asked.set("after", String(seq + 1));
  return `/admin/audit?${asked}` as Route;
}

/** Alerts already marked as seen. */
export function SeenAlerts({ alerts, zone }: Omit<ListProps, "acknowledge">) {
  return (
    <div className="items">
      {alerts.map(({ id, title, who, done, raisedAt, acknowledged }) => (
        <div className="item" key={id}>
          <span className="item__title">
            {title}
            {who ? `: ${who}` : ""}
          </span>
          <span className="item__why">
            {t("{doneWords} Raised {raisedAt}. {by} looked at it{value}.", {
              doneWords: doneWords({ done }, zone),
              raisedAt: formatInstant(raisedAt, zone),
              by: acknowledged?.by,
              value: acknowledged ? t(" on {at}", { at: formatInstant(acknowledged.at, zone) }) : "",
            })}
          </span>
        </div>
      ))}
    </div>
  );
}
