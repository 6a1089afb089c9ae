import { officesPath } from "../console.tsx";

export const newOfficePath = (network: string) => `${officesPath(network)}/new`;
export const rightsPath = (network: string) => `${officesPath(network)}/rights`;
export const recordPath = (network: string, office: string) => `${officesPath(network)}/${office}/record`;
export const endPath = (network: string, holding: string) => `${officesPath(network)}/mandates/${holding}/end`;
