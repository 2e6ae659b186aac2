import type { Metadata } from "next";
import { Page } from "@/app/_shell/app-shell";
import { RecordVersions } from "@/app/_ui/clash";
import { Facts, PageHead, Panel } from "@/app/_ui/panel";
import { requireCtx } from "@/lib/auth/sessions/session";
import { readRecordVersions } from "@/lib/kernel/access/record-versions";
import { sourceNote } from "@/lib/law/jurisdictions/labels";
import { officeZone } from "@/lib/law/office/rules";
import { readOrganisation } from "@/lib/organisation/members/queries";
import { formatDate } from "@/lib/platform/text/format";
import { civilDate } from "@/lib/platform/time/clock";
import { keepingLaw } from "@/lib/privacy/retention/labels";
import { readKeeping } from "@/lib/privacy/retention/queries";
import { DeskForm } from "./_components/desk-form";
import { KeepingForm } from "./_components/keeping-form";

export const metadata: Metadata = { title: "Settings" };

export default async function SettingsPage() {
  const ctx = await requireCtx("people.read");
  const organisation = await readOrganisation(ctx);
  const versions = { desk: (await readRecordVersions(ctx, [ctx.orgId]))[ctx.orgId] ?? 0 };
  const created = organisation ? formatDate(civilDate(organisation.createdAt, officeZone())) : "Not recorded";
  return (
    <Page>
      <PageHead title="Settings">What the organisation is called here and on paper.</PageHead>
      <Panel id="desk" title="Printed in packets">
        <p className="read muted">Packets drafted from now on carry these. Earlier ones stay as they were made.</p>
        <RecordVersions versions={versions} zone={officeZone()}>
          <DeskForm record="desk" desk={organisation ?? { name: ctx.orgName, deskEmail: null, deskPhone: null }} />
        </RecordVersions>
      </Panel>
      <Panel id="keeping" title="How long cases are kept">
        <p className="read muted">
          Supervisors are shown a closed case when its day comes, and decide. Nothing is erased by itself.{" "}
          {keepingLaw.text} {sourceNote(keepingLaw)}
        </p>
        <KeepingForm keeping={await readKeeping(ctx)} />
      </Panel>
      <Panel id="organisation" title="Organisation">
        <Facts
          items={[
            { name: "Case codes begin with", value: organisation?.codePrefix ?? "Not recorded" },
            { name: "Set up on", value: created },
            { name: "Dates are calculated in", value: officeZone() },
          ]}
        />
      </Panel>
    </Page>
  );
}
