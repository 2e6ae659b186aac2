import "server-only";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { newestPlaybooks } from "@/lib/law/jurisdictions/rules";
import { officeCountry, officeZone } from "@/lib/law/office/rules";
import { t } from "@/lib/platform/language/translate";
import type { Finding, World } from "../types";

export function examineOrganisation({ organisations }: Pick<World, "organisations">): Finding[] {
  if (!organisations) return [["unknown", t("The organisation cannot be read: the database does not answer"), see]];
  if (organisations.length === 0)
    return [["missing", t("No organisation is set up yet"), t("Open the link that the start prints, within an hour.")]];
  return organisations.map(({ name, deskEmail }) =>
    deskEmail
      ? ["ok", t("{name} is set up, with an address that packets print", { name })]
      : [
          "look",
          t("{name} has no e-mail of its liaison desk: packets print none", { name }),
          t("Add it under Settings, “Printed in packets”."),
        ],
  );
}

/** Two, so that one who is away or lost a device leaves the organisation to itself. */
export function examineAdministrators({ organisations }: Pick<World, "organisations">): Finding[] {
  if (!organisations) return [["unknown", t("Nobody can be counted: the database does not answer"), see]];
  return organisations.flatMap(({ administrators: { all, withPasskey } }): Finding[] => [
    withPasskey > 0
      ? [
          "ok",
          t("{withPasskey, plural, one {# administrator has} other {# administrators have}} a passkey", {
            withPasskey,
          }),
        ]
      : [
          "missing",
          t("No administrator has a passkey"),
          t("Add one under Account, Security: it cannot be typed into a false page."),
        ],
    all > 1
      ? ["ok", t("{all} people administer the organisation", { all })]
      : [
          "missing",
          t("Only one person administers the organisation"),
          t("Invite a second one: nobody else can let people in, or help that person back in."),
        ],
  ]);
}

export function examineLaw({ settings }: Pick<World, "settings">): Finding[] {
  const pairs = newestPlaybooks().length;
  const { name } = officeCountry();
  if (pairs === 0) return [["fix", t("No law data was read"), t("Fix LAW_DIR, or leave it out.")]];
  return [
    [
      "ok",
      t("The law data is read: {pairs, plural, one {# pair} other {# pairs}} of countries", { pairs }),
      undefined,
      settings.LAW_DIR,
    ],
    ["ok", t("Home is {name}: dates are calculated in {zone}", { name, zone: officeZone() })],
  ];
}

/** The language that UI_LANGUAGE names: whether there is one, and how much of it is translated. */
export function examineLanguage({ settings }: Pick<World, "settings">): Finding[] {
  const code = settings.UI_LANGUAGE || "en";
  if (!existsSync(fileOf(code))) {
    const known = readdirSync(join(process.cwd(), "messages"))
      .filter((name) => name.endsWith(".json"))
      .map((name) => name.slice(0, -".json".length))
      .sort()
      .join(", ");
    return [
      [
        "fix",
        t("UI_LANGUAGE is {code}, and there is no such language", { code }),
        t("Set it to one of: {known}", { known }),
      ],
    ];
  }
  const all = Object.keys(messagesOf("en"));
  const given = messagesOf(code);
  const missing = all.filter((message) => !given[message]).length;
  if (missing === 0) return [["ok", t("Screens speak {code}; what leaves the organisation is in English", { code })]];
  return [
    [
      "look",
      t("{missing} of {all} messages are not translated into {code}: they are shown in English", {
        missing,
        all: all.length,
        code,
      }),
      t("“npm run messages -- {code}” lists them as empty.", { code }),
    ],
  ];
}

const fileOf = (code: string): string => join(process.cwd(), "messages", `${code.replaceAll(/[^\w-]/g, "")}.json`);
const messagesOf = (code: string): Record<string, string> => JSON.parse(readFileSync(fileOf(code), "utf8"));
const see = t("See what is said of the database.");
