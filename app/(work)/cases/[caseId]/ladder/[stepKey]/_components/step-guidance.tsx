import type { Route } from "next";
import { PageLink } from "@/app/_ui/page-link";
import { Panel } from "@/app/_ui/panel";
import { SourceNote } from "@/app/(work)/_components/law-sources";
import type { Agency, PlaybookStep } from "@/lib/law/jurisdictions/types";
import { t } from "@/lib/platform/language/translate";

type Props = {
  step: PlaybookStep;
  agencies: readonly Agency[];
  /** How long to wait at each level, by its key. */
  rungClocks: Readonly<Record<string, string>>;
};

/** What the playbook says: how it is done, whom to reach, and where each fact comes from. */
export function StepGuidance({ step, agencies, rungClocks }: Props) {
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
              <dl className="facts">
                {agency.contacts.map((contact) => (
                  <div key={`${contact.label}${contact.value}`} className="facts__pair">
                    <dt>{contact.label}</dt>
                    <dd className="ref">{contact.value}</dd>
                  </div>
                ))}
              </dl>
              <Sources sources={agency.sources} />
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
