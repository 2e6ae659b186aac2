import type { Metadata } from "next";
import { Page } from "@/app/_shell/app-shell";
import { LinkButton } from "@/app/_ui/link-button";
import { PageHead, Panel } from "@/app/_ui/panel";
import { requireCtx } from "@/lib/auth/sessions/session";
import { askedToConfirm } from "@/lib/auth/step-up/confirm-person";
import { roleLabels } from "@/lib/kernel/access/roles";
import { officeZone } from "@/lib/law/office/rules";
import { renewalWaits } from "@/lib/organisation/access-changes/labels";
import { listRolesThatWait, readFounding } from "@/lib/organisation/access-changes/queries";
import { listGrants } from "@/lib/organisation/grants/queries";
import { listMembers } from "@/lib/organisation/members/queries";
import { t } from "@/lib/platform/language/translate";
import { EndAll } from "./_components/end-all";
import { MembersTable } from "./_components/members-table";
import { OwnApproval } from "./_components/own-approval";
import { WaitingRoles } from "./_components/waiting-roles";

export const metadata: Metadata = { title: t("People") };

export default async function MembersPage() {
  const ctx = await requireCtx("people.read");
  const people = await listMembers(ctx);
  const grants = await listGrants(ctx);
  const waiting = await listRolesThatWait(ctx);
  const waits = (await readFounding(ctx)) ? null : renewalWaits;
  const confirm = await askedToConfirm(ctx, "member.change_role");
  const confirmEnd = await askedToConfirm(ctx, "session.end_theirs");
  return (
    <Page>
      <PageHead
        guide="invite-people"
        title={t("People")}
        actions={
          <LinkButton variant="primary" icon="user-plus" href="/admin/invitations">
            {t("Invite a person")}
          </LinkButton>
        }
      >
        {t("Everyone who can sign in. A change takes effect on their next click.")}
      </PageHead>
      <Panel label={t("People")} padded={false}>
        <MembersTable
          people={people}
          me={ctx.actor.memberId ?? ""}
          zone={officeZone()}
          roleWords={roleLabels}
          confirm={confirm}
          confirmEnd={confirmEnd}
          waits={waits}
        />
      </Panel>
      <WaitingRoles waiting={waiting} roleWords={roleLabels} zone={officeZone()} />
      <OwnApproval
        supervisors={people.filter((person) => person.role === "supervisor" && person.id !== ctx.actor.memberId)}
        grants={grants}
        confirm={confirm}
        zone={officeZone()}
      />
      <EndAll confirm={confirmEnd} />
    </Page>
  );
}
