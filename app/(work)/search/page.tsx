import type { Metadata, Route } from "next";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { Page } from "@/app/_shell/app-shell";
import { Notice } from "@/app/_ui/notice";
import { PageHead } from "@/app/_ui/panel";
import { requireCtx } from "@/lib/auth/sessions/session";
import { carryText } from "@/lib/oversight/search/carry-text";
import { findAnything } from "@/lib/oversight/search/find-anything";
import { findCases } from "@/lib/oversight/search/queries";
import { soughtCookie } from "@/lib/oversight/search/sought-cookie";
import type { Found } from "@/lib/oversight/search/types";
import { TooOften } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { FindForm } from "./_components/find-form";
import { Hits } from "./_components/hits";

export const metadata: Metadata = { title: t("Find") };

/** A whole number that leads to one case goes straight there; anything else is listed with the reason. */
export default async function SearchPage({ searchParams }: PageProps<"/search">) {
  const ctx = await requireCtx("case.read");
  const { q } = await searchParams;
  const sought = q === undefined ? carryText(ctx).open((await cookies()).get(soughtCookie().name)?.value) : null;
  const text = (sought ?? (typeof q === "string" ? q : "")).trim();
  const found = await orWait(sought === null ? findCases(ctx, text) : findAnything(ctx, text));
  if (found.sole) redirect(`/cases/${found.sole}` as Route);
  return (
    <Page>
      <PageHead title={t("Find anything")}>
        {t(
          "Type or paste anything: a number, a whole message, a case code, an account, a phone, a pseudonym, a name or words in a picture.",
        )}
      </PageHead>
      <FindForm text={text}>
        {found.wait ? (
          <Notice kind="warning" title={found.wait} />
        ) : (
          <Hits text={text} hits={found.hits} people={sought !== null} />
        )}
      </FindForm>
    </Page>
  );
}

/** Who searched too often reads when to try again, on the page with what they typed. */
async function orWait(finding: Promise<Found>): Promise<Found & { wait?: string }> {
  try {
    return await finding;
  } catch (error) {
    if (error instanceof TooOften) return { hits: [], sole: undefined, wait: error.message };
    throw error;
  }
}
