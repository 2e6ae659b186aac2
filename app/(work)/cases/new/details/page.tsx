import type { Metadata } from "next";
import { cookies } from "next/headers";
import { Page } from "@/app/_shell/app-shell";
import { orNotFound } from "@/app/_shell/or-not-found";
import { Breadcrumb } from "@/app/_ui/breadcrumb";
import { PageHead } from "@/app/_ui/panel";
import { requireCtx } from "@/lib/auth/sessions/session";
import { readClient } from "@/lib/casework/clients/queries";
import { emergencyLines, newestPlaybooks, pairName } from "@/lib/law/jurisdictions/rules";
import { carryText } from "@/lib/oversight/search/carry-text";
import { soughtCookie } from "@/lib/oversight/search/sought-cookie";
import { newId } from "@/lib/platform/ids";
import { t } from "@/lib/platform/language/translate";
import { confidenceChoices, natureChoices, platformChoices, zoneChoices } from "../../choices";
import type { TypedClient } from "./_components/client-fields";
import { OpenCaseForm } from "./_components/open-case-form";
import { enough } from "./_components/sections";

export const metadata: Metadata = { title: t("Open a case") };

export default async function OpenCasePage({ searchParams }: PageProps<"/cases/new/details">) {
  const ctx = await requireCtx("case.open");
  const { client: asked } = await searchParams;
  const client = typeof asked === "string" ? await orNotFound(readClient(ctx, asked)) : null;
  const playbooks = newestPlaybooks();
  const carried = (await cookies()).get(soughtCookie("client").name)?.value;
  const typed = client ? null : carryText(ctx, "client").open(carried);
  return (
    <Page>
      <Breadcrumb
        items={[
          { label: t("Cases"), href: "/cases" },
          { label: t("Is this person known?"), href: "/cases/new" },
        ]}
      />
      <PageHead title={client ? t("Open a case for {pseudonym}", { pseudonym: client.pseudonym }) : t("Open a case")}>
        {t("Step 2 of 2. {value}", { value: client ? enough.known : enough.new })}
      </PageHead>
      <OpenCaseForm
        formId={newId()}
        client={client && { id: client.id, pseudonym: client.pseudonym, code: client.code, cases: client.cases.length }}
        typed={typed ? (JSON.parse(typed) as TypedClient) : {}}
        platforms={platformChoices()}
        confidences={confidenceChoices()}
        natures={natureChoices()}
        zones={zoneChoices(playbooks, ctx.now)}
        emergency={emergencyLines(playbooks)}
        pairs={playbooks.map((playbook) => ({
          value: playbook.pair,
          label: pairName(playbook),
          hint: t("Playbook version {version}, pinned to the case", { version: playbook.version }),
        }))}
      />
    </Page>
  );
}
