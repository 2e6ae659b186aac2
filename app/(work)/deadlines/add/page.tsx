import type { Metadata, Route } from "next";
import { Page } from "@/app/_shell/app-shell";
import { EmptyState } from "@/app/_ui/empty-state";
import { Icon } from "@/app/_ui/icon";
import { Items } from "@/app/_ui/items";
import { PageHead, Panel } from "@/app/_ui/panel";
import { SeekForm } from "@/app/_ui/seek-form";
import { openTyped } from "@/app/(work)/typed-query";
import { requireCtx } from "@/lib/auth/sessions/session";
import { findOpenCases } from "@/lib/escalation/reminders/queries";
import { t } from "@/lib/platform/language/translate";
import { seekCaseAction } from "./actions";

export const metadata: Metadata = { title: t("Add a date") };

export default async function AddDatePage({ searchParams }: PageProps<"/deadlines/add">) {
  const ctx = await requireCtx("case.write");
  const { q } = await searchParams;
  const typed = typeof q === "string" ? await openTyped(ctx, q) : "";
  const text = (typed ?? "").replaceAll("\u0000", "").slice(0, 80);
  const found = await findOpenCases(ctx, text);
  return (
    <Page>
      <PageHead title={t("Add a date")}>{t("A date belongs to a case. Choose the case first.")}</PageHead>
      <SeekForm action={seekCaseAction} className="listsearch">
        <label className="vh" htmlFor="case-text">
          {t("Find a case by its code name or number")}
        </label>
        <Icon name="search" />
        <input
          className="input"
          id="case-text"
          name="q"
          type="search"
          defaultValue={text}
          placeholder={t("Code name or case number")}
          autoComplete="off"
        />
      </SeekForm>
      <Panel label={t("Open cases")} padded={false}>
        {found.length > 0 ? (
          <Items
            items={found.map((openCase) => ({
              key: openCase.id,
              href: `/cases/${openCase.id}/deadlines` as Route,
              title: openCase.pseudonym,
              why: openCase.code,
            }))}
          />
        ) : (
          <EmptyState icon="folder" title={t("No open case found")} level={2}>
            {text ? t("Try another word of its code name, or the number alone.") : t("You have no open cases yet.")}
          </EmptyState>
        )}
      </Panel>
    </Page>
  );
}
