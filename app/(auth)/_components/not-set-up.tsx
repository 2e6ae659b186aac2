import { t } from "@/lib/platform/language/translate";
import { PlainFrame } from "./plain-frame";

/** For whoever comes before anybody has an account: where the link is with which it is set up. */
export function NotSetUp() {
  return (
    <PlainFrame layout="signin">
      <section className="stack stack--l">
        <div className="stack stack--s">
          <h1>{t("Nobody has set up Crossdocket here yet")}</h1>
          <p className="muted">{t("So nobody can sign in. Whoever started it makes the first account.")}</p>
        </div>
        <ol className="stack stack--s">
          <li>{t("Look in the terminal where it was started, or in its log: it printed a link to set it up.")}</li>
          <li>{t("Open that link within an hour. It works once.")}</li>
          <li>{t("If the link is too old or lost, stop Crossdocket and start it again: it prints a new one.")}</li>
        </ol>
      </section>
    </PlainFrame>
  );
}
