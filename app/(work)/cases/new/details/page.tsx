import type { Metadata } from "next";
import { cookies } from "next/headers";
import { Page } from "@/app/_shell/app-shell";
import { orNotFound } from "@/app/_shell/or-not-found";
import { Breadcrumb } from "@/app/_ui/breadcrumb";
import { PageHead } from "@/app/_ui/panel";
import { requireCtx } from "@/lib/auth/sessions/session";
import { readUsualPair } from "@/lib/casework/cases/queries";
import { readClient, suggestCodeName } from "@/lib/casework/clients/queries";
import { reading } from "@/lib/kernel/access/query";
import { readAll } from "@/lib/kernel/access/read-all";
import { emergencyLines, newestPlaybooks, pairName } from "@/lib/law/jurisdictions/rules";
import { readChoices } from "@/lib/organisation/choices/queries";
import { listCustomFields } from "@/lib/organisation/custom-fields/queries";
import { carryText } from "@/lib/oversight/search/carry-text";
import { soughtCookie } from "@/lib/oversight/search/sought-cookie";
import { newId } from "@/lib/platform/ids";
import { t } from "@/lib/platform/language/translate";
import { confidenceChoices, natureChoices, platformChoices, zoneChoices } from "../../choices";
import type { Carried } from "../carried";
import { readFromEnquiry } from "../from-enquiry";
import { OpenCaseForm } from "./_components/open-case-form";
import { enough } from "./_components/sections";

export const metadata: Metadata = { title: t("Open a case") };

export default async function OpenCasePage({ searchParams }: PageProps<"/cases/new/details">) {
  const ctx = await requireCtx("case.open");
  const { client: asked, enquiry: from } = await searchParams;
  const { client, codeName, usualPair, enquiry, ownFields, clientFields, natures } = await orNotFound(
    reading(ctx, (scoped) =>
      readAll({
        client: typeof asked === "string" ? readClient(scoped, asked) : null,
        codeName: suggestCodeName(scoped),
        usualPair: readUsualPair(scoped),
        ownFields: listCustomFields(scoped, "case"),
        natures: readChoices(scoped, ["act", "event"]),
        clientFields: typeof asked === "string" ? [] : listCustomFields(scoped, "client"),
        enquiry: typeof from === "string" ? readFromEnquiry(scoped, from) : null,
      }),
    ),
  );
  const playbooks = newestPlaybooks();
  const carried = (await cookies()).get(soughtCookie("client").name)?.value;
  const sought = client ? null : carryText(ctx, "client").open(carried);
  const typed = sought ? (JSON.parse(sought) as Carried & { enquiry?: string }) : {};
  // What was typed in the search of this enquiry is newer; another search has nothing to do with it.
  const mine: Carried = enquiry && typed.enquiry !== enquiry.id ? enquiry.typed : typed;
  return (
    <Page>
      <Breadcrumb
        items={[
          { label: t("Cases"), href: "/cases" },
          { label: t("Is this person known?"), href: "/cases/new" },
        ]}
      />
      <PageHead title={client ? t("Open a case for {pseudonym}", { pseudonym: client.pseudonym }) : t("Open a case")}>
        {ownFields.some(({ required }) => required === "opening") ? enough.own : client ? enough.known : enough.new}
      </PageHead>
      <OpenCaseForm
        formId={mine.caseId ?? newId()}
        client={client && { id: client.id, pseudonym: client.pseudonym, code: client.code, cases: client.cases.length }}
        codeName={codeName}
        typed={mine}
        enquiry={enquiry}
        platforms={platformChoices()}
        confidences={confidenceChoices()}
        natures={natureChoices(natures)}
        zones={zoneChoices(playbooks, ctx.now)}
        emergency={emergencyLines(playbooks)}
        ownFields={ownFields}
        clientFields={clientFields}
        usualPair={playbooks.find(({ pair }) => pair === enquiry?.pair)?.pair ?? usualPair}
        pairs={playbooks.map((playbook) => ({
          value: playbook.pair,
          label: pairName(playbook),
          hint: t("Playbook version {version}, pinned to the case", { version: playbook.version }),
        }))}
      />
    </Page>
  );
}
