import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { LinkButton } from "@/app/_ui/link-button";
import { PageHead, Panel } from "@/app/_ui/panel";
import { requireCtx } from "@/lib/auth/sessions/session";
import { readGuide } from "@/lib/operations/guide/read-guide";
import { t } from "@/lib/platform/language/translate";
import { GuideText } from "../_components/guide-text";
import { GuideFrame } from "../guide-frame";

const findPage = (name: string) =>
  readGuide()
    .flatMap(({ pages }) => pages)
    .find((page) => page.name === name);

export async function generateMetadata({ params }: PageProps<"/guide/[page]">): Promise<Metadata> {
  return { title: findPage((await params).page)?.title ?? t("Help") };
}

export default async function GuideTaskPage({ params }: PageProps<"/guide/[page]">) {
  const ctx = await requireCtx("guide.read");
  const page = findPage((await params).page);
  if (!page) notFound();
  return (
    <GuideFrame actor={ctx.actor}>
      <PageHead
        title={<span lang="en">{page.title}</span>}
        actions={
          <LinkButton variant="quiet" icon="book-open" href="/guide">
            {t("All pages of the guide")}
          </LinkButton>
        }
      />
      <Panel label={page.title}>
        <GuideText blocks={page.blocks} />
      </Panel>
    </GuideFrame>
  );
}
