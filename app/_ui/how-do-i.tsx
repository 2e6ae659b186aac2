import type { Route } from "next";
import { t } from "@/lib/platform/language/translate";
import { LinkButton } from "./link-button";

/** Leads from a page to the page of the guide that fits. `guide` is the name of its file in docs/guide, without ending. */
export function HowDoI({ guide }: { guide: string }) {
  return (
    <LinkButton variant="quiet" icon="circle-help" href={`/guide/${guide}` as Route}>
      {t("How do I …?")}
    </LinkButton>
  );
}
