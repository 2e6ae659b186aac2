import type { Metadata, Route } from "next";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { Page } from "@/app/_shell/app-shell";
import { fits, type PaletteLine } from "@/app/_shell/palette-rules";
import { Notice } from "@/app/_ui/notice";
import { PageHead } from "@/app/_ui/panel";
import { requireCtx } from "@/lib/auth/sessions/session";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { reading } from "@/lib/kernel/access/query";
import { may } from "@/lib/kernel/access/roles";
import { officeToday } from "@/lib/law/office/rules";
import { readLaw } from "@/lib/law/provisions/queries";
import { readNavCounts } from "@/lib/oversight/my-work/read-nav-counts";
import { carryText } from "@/lib/oversight/search/carry-text";
import { findAnything } from "@/lib/oversight/search/find-anything";
import { findNewNumbers } from "@/lib/oversight/search/find-new-numbers";
import { findCases } from "@/lib/oversight/search/queries";
import { soughtCookie } from "@/lib/oversight/search/sought-cookie";
import type { Found } from "@/lib/oversight/search/types";
import { TooOften } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { actsOf } from "../acts";
import { navFor } from "../nav-for";
import { FindForm } from "./_components/find-form";
import { Hits } from "./_components/hits";
import { NewNumbers } from "./_components/new-numbers";
import { Places } from "./_components/places";
import { offerOnCases, offerPeople } from "./offers";

export const metadata: Metadata = { title: t("Search") };

/** A whole number that leads to one case goes straight there; anything else is listed with the reason. */
export default async function SearchPage({ searchParams }: PageProps<"/search">) {
  const ctx = await requireCtx("case.read");
  const { q, case: picked } = await searchParams;
  const sought = q === undefined ? carryText(ctx).open((await cookies()).get(soughtCookie().name)?.value) : null;
  const text = (sought ?? (typeof q === "string" ? q : "")).trim();
  const found = await orWait(sought === null ? findCases(ctx, text) : findAnything(ctx, text));
  const read = may(ctx.actor, "case.write") ? await findNewNumbers(ctx, text, found.hits.length > 0) : null;
  if (found.sole && !read) redirect(`/cases/${found.sole}` as Route);
  const places = await findPlaces(ctx, text);
  return (
    <Page>
      <PageHead title={t("Search")}>
        {t(
          "Type or paste anything: a number, a whole message, a case code, an account, a phone, a pseudonym, a name, words in a picture, a page, or what you want to do.",
        )}
      </PageHead>
      <FindForm text={text} isPrimary={read === null} />
      {found.wait ? <Notice kind="warning" title={found.wait} /> : null}
      {read ? (
        <NewNumbers
          key={text}
          message={text}
          found={read}
          caseId={typeof picked === "string" ? picked : ""}
          kinds={await readKinds(ctx)}
          today={officeToday(ctx.now)}
        />
      ) : null}
      {places.length > 0 ? <Places lines={places} /> : null}
      {found.wait || (found.hits.length === 0 && (read || places.length > 0)) ? null : (
        <Hits text={text} hits={found.hits} people={sought !== null} />
      )}
    </Page>
  );
}

/** Pages, acts and people, as the box over the page lists them. */
async function findPlaces(ctx: Ctx, text: string): Promise<PaletteLine[]> {
  if (text.length < 2) return [];
  const { role } = ctx.actor;
  const pages = navFor(await readNavCounts(ctx), may({ role }, "team.read")).filter(({ label }) => fits(label, text));
  const acts = actsOf(ctx.actor).filter(({ label, words }) => fits(`${label} ${words}`, text));
  return [
    ...pages.map(({ label, href }) => ({ label, href, note: t("Page") })),
    ...acts.map(({ label, href }) => ({ label, href, note: t("Start") })),
    ...(await offerOnCases(ctx, text)),
    ...(await offerPeople(ctx, text)),
  ];
}

async function readKinds(ctx: Ctx) {
  const law = await reading(ctx, readLaw);
  return law.referenceKinds.map(({ key, label }) => ({ value: key, label }));
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
