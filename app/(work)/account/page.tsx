import type { Metadata } from "next";
import { Page } from "@/app/_shell/app-shell";
import { Button } from "@/app/_ui/button";
import { Facts, PageHead, Panel } from "@/app/_ui/panel";
import { signOutAction } from "@/app/(auth)/sign-out/actions";
import { roleLabels } from "@/lib/access/roles";
import { requireCtx } from "@/lib/auth/session";
import { readMe } from "@/lib/organisations/queries";
import { civilDate } from "@/lib/platform/clock";
import { formatDate } from "@/lib/platform/format";
import { officeZone } from "@/lib/work/rules";

export const metadata: Metadata = { title: "Your account" };

export default async function AccountPage() {
  const ctx = await requireCtx("case.read");
  const me = await readMe(ctx);
  return (
    <Page>
      <PageHead title="Your account">{ctx.orgName}</PageHead>
      <Panel id="you" title="You">
        <Facts
          items={[
            { name: "Name", value: ctx.actor.name },
            { name: "Work e-mail", value: me?.email ?? "Not recorded" },
            { name: "Role", value: me ? roleLabels[me.role] : "Not recorded" },
            { name: "Code in packets", value: me?.code ?? "Not yet issued" },
            { name: "Joined", value: me ? formatDate(civilDate(me.joinedAt, officeZone())) : "Not recorded" },
          ]}
        />
      </Panel>
      <Panel id="sign-in" title="Signing in">
        <p className="read">
          You are signed out after 30 minutes without use, and after 12 hours in any case. If you forgot your password
          or somebody else may know it, ask an administrator for a new sign-in link.
        </p>
        <form action={signOutAction}>
          <Button type="submit" icon="log-out">
            Sign out
          </Button>
        </form>
      </Panel>
    </Page>
  );
}
