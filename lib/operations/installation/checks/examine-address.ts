import "server-only";
import { existsSync } from "node:fs";
import { t } from "@/lib/platform/language/translate";
import { isServedSafely } from "@/lib/platform/network/origin-policy";
import { openWays } from "@/lib/platform/network/tls-policy";
import type { Finding, World } from "../types";

/**
 * Which ways out and in somebody could listen on, and whether addresses of people are counted rightly. No address and
 * no password is shown.
 */
export const examineAddress = ({ settings }: Pick<World, "settings">): Finding[] => [
  ...outwards(settings),
  ...inwards(settings),
];

function outwards(settings: World["settings"]): Finding[] {
  const open = openWays(settings).map(
    ({ setting, host, why }): Finding => [
      "fix",
      t("{setting} leads to {host} without protection, and it will not start: {why}", { setting, host, why }),
      t("Fix the address, or name the host in PLAIN_HOSTS if nobody else is on the way to it."),
    ],
  );
  const { PLAIN_HOSTS: plain } = settings;
  const named: Finding[] = plain
    ? [
        [
          "look",
          t("Nobody checks who answers at {plain} (PLAIN_HOSTS)", { plain }),
          t("Only for a network that nobody else is on."),
        ],
      ]
    : [];
  const missing = ["DATABASE_CA_FILE", "TRUSTED_CA_FILE"]
    .filter((name) => settings[name] && !existsSync(settings[name]))
    .map(
      (name): Finding => [
        "fix",
        t("The file that {name} names is not there", { name }),
        t("It must be the authority as PEM."),
        settings[name] ?? "",
      ],
    );
  return [...open, ...named, ...missing];
}

/** The number of proxies in front cannot be detected here; odd settings can. */
function inwards({ APP_ORIGIN: given, TRUSTED_HOPS: hops = "0" }: World["settings"]): Finding[] {
  const origin = given || "http://localhost:3000";
  if (!URL.canParse(origin)) return [["fix", t("APP_ORIGIN is no address"), t("Write it like https://cases.example")]];
  if (!isServedSafely({ APP_ORIGIN: origin }))
    return [["fix", t("Passwords would travel unprotected: APP_ORIGIN is http"), t("Put a proxy with TLS in front.")]];
  const proxied = origin.startsWith("https:");
  const address: Finding = proxied
    ? ["ok", t("People open {origin}, and the way there is encrypted", { origin })]
    : [
        "look",
        t("Only this machine can open {origin}", { origin }),
        t("Before others use it, put a proxy with TLS in front and set APP_ORIGIN to its https address."),
      ];
  if (proxied && hops === "0")
    return [
      address,
      [
        "look",
        t("A proxy stands in front, and TRUSTED_HOPS is 0: all tries of passwords count as from one network or none"),
        t("Set TRUSTED_HOPS to the number of your own proxies, which write X-Forwarded-For anew."),
      ],
    ];
  if (!proxied && hops !== "0")
    return [
      address,
      [
        "look",
        t("No proxy stands in front, and TRUSTED_HOPS is {hops}: whoever asks may say where they come from", { hops }),
        t("Leave TRUSTED_HOPS out."),
      ],
    ];
  return [
    address,
    ["ok", proxied ? t("Addresses are believed from {hops} proxies", { hops }) : t("No proxy is trusted")],
  ];
}
