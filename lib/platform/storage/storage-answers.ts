import "server-only";
import { filePlaces } from "./file-storage";

const patience = 2_000;

/** True if the folder or bucket of encrypted files answers within two seconds. The requested key does not exist. */
export async function storageAnswers(): Promise<boolean> {
  const asked = filePlaces()
    .store.stat("none/none/none")
    .then(
      () => true,
      () => false,
    );
  const late = new Promise<false>((resolve) => setTimeout(() => resolve(false), patience).unref());
  return Promise.race([asked, late]);
}
