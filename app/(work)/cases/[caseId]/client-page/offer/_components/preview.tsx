"use client";

import { useContext } from "react";
import { FormContext } from "@/app/_ui/form-context";
import type { PaperText } from "@/lib/client/papers/types";
import { languageNames } from "@/lib/client/wording/types";
import { t } from "@/lib/platform/language/translate";
import type { OfferState } from "../offer-state";

/** The paper as she would read it, with the English beside it. */
export function Preview() {
  const { preview } = useContext(FormContext).state as OfferState;
  if (!preview) return null;
  const { language, text, english, unconfirmed } = preview;
  return (
    <section className="stack" aria-label={t("Preview")} aria-live="polite">
      <div className="cols cols--2">
        <Side name={languageNames[language]} language={language} text={text} />
        {language === "en" ? null : <Side name={languageNames.en} language="en" text={english} />}
      </div>
      {unconfirmed ? (
        <p className="muted">{t("This translation is not yet confirmed by a speaker. Her page says so too.")}</p>
      ) : null}
    </section>
  );
}

function Side({ name, language, text }: { name: string; language: string; text: PaperText }) {
  return (
    <article className="panel panel__body stack stack--s" aria-label={name}>
      <p className="muted">{name}</p>
      <h3 lang={language}>{text.title}</h3>
      {text.paragraphs.map((paragraph) => (
        <p key={paragraph} lang={language}>
          {paragraph}
        </p>
      ))}
    </article>
  );
}
