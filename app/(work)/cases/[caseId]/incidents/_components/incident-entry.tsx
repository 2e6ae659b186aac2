import type { Route } from "next";
import type { ReactNode } from "react";
import { CaseTime } from "@/app/_ui/case-time";
import { Chip } from "@/app/_ui/chip";
import { ForeignAddress } from "@/app/_ui/foreign-address";
import { Icon } from "@/app/_ui/icon";
import { LinkButton } from "@/app/_ui/link-button";
import { rich } from "@/app/_ui/rich";
import { OwnFacts } from "@/app/(work)/_components/own-fields-panel";
import type { FilledField } from "@/lib/casework/custom-values/types";
import type { IncidentView } from "@/lib/casework/incidents/types";
import { t } from "@/lib/platform/language/translate";
import { type ListState, listAddress } from "../list-address";

type Props = {
  caseId: string;
  incident: IncidentView;
  /** The organisation's own fields of it. */
  own: readonly FilledField[];
  home: string;
  there: string;
  state: ListState;
  /** The case has exhibits that could be linked. */
  canLink: boolean;
  /** The form of this incident, where the address asks for it. */
  form: ReactNode;
};

export function IncidentEntry(props: Props) {
  const { caseId, incident, own, state, canLink, form } = props;
  const here = `#${incident.code}`;
  return (
    <li className="event" id={incident.code}>
      <span className="event__mark">
        <Icon name={incident.kind === "act" ? "flag" : "circle-dot"} />
      </span>
      <div className="stack">
        <div className="stack stack--s">
          <div className="row">
            <h3>
              {incident.code} {incident.natureText}
            </h3>
            {incident.knowledgeText ? (
              <Chip kind="info" icon="eye">
                {t("Shows knowledge: {value}", { value: incident.knowledgeText.toLowerCase() })}
              </Chip>
            ) : null}
            {incident.exhibits.length === 0 ? (
              <Chip kind="line" icon="paperclip">
                {t("No exhibit yet")}
              </Chip>
            ) : (
              incident.exhibits.map((exhibit) => (
                <Chip key={exhibit.id} kind="done" icon="paperclip">
                  {exhibit.code}
                </Chip>
              ))
            )}
          </div>
          <When {...props} />
        </div>
        {incident.what ? <p className="read">{incident.what}</p> : null}
        {incident.words ? (
          <blockquote className="quote read" dir="auto">
            {incident.words}
          </blockquote>
        ) : null}
        {own.length > 0 ? <OwnFacts fields={own} /> : null}
        <p className="muted small">
          {incident.account ?? t("No account named")}
          {incident.url ? (
            <>
              {" · "}
              <ForeignAddress address={incident.url} what={t("address")} />
            </>
          ) : null}
          {t("{value}Logged by {loggedBy}", { value: " · ", loggedBy: incident.loggedBy })}
        </p>
        {form ? (
          <div className="stack noprint">
            {form}
            <p>
              <LinkButton variant="quiet" small icon="x" href={listAddress(caseId, state, here)}>
                {t("Close the form of {code}", { code: incident.code })}
              </LinkButton>
            </p>
          </div>
        ) : (
          <div className="row noprint">
            <LinkButton icon="pencil" href={listAddress(caseId, { ...state, edit: incident.id }, here)}>
              {t("Change {code}", { code: incident.code })}
            </LinkButton>
            {canLink ? (
              <LinkButton
                href={listAddress(caseId, { ...state, tie: incident.id }, here)}
                aria-label={t("Link evidence to {code}", { code: incident.code })}
              >
                {t("Link evidence")}
              </LinkButton>
            ) : null}
            <LinkButton variant="quiet" href={`/cases/${caseId}/charges/acts/${incident.code}` as Route}>
              {t("What {code} shows", { code: incident.code })}
            </LinkButton>
          </div>
        )}
      </div>
    </li>
  );
}

/** Both clocks, and the clock on which it was seen when that is a third one. */
function When({ incident, home, there }: Pick<Props, "incident" | "home" | "there">) {
  if (incident.happenedAt === null)
    return <span>{t("Time not known yet. It is left out of packets and charges until somebody adds it.")}</span>;
  const time = <CaseTime at={incident.happenedAt} zones={[home, there, incident.zone]} />;
  return <span>{incident.timeIsExact ? time : rich("About {time}", { time })}</span>;
}
