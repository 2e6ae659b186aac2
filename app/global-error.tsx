"use client";

import { ErrorMessage } from "./_ui/error-message";
import "./globals.css";

/** Stands in for the whole document when even the frame failed. */
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="en-ZA">
      <body>
        <title>This page could not be shown - Crossdocket</title>
        <main className="page" id="main">
          <ErrorMessage error={error} retry={retry} />
        </main>
      </body>
    </html>
  );
}
