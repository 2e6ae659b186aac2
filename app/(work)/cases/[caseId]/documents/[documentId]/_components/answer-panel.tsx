import type { Route } from "next";
import { Notice } from "@/app/_ui/notice";
import { PageLink } from "@/app/_ui/page-link";
import { Facts, Panel } from "@/app/_ui/panel";
import { paperStates } from "@/lib/client/papers/labels";
import type { StatementAnswer } from "@/lib/client/papers/types";
import { languageNames } from "@/lib/client/wording/rules";
import type { DocumentPage } from "@/lib/documents/papers/types";
import { t } from "@/lib/platform/language/translate";
import { formatInstant } from "@/lib/platform/text/format";

type Props = { caseId: string; answers: readonly StatementAnswer[]; page: DocumentPage };

/** What the client said of this paper when she read it on her page, and whether it is another one since. */
export function AnswerPanel({ caseId, answers, page: { row, zone } }: Props) {
  if (answers.length === 0) return null;
  return (
    <Panel id="read-back" title={t("Read back on her page")}>
      {answers.map((answer) => (
        <div key={answer.paperId} className="stack stack--s">
          {answer.version === row.version ? null : (
            <Notice kind="warning" title={t("It was changed since she read it")}>
              {t("She read version {version}. Offer her the newest one.", { version: answer.version })}
            </Notice>
          )}
          <Facts
            items={[
              { name: t("State"), value: paperStates[answer.state] },
              { name: t("Version and language"), value: `${answer.version}, ${languageNames[answer.language]}` },
              {
                name: t("When"),
                value: formatInstant(answer.answeredAt ?? answer.offeredAt, zone),
              },
              ...(answer.answered?.words
                ? [{ name: t("What is wrong, in her words"), value: answer.answered.words }]
                : []),
              ...(answer.answered?.name ? [{ name: t("Name as she typed it"), value: answer.answered.name }] : []),
            ]}
          />
          <PageLink href={`/cases/${caseId}/client-page#paper-${answer.paperId}` as Route}>
            {t("Open it on her page")}
          </PageLink>
        </div>
      ))}
    </Panel>
  );
}
