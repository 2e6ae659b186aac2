import type { Metadata, Route } from "next";
import { Page } from "@/app/_shell/app-shell";
import { orNotFound } from "@/app/_shell/or-not-found";
import { Breadcrumb } from "@/app/_ui/breadcrumb";
import { NumberedPager } from "@/app/_ui/pager";
import { PageHead, Panel } from "@/app/_ui/panel";
import { Tabs } from "@/app/_ui/tabs";
import { requireCtx } from "@/lib/auth/sessions/session";
import { reading } from "@/lib/kernel/access/query";
import { officeZone } from "@/lib/law/office/rules";
import { importStateLabels, rowStateLabels } from "@/lib/organisation/bodies/imports/labels";
import { listBodyRows, readBodyImport } from "@/lib/organisation/bodies/imports/queries";
import type { ImportView, RowState } from "@/lib/organisation/bodies/imports/types";
import { listBodyCountries } from "@/lib/organisation/bodies/queries";
import { t } from "@/lib/platform/language/translate";
import { readPage, withQuery } from "@/lib/platform/paging";
import { formatInstant } from "@/lib/platform/text/format";
import { ColumnsPanel } from "./_components/columns-panel";
import { RowsList } from "./_components/rows-list";
import { RunPanel } from "./_components/run-panel";

export const metadata: Metadata = { title: t("List of stations and courts") };

const tabs: readonly RowState[] = ["bad", "new", "changed", "same", "added", "updated", "left_out"];

export default async function BodyImportPage({ params, searchParams }: PageProps<"/bodies/import/[importId]">) {
  const ctx = await requireCtx("directory.write");
  const { importId } = await params;
  const asked = await searchParams;
  const { view, rows, tab, countries } = await orNotFound(
    reading(ctx, async (scoped) => {
      const list = await readBodyImport(scoped, importId);
      const chosen = tabOf(list, asked.rows);
      const page = await listBodyRows(scoped, importId, { state: chosen, page: readPage(asked.page) });
      return { view: list, rows: page, tab: chosen, countries: await listBodyCountries(scoped) };
    }),
  );
  const base = `/bodies/import/${view.id}`;
  return (
    <Page>
      <Breadcrumb items={[{ label: t("Import stations and courts"), href: "/bodies/import" }]} />
      <PageHead title={t("List {number}: {fileName}", { number: view.number, fileName: view.fileName })}>
        {t("{state}. Read by {startedBy}, {startedAt}.", {
          state: importStateLabels[view.state],
          startedBy: view.startedBy,
          startedAt: formatInstant(view.startedAt, officeZone()),
        })}
      </PageHead>
      <div className="cols cols--wide">
        <div className="stack stack--l">
          <Panel title={t("Rows")} id="rows">
            <Tabs
              label={t("Rows")}
              items={tabs
                .filter((state) => view.counts[state] > 0 || state === tab)
                .map((state) => ({
                  href: `${base}?rows=${state}#rows` as Route,
                  label: rowStateLabels[state],
                  count: view.counts[state],
                  current: state === tab,
                }))}
            />
            <RowsList importId={view.id} rows={rows.rows} tab={tab} open={view.state === "checked"} />
            <NumberedPager
              list={rows}
              of={t("rows, in the order of the list")}
              at={(to) => `${withQuery(base, { rows: tab, page: to })}#rows` as Route}
            />
          </Panel>
        </div>
        <div className="stack stack--l">
          <RunPanel view={view} />
          {view.state === "checked" ? <ColumnsPanel view={view} countries={countries} /> : null}
        </div>
      </div>
    </Page>
  );
}

/** What needs somebody comes first. */
function tabOf({ counts }: ImportView, asked: unknown): RowState {
  return tabs.find((state) => state === asked) ?? tabs.find((state) => counts[state] > 0) ?? "new";
}
