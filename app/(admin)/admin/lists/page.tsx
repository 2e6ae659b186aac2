import type { Metadata, Route } from "next";
import { Page } from "@/app/_shell/app-shell";
import { Chip } from "@/app/_ui/chip";
import { PageLink } from "@/app/_ui/page-link";
import { PageHead, Panel } from "@/app/_ui/panel";
import { DataTable } from "@/app/_ui/table/data-table";
import { requireCtx } from "@/lib/auth/sessions/session";
import { productLists } from "@/lib/casework/choice-lists/labels";
import { readChoiceLists } from "@/lib/casework/choice-lists/queries";
import { t } from "@/lib/platform/language/translate";

export const metadata: Metadata = { title: t("Lists of choices") };

/** The lists that an organisation may fit to itself. */
export default async function ListsPage() {
  const ctx = await requireCtx("fields.write");
  const lists = await readChoiceLists(ctx);
  return (
    <Page>
      <PageHead guide="fit-lists-of-choices" title={t("Lists of choices")}>
        {t(
          "Hide what you do not use, put it in your words and your order, and add choices of your own. What law or a receiver counts on is not here and stays as it is.",
        )}
      </PageHead>
      <Panel id="lists" label={t("Lists of choices")} padded={false}>
        <DataTable
          caption={t("Lists of choices")}
          rows={lists}
          keyOf={({ list }) => list}
          columns={[
            {
              head: t("List"),
              cell: ({ list }) => (
                <>
                  <PageLink href={`/admin/lists/${list}` as Route}>{productLists[list].name}</PageLink>
                  <p className="muted">{productLists[list].about}</p>
                </>
              ),
            },
            {
              head: t("Offered"),
              cell: ({ choices }) => choices.filter(({ isHidden }) => !isHidden).length,
              num: true,
            },
            { head: t("Hidden"), cell: ({ choices }) => choices.filter(({ isHidden }) => isHidden).length, num: true },
            { head: t("Your own"), cell: ({ choices }) => choices.filter(({ isOwn }) => isOwn).length, num: true },
            {
              head: t("State"),
              cell: ({ draft, changes }) =>
                draft ? (
                  <Chip kind="warning">{t("Draft waits")}</Chip>
                ) : (
                  <Chip kind="plain">{changes.length > 0 ? t("Fitted") : t("As it came")}</Chip>
                ),
            },
          ]}
        />
      </Panel>
    </Page>
  );
}
