import { landing } from "@/app/(auth)/landing";
import { slowAddress } from "@/lib/auth/attempts/slow-strangers";
import { signInWithPasskey } from "@/lib/auth/sign-in/sign-in-with-passkey";
import { ceremony } from "../ceremony";

export function POST(request: Request): Promise<Response> {
  return ceremony(request, async ({ answer }, place) => {
    await slowAddress("passkey-sign-in");
    await signInWithPasskey(place, answer);
    return { to: await landing() };
  });
}
