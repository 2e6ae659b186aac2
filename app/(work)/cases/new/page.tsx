import type { Metadata } from "next";
import { Page } from "@/app/_shell/app-shell";
import { Breadcrumb } from "@/app/_ui/breadcrumb";
import { TextField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { PageHead, Panel } from "@/app/_ui/panel";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { requireCtx } from "@/lib/auth/sessions/session";
import { t } from "@/lib/platform/language/translate";
import { SearchResults } from "./_components/search-results";
import { searchAction } from "./actions";

export const metadata: Metadata = { title: t("Open a case") };

export default async function SearchBeforeCreatePage() {
  await requireCtx("case.open");
  return (
    <Page>
      <Breadcrumb items={[{ label: t("Cases"), href: "/cases" }]} />
      <PageHead title={t("Open a case")}>
        {t("First check whether we already have this person. What you type here goes on to the case.")}
      </PageHead>
      <ActionForm action={searchAction} label={t("Is this person known?")} guard={false}>
        <Panel title={t("Is this person known?")} id="search">
          <p className="muted">
            {t(
              "Fill in what you have; one is enough. Names are found by sound too. We log that you searched, but not what you typed.",
            )}
          </p>
          <div className="cols cols--2">
            <TextField name="name" label={t("Name")} hint={t("Any spelling")} autoFocus optional />
            <TextField
              name="phone"
              label={t("Phone")}
              hint={t("For example +27 82 000 0000")}
              inputMode="tel"
              optional
            />
            <TextField name="email" label={t("E-mail")} inputMode="email" optional />
            <TextField name="identityNumber" label={t("Identity number")} optional />
            <TextField
              name="handle"
              label={t("Handle of the account that contacts the client")}
              hint={t("As it is shown, with the @")}
              optional
            />
            <TextField
              name="number"
              label={t("A number from police, a court or a platform")}
              hint={t("For example: CAS 123/4/2026")}
              optional
            />
          </div>
          <SubmitFoot pendingText={t("Searching")} icon="search">
            {t("Search clients")}
          </SubmitFoot>
        </Panel>
        <SearchResults />
      </ActionForm>
    </Page>
  );
}
