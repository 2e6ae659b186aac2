import type { Metadata } from "next";
import { PageHead } from "@/app/_ui/panel";
import { FormPieces } from "./_components/form-pieces";
import { FramePieces } from "./_components/frame-pieces";
import { ListPieces } from "./_components/list-pieces";
import { MarkPieces } from "./_components/mark-pieces";
import { ThemeSwitch } from "./_components/theme-switch";

export const metadata: Metadata = { title: "Gallery" };

/**
 * Every piece of app/_ui in its states, for who draws a page. `page.dev.tsx` is a page under `npm run dev` alone
 * (next.config.ts): a production build does not know this address.
 */
export default function GalleryPage() {
  return (
    <main className="page" id="main">
      <PageHead title="Gallery" actions={<ThemeSwitch />}>
        Every piece of app/_ui in its states. Nothing here is kept or sent.
      </PageHead>
      <MarkPieces />
      <FramePieces />
      <ListPieces />
      <FormPieces />
    </main>
  );
}
