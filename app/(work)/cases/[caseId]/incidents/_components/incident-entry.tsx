import { Chip } from "@/app/_ui/chip";
import type { Choice } from "@/app/_ui/choice";
import { ForeignAddress } from "@/app/_ui/foreign-address";
import type { FormAction } from "@/app/_ui/form";
import { Icon } from "@/app/_ui/icon";
import type { IncidentView } from "@/lib/incidents/types";
import { formatBothZones, formatInstant } from "@/lib/platform/format";
import { AmendIncidentForm, TieExhibitForm } from "./incident-forms";

export type ExhibitChoice = { id: string; code: string; label: string };

type Props = {
  caseId: string;
  incident: IncidentView;
  home: string;
  there: string;
  accounts: readonly Choice[];
  zones: readonly Choice[];
  exhibits: readonly ExhibitChoice[];
  actions: { amendIncidentAction: FormAction; tieExhibitAction: FormAction };
};

export function IncidentEntry(props: Props) {
  const { caseId, incident, accounts, zones, exhibits, actions } = props;
  const tied = new Set(incident.exhibits.map((one) => one.id));
  const free = exhibits.filter((one) => !tied.has(one.id));
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
                Shows knowledge: {incident.knowledgeText.toLowerCase()}
              </Chip>
            ) : null}
            {incident.exhibits.length === 0 ? (
              <Chip kind="line" icon="paperclip">
                No exhibit yet
              </Chip>
            ) : (
              incident.exhibits.map((one) => (
                <Chip key={one.id} kind="done" icon="paperclip">
                  {one.code}
                </Chip>
              ))
            )}
          </div>
          <When {...props} />
        </div>
        <p className="read">{incident.what}</p>
        {incident.words ? (
          <blockquote className="quote read" dir="auto">
            {incident.words}
          </blockquote>
        ) : null}
        <p className="muted small">
          {incident.account ?? "No account named"}
          {incident.url ? (
            <>
              {" · "}
              <ForeignAddress address={incident.url} what="address" />
            </>
          ) : null}
          {" · "}Logged by {incident.loggedBy}
        </p>
        <div className="row noprint">
          <AmendIncidentForm
            caseId={caseId}
            incident={incident}
            accounts={accounts}
            zones={zones}
            action={actions.amendIncidentAction}
          />
          {free.length > 0 ? (
            <TieExhibitForm caseId={caseId} incident={incident} exhibits={free} action={actions.tieExhibitAction} />
          ) : null}
        </div>
      </div>
    </li>
  );
}

/** Both clocks, and the clock on which it was seen when that is a third one. */
function When({ incident, home, there }: Props) {
  const third = incident.zone !== home && incident.zone !== there;
  return (
    <time dateTime={incident.happenedAt.toISOString()}>
      {incident.timeIsExact ? null : "About "}
      {formatBothZones(incident.happenedAt, home, there)}
      {third ? ` · ${formatInstant(incident.happenedAt, incident.zone)}` : null}
    </time>
  );
}
