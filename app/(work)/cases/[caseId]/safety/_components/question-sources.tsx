import { Disclosure } from "@/app/_ui/disclosure";
import { LawSources } from "@/app/(work)/_components/law-sources";
import type { LegalSource } from "@/lib/law/jurisdictions/types";
import { t } from "@/lib/platform/language/translate";

type Props = { items: readonly { key: string; text: string; sources: readonly LegalSource[] }[] };

/** Where each question or item comes from, folded away. */
export function QuestionSources({ items }: Props) {
  return (
    <Disclosure label={t("Sources")}>
      <div className="stack">
        {items.map(({ key, text, sources }) => (
          <div className="stack stack--s" key={key}>
            <p>{text}</p>
            <LawSources sources={sources} />
          </div>
        ))}
      </div>
    </Disclosure>
  );
}
