"use client";

import type { Route } from "next";
import { useState } from "react";
import { EmptyState } from "@/app/_ui/empty-state";
import { TextField } from "@/app/_ui/field";
import { PageLink } from "@/app/_ui/page-link";
import { Panel } from "@/app/_ui/panel";
import { t } from "@/lib/platform/language/translate";
import { plural } from "@/lib/platform/text/amounts";

type Listed = { name: string; title: string; about: string; words: string };
type Group = { reader: string; title: string; pages: readonly Listed[] };

/** The contents, narrowed while somebody types. What is typed stays in the page: it may name a person. */
export function GuideContents({ groups }: { groups: readonly Group[] }) {
  const [asked, setAsked] = useState("");
  const words = asked.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = (page: Listed) => words.every((word) => page.words.toLowerCase().includes(word));
  const shown = groups
    .map((group) => ({ ...group, pages: group.pages.filter(fits) }))
    .filter(({ pages }) => pages.length > 0);
  return (
    <div className="stack stack--l">
      <TextField
        name="guide"
        label={t("Find in the guide")}
        hint={t("One or more words, such as refusal or backup")}
        autoComplete="off"
        maxLength={80}
        onChange={(event) => setAsked(event.currentTarget.value)}
      />
      <p className="vh" role="status">
        {asked ? plural(shown.flatMap(({ pages }) => pages).length, "page") : ""}
      </p>
      <div className="stack stack--l">
        {shown.map(({ reader, title, pages }) => (
          <Panel key={reader} id={`guide-${reader}`} title={title} padded={false}>
            <div className="items" lang="en">
              {pages.map((page) => (
                <PageLink className="item" key={page.name} href={`/guide/${page.name}` as Route}>
                  <span className="item__title">{page.title}</span>
                  <span className="item__why">{page.about}</span>
                </PageLink>
              ))}
            </div>
          </Panel>
        ))}
        {shown.length === 0 ? (
          <EmptyState icon="book-open" title={t("No page has these words")}>
            {t("Use fewer words, or other words for the same thing.")}
          </EmptyState>
        ) : null}
      </div>
    </div>
  );
}
