import { clientName } from "../clients/labels";

export const openCase = clientName;
