import type { Route } from "next";
import { PageLink } from "@/app/_ui/page-link";
import { Panel } from "@/app/_ui/panel";
import { SourceNote } from "@/app/(work)/_components/law-sources";
import { StandingChip } from "@/app/(work)/_components/standing-chip";
import type { Agency, PlaybookStep } from "@/lib/law/jurisdictions/types";
import { detailLabels } from "@/lib/organisation/bodies/labels";
import { dialOf } from "@/lib/organisation/bodies/rules";
import type { StepBody } from "@/lib/organisation/bodies/types";
import { t } from "@/lib/platform/language/translate";

type Props = {
  step: PlaybookStep;
  agencies: readonly Agency[];
  /** Of these agencies: their entries in the directory, by key. */
  bodies: ReadonlyMap<string, StepBody>;
  /** How long to wait at each level, by its key. */
  rungClocks: Readonly<Record<string, string>>;
};

/** What the playbook says: how it is done, whom to reach, and where each fact comes from. */
export function StepGuidance({ step, agencies, bodies, rungClocks }: Props) {
  return (
    <div className="stack stack--l">
      <Panel title={t("How it is done")} id="guidance">
        <ul className="stack">
          {step.guidance.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Panel>
      {step.rungs ? <Rungs rungs={step.rungs} rungClocks={rungClocks} /> : null}
      {agencies.length > 0 ? (
        <Panel title={t("Who to contact")} id="contacts">
          {agencies.map((agency) => (
            <div key={agency.key} className="stack stack--s">
              <h3>
                <PageLink href={`/law/agencies/${agency.key}` as Route}>{agency.name}</PageLink>
              </h3>
              <p className="muted">{agency.does}</p>
              <AgencyContact agency={agency} body={bodies.get(agency.key)} />
            </div>
          ))}
        </Panel>
      ) : null}
      <Panel title={t("Sources")} id="sources">
        <Sources sources={step.sources} />
        <p className="small muted">{t("General information, not legal advice.")}</p>
      </Panel>
    </div>
  );
}

/** What the organisation changed in its directory counts; else what the law data says, and whether it was confirmed. */
function AgencyContact({ agency, body }: { agency: Agency; body: StepBody | undefined }) {
  const contacts = body?.own ? ownContacts(body.own) : agency.contacts;
  return (
    <>
      <dl className="facts">
        {contacts.map((contact) => (
          <div key={`${contact.label}${contact.value}`} className="facts__pair">
            <dt>{contact.label}</dt>
            <dd className="ref">
              {contact.href?.startsWith("tel:") ? <a href={contact.href}>{contact.value}</a> : contact.value}
            </dd>
          </div>
        ))}
      </dl>
      {body ? (
        <p className="row small">
          <StandingChip standing={body.standing} />
          <PageLink href={`/bodies/${body.ref}` as Route}>{t("In the directory")}</PageLink>
        </p>
      ) : null}
      {body?.own ? null : <Sources sources={agency.sources} />}
    </>
  );
}

function ownContacts(own: NonNullable<StepBody["own"]>): Agency["contacts"] {
  const known = (["phone", "email", "address", "hours", "languages"] as const).flatMap((field) => {
    const value = own[field];
    return value ? [{ label: detailLabels[field], value, href: hrefOf(field, value) }] : [];
  });
  return [...known, { label: detailLabels.source, value: own.source }];
}

function hrefOf(field: string, value: string): string | undefined {
  const dial = field === "phone" && !/[,;]/.test(value) ? dialOf(value) : null;
  return dial ? `tel:${dial}` : undefined;
}

function Rungs({ rungs, rungClocks }: { rungs: NonNullable<PlaybookStep["rungs"]> } & Pick<Props, "rungClocks">) {
  return (
    <Panel title={t("Level by level")} id="rungs">
      <ol className="stack">
        {rungs.map((rung) => (
          <li key={rung.key} className="stack stack--s">
            <span className="strong">{rung.to}</span>
            <span>{rung.send}</span>
            <span className="small muted">{rungClocks[rung.key]}</span>
            <Sources sources={rung.sources} />
          </li>
        ))}
      </ol>
    </Panel>
  );
}

function Sources({ sources }: { sources: PlaybookStep["sources"] }) {
  return (
    <ul className="stack stack--s">
      {sources.map((source) => (
        <li key={`${source.text}${source.source}`} className="small">
          {source.text} <SourceNote source={source} />
        </li>
      ))}
    </ul>
  );
}
