import type { Metadata } from "next";
import { PageHead } from "@/app/_ui/panel";
import { requireCtx } from "@/lib/auth/sessions/session";
import { readGuide } from "@/lib/operations/guide/read-guide";
import { t } from "@/lib/platform/language/translate";
import { GuideContents } from "./_components/guide-contents";
import { GuideFrame } from "./guide-frame";

export const metadata: Metadata = { title: t("Help") };

/** All pages of the guide, those for the reader's own role first. */
export default async function GuidePage() {
  const ctx = await requireCtx("guide.read");
  const groups = readGuide();
  const own = groups.filter(({ reader }) => reader === ctx.actor.role);
  const others = groups.filter(({ reader }) => reader !== ctx.actor.role);
  const listed = [...own, ...others].map(({ reader, title, pages }) => ({
    reader,
    title,
    pages: pages.map(({ name, title, about, words }) => ({ name, title, about, words })),
  }));
  return (
    <GuideFrame actor={ctx.actor}>
      <PageHead title={t("Help")}>
        {t("How to do each task, step by step. What is for your role comes first.")}
      </PageHead>
      <GuideContents groups={listed} />
    </GuideFrame>
  );
}
