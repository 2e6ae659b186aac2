import type { Metadata, Viewport } from "next";
import { connection } from "next/server";
import type { ReactNode } from "react";
import { browserMessages, messagesElement, pageLanguage } from "@/lib/platform/language/messages";
import { t } from "@/lib/platform/language/translate";
import "./globals.css";

export const metadata: Metadata = {
  title: { template: "%s - Crossdocket", default: t("Crossdocket") },
  robots: { index: false, follow: false },
  referrer: "same-origin",
  formatDetection: { telephone: false, email: false, address: false, date: false },
};

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f6f6f3" },
    { media: "(prefers-color-scheme: dark)", color: "#111416" },
  ],
};

/** Every page waits for its request, so that the nonce of the content security policy reaches every script. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  await connection();
  const messages = browserMessages();
  return (
    <html lang={pageLanguage()}>
      {messages === null ? null : (
        <head>
          <meta id={messagesElement} name="messages" content={JSON.stringify(messages)} />
        </head>
      )}
      <body>
        <a className="skip" href="#main">
          {t("Skip to the page")}
        </a>
        {children}
      </body>
    </html>
  );
}
