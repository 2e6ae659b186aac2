import type { Metadata } from "next";

export const metadata: Metadata = { title: { absolute: "Blank page" } };

/** Where "Quick exit" ends: nothing here says what was open before. */
export default function AwayPage() {
  return <main id="main" className="away" tabIndex={-1} />;
}
