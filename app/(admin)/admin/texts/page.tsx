import type { Metadata, Route } from "next";
import { Page } from "@/app/_shell/app-shell";
import { Chip, type ChipKind } from "@/app/_ui/chip";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageLink } from "@/app/_ui/page-link";
import { PageHead, Panel } from "@/app/_ui/panel";
import { DataTable } from "@/app/_ui/table/data-table";
import { Tabs } from "@/app/_ui/tabs";
import { requireCtx } from "@/lib/auth/sessions/session";
import { textStates } from "@/lib/client/wording/labels";
import { listTexts } from "@/lib/client/wording/queries";
import { type ClientLanguage, clientLanguages, languageNames } from "@/lib/client/wording/rules";
import type { TextView } from "@/lib/client/wording/types";
import { t } from "@/lib/platform/language/translate";
import { withQuery } from "@/lib/platform/paging";

export const metadata: Metadata = { title: t("Texts for clients") };

const path = "/admin/texts";
const translated = clientLanguages.filter((language) => language !== "en");

const chips: Record<TextView["state"], ChipKind> = { confirmed: "done", unconfirmed: "plain", lapsed: "warning" };

/** Every text that clients read, beside its English, and whether a speaker confirmed it. */
export default async function TextsPage({ searchParams }: PageProps<"/admin/texts">) {
  const ctx = await requireCtx("people.read");
  const { language: asked, only } = await searchParams;
  const language = translated.find((known) => known === asked) ?? "zu";
  const all = await listTexts(ctx, language);
  const open = all.filter(({ state }) => state !== "confirmed");
  const onlyOpen = only === "open";
  const at = (of: ClientLanguage, filter: boolean) =>
    withQuery(path, { language: of, only: filter ? "open" : undefined }) as Route;
  return (
    <Page>
      <PageHead title={t("Texts for clients")}>
        {t(
          "The translations are ours and no speaker has confirmed them. Let somebody who speaks the language read each text beside its English, and record it here, or type better words.",
        )}
      </PageHead>
      <Tabs
        label={t("Language")}
        items={translated.map((of) => ({
          href: at(of, onlyOpen),
          label: languageNames[of],
          current: of === language,
        }))}
      />
      <Tabs
        label={t("Which texts")}
        items={[
          { href: at(language, false), label: t("All"), count: all.length, current: !onlyOpen },
          { href: at(language, true), label: t("Not confirmed"), count: open.length, current: onlyOpen },
        ]}
      />
      <Panel id="texts" label={t("Texts")} padded={false}>
        {onlyOpen && open.length === 0 ? (
          <EmptyState icon="check" title={t("All texts of this language are confirmed")}>
            {t("Her page no longer says that the translation is unconfirmed.")}
          </EmptyState>
        ) : (
          <DataTable
            caption={t("Texts for clients")}
            rows={onlyOpen ? open : all}
            keyOf={({ key }) => key}
            columns={[
              {
                head: t("English"),
                cell: ({ key, english }) => <PageLink href={`${path}/${language}/${key}` as Route}>{english}</PageLink>,
              },
              { head: languageNames[language], cell: ({ text }) => <span lang={language}>{text}</span> },
              { head: t("Whose words"), cell: ({ isOwn }) => (isOwn ? t("Your organisation") : t("Ours")) },
              { head: t("State"), cell: ({ state }) => <Chip kind={chips[state]}>{textStates[state]}</Chip> },
            ]}
          />
        )}
      </Panel>
    </Page>
  );
}
