import type { Route } from "next";
import { Disclosure } from "@/app/_ui/disclosure";
import { PageLink } from "@/app/_ui/page-link";
import { Panel } from "@/app/_ui/panel";
import type { DocumentShelf } from "@/lib/documents/papers/types";
import { t } from "@/lib/platform/language/translate";
import { DocumentChip } from "./document-chip";
import { TemplateList } from "./draft-shelf";

/** `quiet`: nothing is waited for any more, so what could be drafted stays folded away. */
type Props = { caseId: string; shelf: DocumentShelf; quiet: boolean };

/** On the page of a step: the papers that were drafted for it, and those that can be. */
export function StepPapers({ caseId, shelf, quiet }: Props) {
  const templates = shelf.groups.flatMap((group) => group.templates);
  if (templates.length === 0 && shelf.rows.length === 0) return null;
  return (
    <Panel title={t("Documents for this step")} id="papers">
      {shelf.rows.length > 0 ? (
        <ul className="stack stack--s">
          {shelf.rows.map((row) => (
            <li key={row.id} className="row row--between">
              <PageLink href={`/cases/${caseId}/documents/${row.id}` as Route}>
                {row.code} {row.title}
              </PageLink>
              <DocumentChip row={row} />
            </li>
          ))}
        </ul>
      ) : null}
      {quiet && templates.length > 0 ? (
        <Disclosure label={t("Draft a document anyway")} icon="plus">
          <TemplateList caseId={caseId} templates={templates} />
        </Disclosure>
      ) : (
        <TemplateList caseId={caseId} templates={templates} />
      )}
    </Panel>
  );
}
