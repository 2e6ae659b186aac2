import type { ReactNode } from "react";
import { t } from "@/lib/platform/language/translate";
import { Chip } from "./chip";

type QuestionProps = {
  id: string;
  title: ReactNode;
  state: "open" | "answered";
  /** Who asked, and about which part. */
  about: ReactNode;
  /** Machine instant, and how it reads with its zone. */
  at: string;
  when: ReactNode;
  words: string;
  /** The answer, or what is to be done. */
  children?: ReactNode;
};

/** One question in its own frame, which a link from elsewhere can lead to. */
export function Question({ id, title, state, about, at, when, words, children }: QuestionProps) {
  return (
    <article className="question" id={id} aria-labelledby={`${id}-title`}>
      <div className="question__head">
        <h3 id={`${id}-title`}>{title}</h3>
        {state === "open" ? (
          <Chip kind="warning" icon="circle-help">
            {t("Open")}
          </Chip>
        ) : (
          <Chip kind="done">{t("Answered")}</Chip>
        )}
      </div>
      <p className="small muted">
        {about}
        {about ? <br /> : null}
        <time dateTime={at}>{when}</time>
      </p>
      <p className="event__words">{words}</p>
      {children}
    </article>
  );
}
