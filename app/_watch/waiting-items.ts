/** As in app/offline/_device/store.mjs, which shares nothing else with these pages. */
const store = "crossdocket-offline";
const scope = "/offline/";

/** Whether this device is prepared to write offline. It is not made one by asking. */
async function isPrepared(): Promise<boolean> {
  return (await navigator.serviceWorker?.getRegistration(scope)) !== undefined;
}

/** How many things wait on this device to be sent; null on one that is not prepared. */
export async function countWaiting(): Promise<number | null> {
  if (!(await isPrepared())) return null;
  return new Promise((resolve) => {
    const request = indexedDB.open(store);
    request.onerror = () => resolve(0);
    // Made only now: there was none.
    request.onupgradeneeded = () => request.transaction?.abort();
    request.onsuccess = () => {
      const db = request.result;
      const items = db.transaction("items").objectStore("items").count();
      items.onsuccess = () => resolve(items.result);
      items.onerror = () => resolve(0);
      db.close();
    };
  });
}

/** Has the worker send what waits. */
export async function sendWaiting(): Promise<void> {
  (await navigator.serviceWorker?.getRegistration(scope))?.active?.postMessage("send");
}

/** Calls back when something was kept or sent, in any tab. */
export function onWaitingChange(act: () => void): () => void {
  const channel = new BroadcastChannel(store);
  channel.onmessage = act;
  return () => channel.close();
}

/** At sign-out: nothing stays on the device. The server throws away the key of it. */
export async function emptyDevice(): Promise<void> {
  if (!(await isPrepared())) return;
  indexedDB.deleteDatabase(store);
  for (const name of await caches.keys()) await caches.delete(name);
  await (await navigator.serviceWorker.getRegistration(scope))?.unregister();
}
