import { clientName } from "../../casework/clients/labels";

export const enqueue = clientName;
