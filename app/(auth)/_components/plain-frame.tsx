import type { ReactNode } from "react";
import { Brand } from "@/app/_ui/brand";
import { emergencyLines, newestPlaybooks } from "@/lib/law/jurisdictions/rules";
import { t } from "@/lib/platform/language/translate";

/** The frame of pages for people who are not signed in. `layout` "signin" lays two columns side by side on a desk. */
export function PlainFrame({ layout = "page", children }: { layout?: "signin" | "page"; children: ReactNode }) {
  return (
    <div className="plain">
      <header className="plain__top">
        <Brand href="/" />
      </header>
      <main className={layout} id="main" tabIndex={-1}>
        {children}
      </main>
      <footer className="plain__foot">
        <span>
          {t("In danger now? Phone first. {emergencyLines}", { emergencyLines: emergencyLines(newestPlaybooks()) })}
        </span>
      </footer>
    </div>
  );
}
