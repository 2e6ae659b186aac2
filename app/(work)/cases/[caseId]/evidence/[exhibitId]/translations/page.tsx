import type { Metadata } from "next";
import { orNotFound } from "@/app/_shell/or-not-found";
import { Notice } from "@/app/_ui/notice";
import { PageLink } from "@/app/_ui/page-link";
import { PageHead, Panel } from "@/app/_ui/panel";
import { rich } from "@/app/_ui/rich";
import { requireCtx } from "@/lib/auth/sessions/session";
import { findCase } from "@/lib/casework/cases/access";
import { playbookOf } from "@/lib/escalation/ladder/queries";
import { mayReadWords } from "@/lib/evidence/chats/queries";
import { listExhibits, readExhibit } from "@/lib/evidence/exhibits/queries";
import { listTranslations } from "@/lib/evidence/translations/queries";
import { reading } from "@/lib/kernel/access/query";
import { t } from "@/lib/platform/language/translate";
import { Unfold } from "../cover/_components/unfold";
import { TranslationForm } from "./_components/translation-form";
import { TranslationList } from "./_components/translation-list";

export const metadata: Metadata = { title: t("Translations of an exhibit") };

type Props = PageProps<"/cases/[caseId]/evidence/[exhibitId]/translations">;

export default async function TranslationsPage({ params }: Props) {
  const ctx = await requireCtx("case.read");
  const { caseId, exhibitId } = await params;
  const { found, exhibit, others, translations, of, unfolded } = await orNotFound(
    reading(ctx, async (scoped) => ({
      found: await findCase(scoped, caseId),
      exhibit: (await readExhibit(scoped, caseId, exhibitId)).exhibit,
      others: await listExhibits(scoped, caseId),
      ...(await listTranslations(scoped, caseId, exhibitId)),
      unfolded: await mayReadWords(scoped, exhibitId),
    })),
  );
  const { home } = playbookOf(found);
  const shown = of === "page" ? exhibit.sensitivity === "ordinary" : unfolded;
  const choices = others
    .filter(({ id }) => id !== exhibitId)
    .map(({ id, label, description }) => ({ value: id, label: `${label} ${description}`.slice(0, 80) }));
  return (
    <>
      <PageHead title={t("Translations of {label}", { label: exhibit.label })} level={2}>
        {rich(
          "Packets print the translation beside the original, and the words that are relied on with it in brackets. <link>Back to the exhibit</link>",
          { link: (words) => <PageLink href={`/cases/${caseId}/evidence/${exhibitId}`}>{words}</PageLink> },
        )}
      </PageHead>
      {found.closedAt ? <Notice kind="warning" title={t("This case is closed. Reopen it first.")} /> : null}
      <div className="cols cols--wide">
        {found.closedAt ? null : (
          <Panel
            title={t("Enter a translation")}
            id="translate"
            end={of === "page" ? null : <Unfold exhibitId={exhibitId} unfolded={unfolded} />}
          >
            <TranslationForm exhibitId={exhibitId} of={of} others={choices} />
          </Panel>
        )}
        <TranslationList translations={translations} shown={shown} zone={home.zone} open={!found.closedAt} />
      </div>
    </>
  );
}
