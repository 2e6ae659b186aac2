import type { Metadata, Route } from "next";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageLink } from "@/app/_ui/page-link";
import { Panel } from "@/app/_ui/panel";
import { requireCtx } from "@/lib/auth/sessions/session";
import { officeToday } from "@/lib/law/office/rules";
import { partHints, partLabels, partWords } from "@/lib/law/provisions/labels";
import { listCountries } from "@/lib/law/provisions/list-countries";
import { listEntries } from "@/lib/law/provisions/list-entries";
import { narrowEntries } from "@/lib/law/provisions/narrow-entries";
import { readLawDesk } from "@/lib/law/provisions/queries";
import { catalogParts, type LawEntry } from "@/lib/law/provisions/types";
import { t } from "@/lib/platform/language/translate";
import { readListState } from "@/lib/platform/list-state";
import { plural } from "@/lib/platform/text/format";
import { EntryGroups, groupByPart } from "./_components/entry-item";
import { LawFrame } from "./_components/law-frame";
import { askedOf, lawFacets, lawRules } from "./_components/law-list";

export const metadata: Metadata = { title: t("Law") };

/** Without a question the parts and what is in them; with one, everything that fits, whatever its part. */
export default async function LawPage({ searchParams }: PageProps<"/law">) {
  const ctx = await requireCtx("law.read");
  const desk = await readLawDesk(ctx);
  const countries = listCountries(desk.law);
  const rules = lawRules(countries);
  const state = readListState(await searchParams, rules);
  const all = catalogParts.flatMap((part) => listEntries(part, desk.law, officeToday(ctx.now), desk.changed));
  const asked = Object.keys(state.filters).length > 0;
  const found = asked ? narrowEntries(all, askedOf(state)) : [];
  return (
    <LawFrame part={null} state={state} rules={rules} facets={lawFacets(countries, null)} leftOut={desk.leftOut}>
      {asked ? <Found entries={found} /> : <Parts entries={all} />}
    </LawFrame>
  );
}

function Found({ entries }: { entries: readonly LawEntry[] }) {
  return (
    <Panel
      id="found"
      title={t("Found")}
      end={<span className="muted">{plural(entries.length, "entry", "entries")}</span>}
      padded={false}
    >
      {entries.length > 0 ? (
        <EntryGroups groups={groupByPart(entries)} open={entries.length <= 40} />
      ) : (
        <EmptyState icon="scale" title={t("Nothing fits")}>
          {t("No laws or facts match. Use fewer words, or clear the filters.")}
        </EmptyState>
      )}
    </Panel>
  );
}

function Parts({ entries }: { entries: readonly LawEntry[] }) {
  return (
    <Panel id="parts" title={t("What is here")} padded={false}>
      <div className="items">
        {catalogParts.map((part) => {
          const own = entries.filter((entry) => entry.part === part);
          const out = own.filter((entry) => entry.force?.refused).length;
          const stale = own.filter((entry) => entry.stale).length;
          return (
            <PageLink className="item" key={part} href={`/law/${part}` as Route}>
              <span className="item__title">{partLabels[part]}</span>
              <span className="item__why">{partHints[part]}</span>
              <span className="item__side">
                <span>{plural(own.length, ...partWords[part])}</span>
                {out > 0 ? <span className="small muted">{t("{out} not in force", { out })}</span> : null}
                {stale > 0 ? <span className="small muted">{t("{stale} stale", { stale })}</span> : null}
              </span>
            </PageLink>
          );
        })}
      </div>
    </Panel>
  );
}
