import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EmptyState } from "@/app/_ui/empty-state";
import { Panel } from "@/app/_ui/panel";
import { requireCtx } from "@/lib/auth/sessions/session";
import { officeToday } from "@/lib/law/office/rules";
import { partLabels, partWords } from "@/lib/law/provisions/labels";
import { listCountries } from "@/lib/law/provisions/list-countries";
import { listEntries } from "@/lib/law/provisions/list-entries";
import { narrowEntries } from "@/lib/law/provisions/narrow-entries";
import { readLawDesk } from "@/lib/law/provisions/queries";
import { catalogParts } from "@/lib/law/provisions/types";
import { t } from "@/lib/platform/language/translate";
import { readListState } from "@/lib/platform/list-state";
import { plural } from "@/lib/platform/text/format";
import { EntryGroups, groupByCountry } from "../_components/entry-item";
import { LawFrame } from "../_components/law-frame";
import { askedOf, lawFacets, lawRules } from "../_components/law-list";

export async function generateMetadata({ params }: PageProps<"/law/[part]">): Promise<Metadata> {
  const { part } = await params;
  const known = catalogParts.find((catalogPart) => catalogPart === part);
  return { title: known ? t("Law: {partLabels}", { partLabels: partLabels[known] }) : t("Law") };
}

export default async function LawPartPage({ params, searchParams }: PageProps<"/law/[part]">) {
  const ctx = await requireCtx("law.read");
  const { part: slug } = await params;
  const part = catalogParts.find((catalogPart) => catalogPart === slug);
  if (!part) notFound();
  const desk = await readLawDesk(ctx);
  const countries = listCountries(desk.law);
  const rules = lawRules(countries);
  const state = readListState(await searchParams, rules);
  const all = listEntries(part, desk.law, officeToday(ctx.now), desk.changed);
  const found = narrowEntries(all, askedOf(state));
  const groups = groupByCountry(found, countries);
  const count =
    found.length === all.length
      ? plural(all.length, ...partWords[part])
      : t("{found} of {all}", { found: found.length, all: all.length });
  return (
    <LawFrame part={part} state={state} rules={rules} facets={lawFacets(countries, part)} leftOut={desk.leftOut}>
      <Panel id="entries" title={partLabels[part]} end={<span className="muted">{count}</span>} padded={false}>
        {found.length > 0 ? (
          <EntryGroups groups={groups} open={groups.length === 1 || found.length < all.length} />
        ) : (
          <EmptyState icon="scale" title={t("Nothing fits")}>
            {t("Nothing in this part matches. Use fewer words, clear the filters, or search under All.")}
          </EmptyState>
        )}
      </Panel>
    </LawFrame>
  );
}
