import type { Metadata } from "next";
import { Page } from "@/app/_shell/app-shell";
import { PageHead, Panel } from "@/app/_ui/panel";
import { requireCtx } from "@/lib/auth/sessions/session";
import { askedToConfirm } from "@/lib/auth/step-up/confirm-person";
import { listApiTokens } from "@/lib/integrations/api-tokens/queries";
import { lastDay } from "@/lib/integrations/api-tokens/rules";
import { reading } from "@/lib/kernel/access/query";
import { readAll } from "@/lib/kernel/access/read-all";
import { roleLabels } from "@/lib/kernel/access/roles";
import { officeToday, officeZone } from "@/lib/law/office/rules";
import { listMembers } from "@/lib/organisation/members/queries";
import { t } from "@/lib/platform/language/translate";
import { MakeForm } from "./_components/make-form";
import { TokensList } from "./_components/tokens-list";

export const metadata: Metadata = { title: t("API tokens") };

export default async function ApiTokensPage() {
  const ctx = await requireCtx("people.read");
  const { tokens, members } = await reading(ctx, (scoped) =>
    readAll({
      tokens: listApiTokens(scoped),
      members: listMembers(scoped),
    }),
  );
  const people = members
    .filter(({ role }) => role === "caseworker" || role === "supervisor")
    .map(({ id, name, role }) => ({ id, name, role: roleLabels[role] }));
  return (
    <Page>
      <PageHead title={t("API tokens")}>
        {t(
          "With a token, a program works here as one member and can do no more than they. What it may do is described at /api/v1/openapi.json.",
        )}
      </PageHead>
      <div className="cols cols--2">
        <Panel id="make" title={t("Make a token")}>
          <MakeForm
            people={people}
            confirm={await askedToConfirm(ctx, "api_token.make")}
            latest={lastDay(officeToday(ctx.now))}
          />
        </Panel>
        <Panel id="tokens" title={t("Tokens")} padded={false}>
          <TokensList tokens={tokens} zone={officeZone()} />
        </Panel>
      </div>
    </Page>
  );
}
