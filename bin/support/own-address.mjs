// Preloaded into the server if none of our proxies is trusted (TRUSTED_HOPS=0): drops what a client claims about its
// own address before Next sees it, and Next then uses the socket's address instead.
import { subscribe } from "node:diagnostics_channel";

const forwarded = ["x-forwarded-for", "x-real-ip", "forwarded"];

subscribe("http.server.request.start", ({ request }) => {
  for (const name of forwarded) delete request.headers[name];
});
