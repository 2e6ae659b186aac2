import { sql } from "drizzle-orm";
import { ask } from "@/db/client";
import { proveAfresh } from "@/lib/auth/sessions/renew-token";
import { owner } from "./db";
import { giveApp, givePasskey, sessionBy } from "./factors";
import type { SessionName } from "./model/who-may";
import type { Person } from "./org";

type Ways = {
  /** Of a password that the person gets, since some ceremonies ask whether there is one. */
  passwordHash: string;
  /** Called when the session is open and proved, before its screen is hidden. */
  beforeCover?: (token: Buffer) => Promise<void>;
};

/** A session of this kind, by the ceremonies that people go through. */
export async function sessionOfKind(kind: SessionName, { loginId }: Person, ways: Ways): Promise<Buffer> {
  await owner()`update auth.logins set password_hash = ${ways.passwordHash} where id = ${loginId}`;
  const give = async (factor: "app" | "passkey") => {
    const invited = await sessionBy(loginId, "invitation");
    await (factor === "app" ? giveApp(invited) : givePasskey(invited));
  };
  const byPasskey = () => sessionBy(loginId, "passkey");
  const byCode = () => sessionBy(loginId, "password+totp");
  switch (kind) {
    case "a passkey that counts":
      await give("passkey");
      return prove(await byPasskey(), "passkey");
    case "a passkey that waits":
      await give("app");
      await givePasskey(await prove(await byCode(), "password"));
      return prove(await byPasskey(), "passkey");
    case "password and code of somebody without a passkey":
      await give("app");
      return prove(await byCode(), "password", "totp");
    case "a code alone of somebody without a passkey":
      await give("app");
      return prove(await byCode(), "totp");
    case "password and code of somebody whose passkey counts":
      await give("passkey");
      return prove(await byCode(), "password", "totp");
    case "signed in and nothing proved since":
      await give("passkey");
      return byPasskey();
    case "a screen that is hidden": {
      await give("passkey");
      const token = await prove(await byPasskey(), "passkey");
      await ways.beforeCover?.(token);
      await hideScreen(token);
      return token;
    }
  }
}

export async function hideScreen(token: Buffer): Promise<void> {
  await ask(sql`select auth.cover(${token})`);
}

async function prove(from: Buffer, ...hows: ("passkey" | "totp" | "password")[]): Promise<Buffer> {
  let token = from;
  for (const how of hows) token = await proveAfresh(token, how);
  return token;
}
