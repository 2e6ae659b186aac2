import type { Metadata } from "next";
import { Page } from "@/app/_shell/app-shell";
import { Breadcrumb } from "@/app/_ui/breadcrumb";
import { EmptyState } from "@/app/_ui/empty-state";
import { DateField, TextArea } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { PageLink } from "@/app/_ui/page-link";
import { PageHead, Panel } from "@/app/_ui/panel";
import { rich } from "@/app/_ui/rich";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { requireCtx } from "@/lib/auth/sessions/session";
import { readTicked } from "@/lib/casework/assignments/queries";
import { t } from "@/lib/platform/language/translate";
import { CaseTicks } from "../assign/_components/case-ticks";
import { flagCasesAction } from "./actions";

export const metadata: Metadata = { title: t("Flag cases") };

/** One question on several cases, which were ticked in the list. */
export default async function FlagCasesPage({ searchParams }: PageProps<"/cases/flag">) {
  const ctx = await requireCtx("case.write");
  const { cases } = await readTicked(ctx, [(await searchParams).case ?? []].flat());
  return (
    <Page>
      <Breadcrumb items={[{ label: t("Cases"), href: "/cases" }]} />
      <PageHead title={t("Flag cases")}>
        {t("Each of these cases gets a flag with the same message. Its owner sees it on My work.")}
      </PageHead>
      <Panel label={t("Cases to flag")}>
        {cases.length === 0 ? (
          <EmptyState icon="flag" title={t("No case is picked")} level={2}>
            {rich("Tick cases in the <link>list of cases</link>.", {
              link: (words) => <PageLink href="/cases">{words}</PageLink>,
            })}
          </EmptyState>
        ) : (
          <ActionForm action={flagCasesAction} label={t("Flag cases")} prefix="flag">
            <CaseTicks cases={cases} />
            <TextArea
              name="message"
              label={t("What should somebody look at?")}
              hint={t("For example: Ask whether the new number works.")}
              rows={2}
            />
            <DateField name="lookOn" label={t("Look again on")} hint={t("Empty: it shows at once")} optional />
            <SubmitFoot icon="flag" pendingText={t("Raising the flags")}>
              {t("Flag the ticked cases")}
            </SubmitFoot>
          </ActionForm>
        )}
      </Panel>
    </Page>
  );
}
