import type { Contract } from './contract/index.ts'

/** Where in the office something was done, as the rail names it; `door`: at signing in. */
export const logAreas = [
  'clients',
  'calls',
  'counter',
  'items',
  'stock',
  'staff',
  'backups',
  'settings',
  'door',
] as const
export type LogArea = (typeof logAreas)[number]

/** The area of the rail to which a part of the contract belongs. */
const areaOfPart: Readonly<Record<keyof Contract, LogArea>> = {
  door: 'door',
  session: 'door',
  clients: 'clients',
  duplicates: 'clients',
  files: 'clients',
  timeline: 'clients',
  mass: 'clients',
  imports: 'clients',
  people: 'clients',
  targets: 'clients',
  calls: 'calls',
  callHistory: 'calls',
  callLists: 'calls',
  callRates: 'calls',
  callResults: 'calls',
  callCosts: 'calls',
  callPopup: 'calls',
  voiceMessages: 'calls',
  ratings: 'calls',
  callQuality: 'calls',
  recordings: 'calls',
  items: 'items',
  documents: 'stock',
  journal: 'stock',
  stock: 'stock',
  stockTakes: 'stock',
  warehouses: 'stock',
  till: 'counter',
  staff: 'staff',
  log: 'staff',
  backups: 'backups',
  office: 'settings',
  lists: 'settings',
  views: 'settings',
  telephone: 'settings',
  dialling: 'settings',
  devices: 'settings',
  terminals: 'settings',
}

/** Where a logged action was done; null for one that this version of the program does not know. */
export function areaOfAction(action: string): LogArea | null {
  const part = action.slice(0, action.indexOf('.'))
  return part in areaOfPart ? areaOfPart[part as keyof Contract] : null
}

/** The parts of the contract of an area; of null all that are known, as what is left is outside of them. */
export const partsOfArea = (area: LogArea | null): string[] =>
  Object.entries(areaOfPart).flatMap(([part, of]) => (area === null || of === area ? [part] : []))
