import type { Metadata } from "next";
import { Page } from "@/app/_shell/app-shell";
import { orNotFound } from "@/app/_shell/or-not-found";
import { PageLink } from "@/app/_ui/page-link";
import { PageHead } from "@/app/_ui/panel";
import { ReadingWatcher } from "@/app/_ui/reading-watcher";
import { NotOpened } from "@/app/(work)/_components/not-opened";
import { requireCtx } from "@/lib/auth/sessions/session";
import { filesAreOpened } from "@/lib/evidence/exhibits/files-are-opened";
import { reading } from "@/lib/kernel/access/query";
import { readAll } from "@/lib/kernel/access/read-all";
import { officeCountry } from "@/lib/law/office/rules";
import { readLaw } from "@/lib/law/provisions/queries";
import { type ChoiceKey, importedLists } from "@/lib/operations/imports/labels";
import { listMappings, listOwnerMails, listRows, readImport } from "@/lib/operations/imports/queries";
import { choicesOf, mappingFrom, unclearDate } from "@/lib/operations/imports/rules";
import type { Head, Mapping } from "@/lib/operations/imports/types";
import { readChoices } from "@/lib/organisation/choices/queries";
import { listCustomFields } from "@/lib/organisation/custom-fields/queries";
import { t } from "@/lib/platform/language/translate";
import { dayOrderOf } from "@/lib/platform/text/typed-dates";
import { MappingPanel } from "./_components/mapping-panel";
import { RowsPanel, type RowTab, rowTabs } from "./_components/rows-panel";
import { RunPanel } from "./_components/run-panel";
import { StatePanel } from "./_components/state-panel";

export const metadata: Metadata = { title: t("Import of a list") };

const choiceKeys: readonly ChoiceKey[] = [
  ...(["pair", "risk", "platform", "confidence", "nature", "referenceKind", "receivedVia", "voicemail"] as const),
];

export default async function OneImportPage({ params, searchParams }: PageProps<"/cases/import/[importId]">) {
  const ctx = await requireCtx("case.import");
  const { importId } = await params;
  const { kept: keptId, rows, after } = await searchParams;
  const { detail, page, tab, law, staff, kept, own, set } = await orNotFound(
    reading(ctx, async (scoped) => {
      const found = await readImport(scoped, importId);
      const asked = tabOf(rows, found.view);
      return readAll({
        detail: found,
        tab: asked,
        page: listRows(scoped, importId, { states: rowTabs[asked].states, after: Number(after) || 0 }),
        law: readLaw(scoped),
        staff: listOwnerMails(scoped),
        kept: listMappings(scoped),
        set: readChoices(scoped, importedLists),
        own: listCustomFields(scoped, "case"),
      });
    }),
  );
  const { view, head, mapping } = detail;
  const chosen = kept.find(({ id }) => id === keptId);
  const busy = ["reading", "checking", "running"].includes(view.state);
  const choices = Object.fromEntries(choiceKeys.map((key) => [key, choicesOf(key, law, set)]));
  return (
    <Page>
      <PageHead title={t("List {number}", { number: view.number })}>
        {view.fileName}. <PageLink href="/cases/import">{t("All lists")}</PageLink>
      </PageHead>
      {busy ? <ReadingWatcher /> : null}
      {view.state === "reading" && !(await filesAreOpened()) ? <NotOpened /> : null}
      <div className="cols cols--wide">
        <div className="stack stack--l">
          <StatePanel {...detail} />
          {view.rows > 0 && !["reading", "mapping"].includes(view.state) ? (
            <RowsPanel view={view} page={page} tab={tab} own={own} />
          ) : null}
        </div>
        <div className="stack stack--l">
          <RunPanel view={view} />
          {head && mapping && ["mapping", "checked", "stopped"].includes(view.state) ? (
            <MappingPanel
              importId={view.id}
              head={head}
              mapping={chosen ? mappingFrom(chosen.mapping, head.headers) : mapping}
              choices={choices as Parameters<typeof MappingPanel>[0]["choices"]}
              staff={staff.map(({ name, email }) => ({ value: email, label: name }))}
              kept={kept}
              own={own}
              open={view.state === "mapping" || chosen !== undefined || head.unknown.length > 0}
              aboutDates={describeDates(head, mapping)}
            />
          ) : null}
        </div>
      </div>
    </Page>
  );
}

function tabOf(asked: unknown, view: Parameters<typeof RunPanel>[0]["view"]): RowTab {
  if (typeof asked === "string" && asked in rowTabs) return asked as RowTab;
  const first = (Object.keys(rowTabs) as RowTab[]).find((key) => rowTabs[key].count(view) > 0);
  return first ?? "mend";
}

/** Asked if nothing in the list shows it; otherwise only the result. */
function describeDates({ samples }: Head, mapping: Mapping): string {
  const dated = mapping.columns.flatMap((key, at) =>
    key && /(when|On)$/.test(key) ? samples.map((cells) => cells[at] ?? "") : [],
  );
  const unclear = unclearDate(dated);
  if (!unclear) return t("Months as words, and a year in front, are read whichever you choose");
  const { code, name } = officeCountry();
  const order = dayOrderOf(code) === "mdy" ? "month first" : "day first";
  return t(
    "{text} can be {dmy} or {mdy}: check it against the list. It is set to {order}, as dates are written in {name}",
    { text: unclear.text, dmy: unclear.dmy, mdy: unclear.mdy, order, name },
  );
}
