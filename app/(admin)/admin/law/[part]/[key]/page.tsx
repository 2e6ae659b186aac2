import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { Page } from "@/app/_shell/app-shell";
import { Breadcrumb } from "@/app/_ui/breadcrumb";
import { LinkButton } from "@/app/_ui/link-button";
import { PageHead, Panel } from "@/app/_ui/panel";
import { LawSources } from "@/app/(work)/_components/law-sources";
import { ProvisionHistory } from "@/app/(work)/_components/provision-history";
import { requireCtx } from "@/lib/auth/sessions/session";
import { reading } from "@/lib/kernel/access/query";
import { readAll } from "@/lib/kernel/access/read-all";
import { officeToday, officeZone } from "@/lib/law/office/rules";
import { amendableOf, partLabels } from "@/lib/law/provisions/labels";
import { listProvisionVersions, readLawDesk } from "@/lib/law/provisions/queries";
import { findProvision } from "@/lib/law/provisions/rules";
import { catalogParts, type Provision } from "@/lib/law/provisions/types";
import { t } from "@/lib/platform/language/translate";
import { AmendForm } from "./_components/amend-form";
import { ConfirmForm, WithdrawForm } from "./_components/small-forms";

export const metadata: Metadata = { title: t("Legal information") };

export default async function AmendLawPage({ params }: PageProps<"/admin/law/[part]/[key]">) {
  const ctx = await requireCtx("law.write");
  const { part: slug, key } = await params;
  const part = catalogParts.find((catalogPart) => catalogPart === slug);
  const amendable = part && amendableOf[part];
  if (!part || !amendable) notFound();
  const { provision, versions } = await reading(ctx, (scoped) =>
    readAll({
      provision: readLawDesk(scoped).then((read) => findProvision(amendable, key, read.law)),
      versions: listProvisionVersions(scoped, amendable, key),
    }),
  );
  if (!provision) notFound();
  const seen = versions[0]?.version ?? 0;
  const changed = versions[0] !== undefined && versions[0].change.withdrawn !== true;
  const frame = { provision, seen, today: officeToday(ctx.now) };
  return (
    <Page>
      <Breadcrumb items={[{ label: t("Legal information"), href: "/admin/law" }]} />
      <PageHead
        title={nameOf(provision)}
        actions={
          <LinkButton icon="scale" href={`/law/${part}/${key}` as Route}>
            {t("As everybody sees it")}
          </LinkButton>
        }
      >
        {partLabels[part]}
      </PageHead>
      <div className="cols cols--wide">
        <Panel title={t("Bring up to date")} id="amend">
          <AmendForm {...frame} />
        </Panel>
        <div className="stack stack--l">
          <Panel title={t("Checked again, the same law")} id="confirm">
            <ConfirmForm {...frame} />
          </Panel>
          <ProvisionHistory versions={versions} zone={officeZone()} />
          {changed ? (
            <Panel title={t("Undo the changes")} id="withdraw">
              <WithdrawForm {...frame} />
            </Panel>
          ) : null}
          <Panel title={t("Sources now shown")} id="sources">
            <LawSources sources={provision.sources} />
          </Panel>
        </div>
      </div>
    </Page>
  );
}

function nameOf(provision: Provision): string {
  return "name" in provision.data ? provision.data.name : provision.data.title;
}
