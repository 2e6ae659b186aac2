"use client";

import type { Route } from "next";
import { Fragment, useContext, useEffect, useRef } from "react";
import { Chip } from "@/app/_ui/chip";
import { FormContext } from "@/app/_ui/form-context";
import { LinkButton } from "@/app/_ui/link-button";
import { PageLink } from "@/app/_ui/page-link";
import { Panel } from "@/app/_ui/panel";
import { SubmitButton } from "@/app/_ui/submit-button";
import { matchReasonLabels } from "@/lib/casework/clients/labels";
import type { ClientMatch } from "@/lib/casework/clients/types";
import { t } from "@/lib/platform/language/translate";
import { plural } from "@/lib/platform/text/amounts";
import type { Sought } from "../carried";

/** What the search found, by code name only. Register a new client is offered only after a search. */
export function SearchResults() {
  const { state } = useContext(FormContext);
  const panel = useRef<HTMLElement>(null);
  // The results are below the fields, off the bottom of a small screen.
  useEffect(() => panel.current?.focus(), [state]);
  if (!state.values.found) return null;
  const enquiry = state.values.enquiry || null;
  const { matches, cases = [] } = JSON.parse(state.values.found) as Partial<Sought> & Pick<Sought, "matches">;
  return (
    <Panel
      title={
        matches.length > 0 ? t("{matches} found", { matches: plural(matches.length, "client") }) : t("Nobody found")
      }
      id="results"
      ref={panel}
      padded={false}
      foot={
        <div className="row">
          <SubmitButton
            variant="secondary"
            icon="user-plus"
            name="do"
            value="register"
            pendingText={t("Opening the form")}
          >
            {matches.length > 0 ? t("None of these: register a new client") : t("Register a new client")}
          </SubmitButton>
        </div>
      }
    >
      <div className="items">
        {matches.map((match) => (
          <MatchLine key={match.id} match={match} enquiry={enquiry} />
        ))}
        {cases.map((found) => (
          <CaseLine key={found.caseId} found={found} enquiry={enquiry} />
        ))}
        {matches.length === 0 ? (
          <p className="panel__body muted">
            {t(
              "No client on your cases has this name, a name that sounds like it, or this number. Register them. If a colleague is helping the same person, a supervisor is told and deals with it.",
            )}
          </p>
        ) : null}
      </div>
    </Panel>
  );
}

/** A case that has the handle or the number: perhaps it is the same matter. */
function CaseLine({ found, enquiry }: { found: Sought["cases"][number]; enquiry: string | null }) {
  const { caseId, code, pseudonym, reasons } = found;
  return (
    <div className="item">
      <span className="item__title">
        <PageLink href={`/cases/${caseId}` as Route}>
          {pseudonym}, {code}
        </PageLink>
      </span>
      <span className="item__why">
        {reasons.map(({ what, value }) => (
          <span className="block" key={`${what}:${value}`}>
            {what}: <span className="ref">{value}</span>
          </span>
        ))}
      </span>
      {enquiry ? <LinkToCase caseId={caseId} code={code} /> : null}
    </div>
  );
}

/** The enquiry from which was searched belongs to this case. */
function LinkToCase({ caseId, code }: { caseId: string; code: string }) {
  return (
    <SubmitButton variant="secondary" small icon="link" name="do" value={`link ${caseId}`} pendingText={t("Linking")}>
      {t("Link the enquiry to {code}", { code })}
    </SubmitButton>
  );
}

function MatchLine({ match, enquiry }: { match: ClientMatch; enquiry: string | null }) {
  return (
    <div className="item">
      <span className="item__title">
        {match.pseudonym} <span className="muted">{match.code}</span>
      </span>
      <span className="item__why row row--tight">
        {match.reasons.map((reason) => (
          <Chip key={reason} kind={reason === "sounds_alike" ? "plain" : "info"} icon="user">
            {matchReasonLabels[reason]}
          </Chip>
        ))}
        {match.cases.map((case_) => (
          <Fragment key={case_.id}>
            <PageLink href={`/cases/${case_.id}` as Route}>{case_.code}</PageLink>
            {enquiry ? <LinkToCase caseId={case_.id} code={case_.code} /> : null}
          </Fragment>
        ))}
      </span>
      <span className="item__side">
        <LinkButton
          icon="folder-plus"
          href={`/cases/new/details?client=${match.id}${enquiry ? `&enquiry=${enquiry}` : ""}` as Route}
        >
          {t("Open a new case for {pseudonym}", { pseudonym: match.pseudonym })}
        </LinkButton>
      </span>
    </div>
  );
}
