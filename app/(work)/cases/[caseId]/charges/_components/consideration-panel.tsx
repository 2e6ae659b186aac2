import type { Route } from "next";
import { Chip } from "@/app/_ui/chip";
import { Disclosure } from "@/app/_ui/disclosure";
import { TextField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { PageLink } from "@/app/_ui/page-link";
import { Panel } from "@/app/_ui/panel";
import { rich } from "@/app/_ui/rich";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { LawSources } from "@/app/(work)/_components/law-sources";
import type { CandidateView, Consideration } from "@/lib/casework/charges/types";
import { writeNumbers } from "@/lib/casework/incidents/rules";
import { t } from "@/lib/platform/language/translate";
import { withQuery } from "@/lib/platform/paging";
import { formatDate } from "@/lib/platform/text/format";
import { civilDate } from "@/lib/platform/time/clock";
import { setAsideOffenceAction } from "../actions";

type Props = {
  caseId: string;
  /** The offences that the form above can name. */
  mayAdd: readonly string[];
  zone: string;
} & Consideration;

/** Offences of both countries that the acts may reach and nobody looked at, and those that are not relied on. */
export function ConsiderationPanel({ caseId, mayAdd, zone, candidates, considered }: Props) {
  return (
    <>
      {candidates.length > 0 ? (
        <Panel
          id="candidates"
          title={t("Offences that nobody has looked at yet")}
          end={<span className="muted">{t("Add it as a charge above, or say why it is not relied on")}</span>}
          padded={false}
        >
          <div className="items">
            {candidates.map((candidate) => (
              <Candidate
                key={candidate.key}
                caseId={caseId}
                candidate={candidate}
                mayAdd={mayAdd.includes(candidate.key)}
              />
            ))}
          </div>
        </Panel>
      ) : null}
      {considered.length > 0 ? (
        <Panel id="considered" title={t("Considered and not relied on")} padded={false}>
          <div className="items">
            {considered.map(({ key, title, citation, why, by, at }) => (
              <div className="item" key={key}>
                <span className="item__title">
                  {citation}, {title}
                </span>
                <p className="item__why">{why}</p>
                <span className="item__side muted">
                  {by}, {formatDate(civilDate(at, zone))}
                </span>
              </div>
            ))}
          </div>
        </Panel>
      ) : null}
    </>
  );
}

type CandidateProps = { caseId: string; candidate: CandidateView; mayAdd: boolean };

function Candidate({ caseId, candidate, mayAdd }: CandidateProps) {
  const { key, title, citation, country, maxPenalty, acts, sources } = candidate;
  return (
    <div className="item">
      <span className="item__title">
        {country}: {citation}, {title}
      </span>
      <div className="item__why stack stack--s">
        <p className="muted">{maxPenalty}</p>
        <LawSources sources={sources} />
        {mayAdd ? (
          <p className="noprint">
            <PageLink href={`${withQuery(`/cases/${caseId}/charges`, { add: key })}#name` as Route}>
              {rich("Add it as a charge<span>: {citation}</span>", {
                citation,
                span: (words) => <span className="vh">{words}</span>,
              })}
            </PageLink>
          </p>
        ) : null}
        <Disclosure
          label={rich("Say why it is not relied on<span>: {citation}</span>", {
            citation,
            span: (words) => <span className="vh">{words}</span>,
          })}
        >
          <ActionForm action={setAsideOffenceAction} label={t("Say why {citation} is not relied on", { citation })}>
            <input type="hidden" name="caseId" value={caseId} />
            <input type="hidden" name="offence" value={key} />
            <TextField
              name="why"
              label={t("Why {citation} is not relied on", { citation })}
              hint={t("A packet names it as considered, with this reason")}
              required
            />
            <SubmitFoot variant="secondary" pendingText={t("Saving the reason")}>
              {t("Save the reason")}
            </SubmitFoot>
          </ActionForm>
        </Disclosure>
      </div>
      <span className="item__side">
        <Chip kind="info" icon="flag">
          {writeNumbers(acts)}
        </Chip>
      </span>
    </div>
  );
}
