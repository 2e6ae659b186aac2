import type { Metadata } from "next";
import { Page } from "@/app/_shell/app-shell";
import { PageHead, Panel } from "@/app/_ui/panel";
import { requireCtx } from "@/lib/auth/sessions/session";
import { askedToConfirm } from "@/lib/auth/step-up/confirm-person";
import { reading } from "@/lib/kernel/access/query";
import { readAll } from "@/lib/kernel/access/read-all";
import { roleLabels } from "@/lib/kernel/access/roles";
import { officeZone } from "@/lib/law/office/rules";
import { foundingWords, inviteWaits } from "@/lib/organisation/access-changes/labels";
import { readFounding } from "@/lib/organisation/access-changes/queries";
import { listOpenInvitations } from "@/lib/organisation/members/queries";
import { listCustomRoles } from "@/lib/organisation/roles/queries";
import { t } from "@/lib/platform/language/translate";
import { InvitationsTable } from "./_components/invitations-table";
import { InviteForm } from "./_components/invite-form";

export const metadata: Metadata = { title: t("Invitations") };

export default async function InvitationsPage() {
  const ctx = await requireCtx("people.read");
  const { open, founding, roles } = await reading(ctx, (scoped) =>
    readAll({
      open: listOpenInvitations(scoped),
      founding: readFounding(scoped),
      roles: listCustomRoles(scoped),
    }),
  );
  const rows = open.map((row) => ({ ...row, role: roleLabels[row.role], expired: row.expiresAt <= ctx.now }));
  const own = roles.map(({ id, name, role }) => ({ value: id, label: `${name} (${roleLabels[role]})` }));
  return (
    <Page>
      <PageHead guide="invite-people" title={t("Invitations")}>
        {t("People can join by invitation only. A link works once, for 72 hours, for one person. {value}", {
          value: founding ? foundingWords : null,
        })}
      </PageHead>
      <div className="cols cols--2">
        <Panel id="invite" title={t("Invite a person")}>
          <InviteForm
            own={own}
            confirm={await askedToConfirm(ctx, "member.invite")}
            waits={founding ? null : inviteWaits}
          />
        </Panel>
        <Panel id="open" title={t("Not used yet")} padded={false}>
          <InvitationsTable rows={rows} zone={officeZone()} />
        </Panel>
      </div>
    </Page>
  );
}
