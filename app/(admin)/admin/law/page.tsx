import type { Metadata, Route } from "next";
import { Page } from "@/app/_shell/app-shell";
import { Chip } from "@/app/_ui/chip";
import { EmptyState } from "@/app/_ui/empty-state";
import { LinkButton } from "@/app/_ui/link-button";
import { Notice } from "@/app/_ui/notice";
import { PageLink } from "@/app/_ui/page-link";
import { PageHead, Panel } from "@/app/_ui/panel";
import { DataTable } from "@/app/_ui/table/data-table";
import { ListSearch } from "@/app/_ui/table/filters";
import { Tabs } from "@/app/_ui/tabs";
import { ForceChip, StaleChip } from "@/app/(work)/_components/force-chip";
import { requireCtx } from "@/lib/auth/sessions/session";
import { officeToday } from "@/lib/law/office/rules";
import { catalogOf, partLabels } from "@/lib/law/provisions/labels";
import { listEntries } from "@/lib/law/provisions/list-entries";
import { narrowEntries } from "@/lib/law/provisions/narrow-entries";
import { readLawDesk } from "@/lib/law/provisions/queries";
import { amendableParts, type LawEntry } from "@/lib/law/provisions/types";
import { t } from "@/lib/platform/language/translate";
import { type ListRules, readListState, writeListState } from "@/lib/platform/list-state";
import { formatDate, plural } from "@/lib/platform/text/format";

export const metadata: Metadata = { title: t("Legal information") };

const path = "/admin/law";
const parts = amendableParts.map((part) => catalogOf[part]);
const rules: ListRules = {
  sorts: [],
  defaultSort: { key: "read", dir: "asc" },
  filters: { q: "text", part: parts },
};

export default async function LawUpkeepPage({ searchParams }: PageProps<"/admin/law">) {
  const ctx = await requireCtx("law.write");
  const state = readListState(await searchParams, rules);
  const desk = await readLawDesk(ctx);
  const today = officeToday(ctx.now);
  const asked = state.filters.part?.[0] ?? null;
  const all = parts
    .filter((part) => asked === null || part === asked)
    .flatMap((part) => listEntries(part, desk.law, today, desk.changed));
  const entries = narrowEntries(all, { text: state.filters.q?.[0] }).toSorted((a, b) =>
    a.checkedOn.localeCompare(b.checkedOn),
  );
  const stale = entries.filter((entry) => entry.stale).length;
  const tab = (part: string | null, label: string) => ({
    href: writeListState(path, { ...state, filters: withPart(state.filters, part) }, rules) as Route,
    label,
    current: asked === part,
  });
  return (
    <Page>
      <PageHead
        guide="keep-the-law-current"
        title={t("Legal information")}
        actions={
          <LinkButton icon="calendar-days" href="/admin/law/days">
            {t("Holidays")}
          </LinkButton>
        }
      >
        {t(
          "Provisions with the oldest check come first. A change applies to your organisation at once, with its source; the history is kept.",
        )}
      </PageHead>
      {desk.leftOut.length > 0 ? (
        <Notice kind="warning" title={t("Some changes no longer fit this release")}>
          {desk.leftOut.map((leftOut) => `${leftOut.part} ${leftOut.key}: ${leftOut.why}`).join(" ")}
        </Notice>
      ) : null}
      <Tabs label={t("Parts")} items={[tab(null, t("All")), ...parts.map((part) => tab(part, partLabels[part]))]} />
      <div className="filters">
        <ListSearch
          path={path}
          state={state}
          rules={rules}
          label={t("Search the law")}
          placeholder={t("For example s 16")}
        />
      </div>
      <Panel
        id="provisions"
        title={t("Provisions")}
        end={
          <span className="muted">
            {stale > 0
              ? t("{stale} stale of {entries}", { stale, entries: entries.length })
              : plural(entries.length, "provision")}
          </span>
        }
        padded={false}
      >
        {entries.length > 0 ? (
          <ProvisionTable entries={entries} />
        ) : (
          <EmptyState icon="scale" title={t("Nothing fits")}>
            {t("No provisions match. Use fewer words.")}
          </EmptyState>
        )}
      </Panel>
    </Page>
  );
}

function withPart(filters: Record<string, string[]>, part: string | null): Record<string, string[]> {
  const { part: _gone, ...others } = filters;
  return part === null ? others : { ...others, part: [part] };
}

function ProvisionTable({ entries }: { entries: readonly LawEntry[] }) {
  return (
    <DataTable
      caption={t("Provisions, those read longest ago first")}
      rows={entries}
      keyOf={(entry) => `${entry.part} ${entry.key}`}
      columns={[
        {
          head: t("Provision"),
          cell: (entry) => (
            <>
              <PageLink className="rowlink" href={`/admin/law/${entry.part}/${entry.key}` as Route}>
                {entry.title}
              </PageLink>
              <span className="small muted">{entry.citation || entry.countries.join(", ")}</span>
            </>
          ),
        },
        { head: t("Part"), cell: (entry) => partLabels[entry.part] },
        {
          head: t("Status"),
          label: t("Status"),
          cell: (entry) => (
            <span className="row">
              {entry.force ? <ForceChip force={entry.force} /> : null}
              {entry.changedHere ? (
                <Chip kind="info" icon="pencil">
                  {t("Changed here")}
                </Chip>
              ) : null}
              {!entry.force && !entry.changedHere ? t("As released") : null}
            </span>
          ),
        },
        {
          head: t("Last read"),
          cell: (entry) => (
            <span className="row">
              <span className="nowrap">{formatDate(entry.checkedOn)}</span>
              {entry.stale ? <StaleChip /> : null}
            </span>
          ),
        },
      ]}
    />
  );
}
