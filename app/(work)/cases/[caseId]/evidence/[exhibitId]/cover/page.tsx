import type { Metadata } from "next";
import { orNotFound } from "@/app/_shell/or-not-found";
import { Notice } from "@/app/_ui/notice";
import { PageLink } from "@/app/_ui/page-link";
import { PageHead, Panel } from "@/app/_ui/panel";
import { rich } from "@/app/_ui/rich";
import { requireCtx } from "@/lib/auth/sessions/session";
import { findCase } from "@/lib/casework/cases/access";
import { playbookOf } from "@/lib/escalation/ladder/queries";
import { readExhibit } from "@/lib/evidence/exhibits/queries";
import { nothingToCover } from "@/lib/evidence/redactions/labels";
import { reading } from "@/lib/kernel/access/query";
import { readAll } from "@/lib/kernel/access/read-all";
import { previewWords } from "@/lib/packets/packets/preview-words";
import { t } from "@/lib/platform/language/translate";
import { CoverForm } from "./_components/cover-form";
import { CoverList } from "./_components/cover-list";
import { PrintedWords } from "./_components/printed-words";
import { Unfold } from "./_components/unfold";

export const metadata: Metadata = { title: t("Cover words of an exhibit") };

type Props = PageProps<"/cases/[caseId]/evidence/[exhibitId]/cover">;

export default async function CoverPage({ params }: Props) {
  const ctx = await requireCtx("case.read");
  const { caseId, exhibitId } = await params;
  const { found, exhibit } = await orNotFound(
    reading(ctx, (scoped) =>
      readAll({
        found: findCase(scoped, caseId),
        exhibit: readExhibit(scoped, caseId, exhibitId).then(({ exhibit }) => exhibit),
      }),
    ),
  );
  const { hasWords, transcript, covers } = await orNotFound(previewWords(ctx, caseId, exhibitId));
  const refusal = found.closedAt ? t("This case is closed. Reopen it first.") : hasWords ? null : nothingToCover;
  const { home } = playbookOf(found);
  return (
    <>
      <PageHead title={t("Cover words of {label}", { label: exhibit.label })} level={2}>
        {rich(
          "The original is not changed and keeps its hash. Packets print a mark instead of the words, with your role and the reason. If a release covers identity, the original is in the sealed annex. <link>Back to the exhibit</link>",
          { link: (words) => <PageLink href={`/cases/${caseId}/evidence/${exhibitId}`}>{words}</PageLink> },
        )}
      </PageHead>
      {refusal ? <Notice kind="warning" title={refusal} /> : null}
      <div className="cols cols--wide">
        <Panel
          title={t("As it will be printed")}
          id="printed"
          end={hasWords ? <Unfold exhibitId={exhibitId} unfolded={transcript !== null} /> : null}
          foot={t("The client’s own details are covered automatically, and the client appears as “Client”.")}
        >
          <PrintedWords transcript={transcript} hasWords={hasWords} />
        </Panel>
        <div className="stack stack--l">
          {refusal ? null : (
            <Panel title={t("Cover words")} id="cover">
              <CoverForm exhibitId={exhibitId} />
            </Panel>
          )}
          <CoverList covers={covers} zone={home.zone} liftable={!found.closedAt} />
        </div>
      </div>
    </>
  );
}
