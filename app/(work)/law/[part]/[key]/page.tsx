import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { Page } from "@/app/_shell/app-shell";
import { Breadcrumb } from "@/app/_ui/breadcrumb";
import { LinkButton } from "@/app/_ui/link-button";
import { Notice } from "@/app/_ui/notice";
import { Facts, PageHead, Panel } from "@/app/_ui/panel";
import { LawSources } from "@/app/(work)/_components/law-sources";
import { ProvisionHistory } from "@/app/(work)/_components/provision-history";
import { requireCtx } from "@/lib/auth/sessions/session";
import { reading } from "@/lib/kernel/access/query";
import { may } from "@/lib/kernel/access/roles";
import { officeToday, officeZone } from "@/lib/law/office/rules";
import { findUses } from "@/lib/law/provisions/find-uses";
import { partLabels } from "@/lib/law/provisions/labels";
import { listCountries } from "@/lib/law/provisions/list-countries";
import { listEntries } from "@/lib/law/provisions/list-entries";
import { listProvisionVersions, readLawDesk } from "@/lib/law/provisions/queries";
import { catalogParts } from "@/lib/law/provisions/types";
import { t } from "@/lib/platform/language/translate";
import { formatDate } from "@/lib/platform/text/format";
import { EntryChips, Lines } from "../../_components/entry-item";
import { UsePanel } from "./_components/use-panel";

export const metadata: Metadata = { title: t("Law") };

export default async function LawEntryPage({ params }: PageProps<"/law/[part]/[key]">) {
  const ctx = await requireCtx("law.read");
  const { part: slug, key } = await params;
  const part = catalogParts.find((catalogPart) => catalogPart === slug);
  if (!part) notFound();
  const { desk, entry, versions } = await reading(ctx, async (scoped) => {
    const found = await readLawDesk(scoped);
    const own = listEntries(part, found.law, officeToday(ctx.now), found.changed).find((entry) => entry.key === key);
    const history = own?.amendable ? await listProvisionVersions(scoped, own.amendable, own.key) : [];
    return { desk: found, entry: own, versions: history };
  });
  if (!entry) notFound();
  const names = listCountries(desk.law);
  const countries = entry.countries.map((code) => names.find((label) => label.code === code)?.name ?? code);
  const mayAmend = entry.amendable !== null && may(ctx.actor, "law.write");
  return (
    <Page>
      <Breadcrumb
        items={[
          { label: t("Law"), href: "/law" },
          { label: partLabels[part], href: `/law/${part}` as Route },
        ]}
      />
      <PageHead
        title={entry.title}
        actions={
          mayAmend ? (
            <LinkButton icon="pencil" href={`/admin/law/${part}/${entry.key}` as Route}>
              {t("Bring up to date")}
            </LinkButton>
          ) : null
        }
      >
        {[entry.citation, countries.join(", ")].filter(Boolean).join(" · ")}
      </PageHead>
      <EntryChips entry={entry} />
      {entry.force?.refused ? (
        <Notice kind="overdue" icon="ban" title={t("Cannot be used")}>
          {entry.force.refused}
        </Notice>
      ) : null}
      <div className="cols cols--wide">
        <div className="stack stack--l">
          {entry.says.length > 0 ? (
            <Panel title={t("In our words")} id="words">
              <Lines lines={entry.says} />
            </Panel>
          ) : null}
          {entry.facts.length > 0 ? (
            <Panel title={t("Facts")} id="facts" className="lawfacts">
              <Facts items={entry.facts} />
            </Panel>
          ) : null}
          {entry.amendable ? <ProvisionHistory versions={versions} zone={officeZone()} /> : null}
        </div>
        <div className="stack stack--l">
          <Panel title={t("Sources")} id="sources">
            {entry.sources.length > 0 ? (
              <LawSources sources={entry.sources} />
            ) : (
              <p className="muted">{t("Each line names its own source.")}</p>
            )}
            <p className="small muted">
              {t("Last read {checkedOn}. General information, not legal advice.", {
                checkedOn: formatDate(entry.checkedOn),
              })}
            </p>
          </Panel>
          <UsePanel uses={findUses(entry, desk.law)} />
        </div>
      </div>
    </Page>
  );
}
