import type { Route } from "next";
import { Disclosure } from "@/app/_ui/disclosure";
import { Icon } from "@/app/_ui/icon";
import { LinkButton } from "@/app/_ui/link-button";
import { Panel } from "@/app/_ui/panel";
import { rich } from "@/app/_ui/rich";
import type { TemplateChoice, TemplateGroup } from "@/lib/documents/papers/types";
import { t } from "@/lib/platform/language/translate";
import { plural } from "@/lib/platform/text/format";

/** What can be drafted here, step by step in the order of the ladder. */
export function DraftShelf({ caseId, groups }: { caseId: string; groups: readonly TemplateGroup[] }) {
  return (
    <Panel title={t("Draft a document")} id="draft">
      <p className="muted">
        {t("Each is filled in from this case. What is not recorded stays a visible blank for you to complete.")}
      </p>
      {groups.map((group, i) => (
        <Disclosure
          key={group.key}
          open={i === 0}
          label={`${group.title}: ${plural(group.templates.length, "document")}`}
        >
          <TemplateList caseId={caseId} templates={group.templates} />
        </Disclosure>
      ))}
    </Panel>
  );
}

export function TemplateList({ caseId, templates }: { caseId: string; templates: readonly TemplateChoice[] }) {
  return (
    <ul className="stack">
      {templates.map((template) => (
        <li key={template.key} className="stack stack--s">
          <span className="strong">{template.title}</span>
          <span>{template.purpose}</span>
          <span className="small muted">
            {template.sendableByUs ? null : <Icon name="lock" />} {template.whoMaySend}
          </span>
          {template.refused ? (
            <span className="small">
              <Icon name="ban" /> {t("Not offered: {refused}", { refused: template.refused })}
            </span>
          ) : (
            <span>
              <LinkButton small icon="plus" href={`/cases/${caseId}/documents/new?template=${template.key}` as Route}>
                {rich("Draft it<span>: {title}</span>", {
                  title: template.title,
                  span: (words) => <span className="vh">{words}</span>,
                })}
              </LinkButton>
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
