import type { Metadata, Route } from "next";
import { Page } from "@/app/_shell/app-shell";
import { orNotFound } from "@/app/_shell/or-not-found";
import { Breadcrumb } from "@/app/_ui/breadcrumb";
import { RecordVersions } from "@/app/_ui/clash";
import { Notice } from "@/app/_ui/notice";
import { PageLink } from "@/app/_ui/page-link";
import { PageHead, Panel } from "@/app/_ui/panel";
import { rich } from "@/app/_ui/rich";
import { StandingChip } from "@/app/(work)/_components/standing-chip";
import { requireCtx } from "@/lib/auth/sessions/session";
import { reading } from "@/lib/kernel/access/query";
import { readRecordVersions } from "@/lib/kernel/access/record-versions";
import { may } from "@/lib/kernel/access/roles";
import { officeToday, officeZone } from "@/lib/law/office/rules";
import { bodyKindLabels } from "@/lib/organisation/bodies/labels";
import { listBodyCountries, offerBodies, readBody } from "@/lib/organisation/bodies/queries";
import { lawKeyOf } from "@/lib/organisation/bodies/rules";
import { regionName } from "@/lib/platform/language/formats";
import { t } from "@/lib/platform/language/translate";
import { BodyActs } from "../_components/body-acts";
import { BodyFacts } from "../_components/body-facts";
import { BodyHistory } from "../_components/body-history";

export const metadata: Metadata = { title: t("Station or court") };

export default async function BodyPage({ params }: PageProps<"/bodies/[bodyRef]">) {
  const ctx = await requireCtx("directory.read");
  const { bodyRef } = await params;
  const keeps = may(ctx.actor, "directory.write");
  const { body, countries, others } = await orNotFound(
    reading(ctx, async (scoped) => {
      const found = await readBody(scoped, bodyRef);
      const others = keeps ? await offerBodies(scoped, { countries: [found.country], kinds: [found.kind] }) : [];
      return { body: found, countries: await listBodyCountries(scoped), others };
    }),
  );
  const record = lawKeyOf(body.ref) === null ? [body.ref] : [];
  const versions = await readRecordVersions(ctx, record);
  return (
    <Page>
      <Breadcrumb items={[{ label: t("Stations and courts"), href: "/bodies" }]} />
      <PageHead title={body.name}>
        {[bodyKindLabels[body.kind], body.area, regionName(body.country)].filter(Boolean).join(", ")}
      </PageHead>
      {body.standing === "retired" ? (
        <Notice kind="info" title={t("Out of use")}>
          {body.mergedInto
            ? rich("This is the same as <link>{name}</link>.", {
                name: body.mergedInto.name,
                link: (words) => <PageLink href={`/bodies/${body.mergedInto?.ref}` as Route}>{words}</PageLink>,
              })
            : t("No form proposes it any more. Records that name it stay.")}
        </Notice>
      ) : null}
      <RecordVersions versions={versions} zone={officeZone()}>
        <div className="cols cols--wide">
          <div className="stack stack--l">
            <Panel title={t("Contact")} id="contact" end={<StandingChip standing={body.standing} />}>
              <BodyFacts body={body} />
            </Panel>
            <BodyHistory history={body.history} zone={officeZone()} />
          </div>
          <div className="stack stack--l">
            <BodyActs
              body={body}
              others={others.filter(({ ref }) => ref !== body.ref)}
              countries={countries}
              keeps={keeps}
              today={officeToday(ctx.now)}
            />
          </div>
        </div>
      </RecordVersions>
    </Page>
  );
}
