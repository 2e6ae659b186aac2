// Preloaded into the server when no proxy of ours is trusted (TRUSTED_HOPS=0): what a client says of its own address is
// dropped before Next sees it, and Next then writes the address of the socket in its place.
import { subscribe } from "node:diagnostics_channel";

const forwarded = ["x-forwarded-for", "x-real-ip", "forwarded"];

subscribe("http.server.request.start", ({ request }) => {
  for (const name of forwarded) delete request.headers[name];
});
