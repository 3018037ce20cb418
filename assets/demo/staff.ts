import type { StartingRole } from '../../app/rights.ts'

export interface DemoEmployee {
  readonly name: string
  readonly role: StartingRole
  /** How many of every hundred clients are theirs. */
  readonly clients: number
}

/** Who works at Angkor Home & Garden besides its owner. They all have the owner's password. */
export const demoStaff: readonly DemoEmployee[] = [
  { name: 'Dara', role: 'manager', clients: 38 },
  { name: 'Maly', role: 'manager', clients: 26 },
  { name: 'Sreymom', role: 'operator', clients: 14 },
  { name: 'Ratana', role: 'marketer', clients: 8 },
  { name: 'Vannak', role: 'cashier', clients: 0 },
  { name: 'Bunthoeun', role: 'storekeeper', clients: 0 },
  { name: 'Kalyan', role: 'accountant', clients: 0 },
]
