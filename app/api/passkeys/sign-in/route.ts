import { landing } from "@/app/(auth)/landing";
import { signInWithPasskey } from "@/lib/auth/sign-in-with-passkey";
import { slowAddress } from "@/lib/auth/slow-strangers";
import { ceremony } from "../ceremony";

export function POST(request: Request): Promise<Response> {
  return ceremony(request, async ({ answer }, place) => {
    await slowAddress("passkey-sign-in");
    await signInWithPasskey(place, answer);
    return { to: await landing() };
  });
}
