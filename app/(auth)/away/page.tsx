import type { Metadata } from "next";
import { t } from "@/lib/platform/language/translate";

export const metadata: Metadata = { title: { absolute: t("Blank page") } };

/** Where "Quick exit" ends: nothing here says what was open before. */
export default function AwayPage() {
  return <main id="main" className="away" tabIndex={-1} />;
}
