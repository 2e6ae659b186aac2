import type { Route } from "next";
import { PageLink } from "@/app/_ui/page-link";
import { t } from "@/lib/platform/language/translate";

const codes = /[A-Z]{2,6}-\d{2}-[0-9a-f]{3,6}\b/g;

/** Links to the cases whose codes a sentence names; the search goes straight to each. */
export function CaseCodes({ text }: { text: string | undefined }) {
  const named = [...new Set(text?.match(codes) ?? [])];
  if (named.length === 0) return null;
  return (
    <p className="row">
      {named.map((code) => (
        <PageLink key={code} href={`/search?q=${code}` as Route} target="_blank">
          {t("Open {code} beside this", { code })}
        </PageLink>
      ))}
    </p>
  );
}
