import "server-only";
import { request as httpRequest } from "node:http";
import { request as httpsRequest } from "node:https";
import { connect, isIPv6, type Socket } from "node:net";
import { PageFailed } from "./page-problems";

/** Opens a connection to an address that was resolved and allowed before: a name never gets here. */
export type OpenWay = (address: string, port: number, signal: AbortSignal) => Promise<Socket>;

/** From this machine itself. */
export const directWay: OpenWay = (address, port, signal) =>
  new Promise((resolve, reject) => {
    const socket = connect({ host: address, port, signal });
    socket.once("connect", () => resolve(socket));
    socket.once("error", reject);
  });

/**
 * Through an HTTP proxy, by CONNECT to the address and not to the name: so the proxy resolves nothing, and cannot be made
 * to lead to another place than the one that was allowed.
 */
export function proxyWay(proxy: string): OpenWay {
  const { protocol, hostname, port, username, password } = new URL(proxy);
  const ask = protocol === "https:" ? httpsRequest : httpRequest;
  const pass = Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString("base64");
  return (address, to, signal) =>
    new Promise((resolve, reject) => {
      const path = `${isIPv6(address) ? `[${address}]` : address}:${to}`;
      const headers = { host: path, ...(username ? { "proxy-authorization": `Basic ${pass}` } : {}) };
      const asked = ask({
        host: hostname.replace(/^\[|\]$/g, ""),
        port: port || (protocol === "https:" ? 443 : 80),
        method: "CONNECT",
        path,
        headers,
        signal,
        agent: false,
      });
      asked.once("connect", ({ statusCode }, socket) => {
        if (statusCode === 200) return resolve(socket as Socket);
        socket.destroy();
        reject(new PageFailed("proxy_refused"));
      });
      // A proxy that answers instead of connecting.
      asked.once("response", (answer) => {
        answer.destroy();
        reject(new PageFailed("proxy_refused"));
      });
      asked.once("error", () => reject(new PageFailed("proxy_refused")));
      asked.end();
    });
}
