import type { Metadata } from "next";
import { Page } from "@/app/_shell/app-shell";
import { orNotFound } from "@/app/_shell/or-not-found";
import { Breadcrumb } from "@/app/_ui/breadcrumb";
import { PageHead } from "@/app/_ui/panel";
import { requireCtx } from "@/lib/auth/sessions/session";
import { t } from "@/lib/platform/language/translate";
import { SearchPanel } from "./_components/search-form";
import { readFromEnquiry } from "./from-enquiry";

export const metadata: Metadata = { title: t("Open a case") };

export default async function SearchBeforeCreatePage({ searchParams }: PageProps<"/cases/new">) {
  const ctx = await requireCtx("case.open");
  const { enquiry: asked } = await searchParams;
  const enquiry = typeof asked === "string" ? await orNotFound(readFromEnquiry(ctx, asked)) : null;
  return (
    <Page>
      <Breadcrumb items={[{ label: t("Cases"), href: "/cases" }]} />
      <PageHead guide="search-before-you-create" title={t("Open a case")}>
        {t("First check whether we already have this person. What you type here goes on to the case.")}
      </PageHead>
      <SearchPanel enquiry={enquiry && { id: enquiry.id, typed: enquiry.typed }} />
    </Page>
  );
}
