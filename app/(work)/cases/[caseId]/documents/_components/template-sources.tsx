import { Panel } from "@/app/_ui/panel";
import { SourceNote } from "@/app/(work)/_components/law-sources";
import type { DocumentTemplate } from "@/lib/law/jurisdictions/document-types";
import type { LegalSource } from "@/lib/law/jurisdictions/types";
import { t } from "@/lib/platform/language/translate";

/** Where the words and rules of a paper were read. */
export function TemplateSources({ template }: { template: DocumentTemplate }) {
  return (
    <Panel title={t("Sources")} id="sources">
      <ul className="stack stack--s">
        {template.sources.map((source) => (
          <li key={`${source.text}${source.source}`} className="small">
            <SourceLine source={source} />
          </li>
        ))}
      </ul>
      <p className="small muted">{t("General information, not legal advice.")}</p>
    </Panel>
  );
}

export function SourceLine({ source }: { source: LegalSource }) {
  return (
    <>
      {source.text} <SourceNote source={source} />
    </>
  );
}
