import { t } from "@/lib/platform/language/translate";

type Props = { formId: string; mapping: number; pages: number };

/** The form as it is with a case that does not exist. An addendum comes behind it. */
export function PreviewPages({ formId, mapping, pages }: Props) {
  return (
    <>
      <p className="muted read">
        {t(
          "Nothing of a real case is on it. What is too long for its place ends with “see addendum” and goes on behind the form.",
        )}
      </p>
      {Array.from({ length: pages }, (_, at) => (
        <img
          key={`${mapping}-${at + 1}`}
          className="formpage"
          loading="lazy"
          src={`/api/forms/${formId}/pages/${at + 1}?invented&mapping=${mapping}`}
          alt={t("Page {page} of the form with an invented case", { page: at + 1 })}
        />
      ))}
    </>
  );
}
