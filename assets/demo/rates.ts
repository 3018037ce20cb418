/** Prices of the practice provider, dollars a minute, by how numbers begin. */
export const demoRates: readonly {
  readonly prefix: string
  readonly name: string
  readonly price: number
  readonly atNight?: number
}[] = [
  { prefix: '855', name: 'Cambodia, mobile', price: 0.06, atNight: 0.03 },
  { prefix: '85523', name: 'Phnom Penh, landline', price: 0.02 },
  { prefix: '85553', name: 'Battambang, landline', price: 0.03 },
  { prefix: '85563', name: 'Siem Reap, landline', price: 0.03 },
  { prefix: '66', name: 'Thailand', price: 0.14 },
  { prefix: '84', name: 'Vietnam', price: 0.16 },
  { prefix: '86', name: 'China', price: 0.09 },
  { prefix: '65', name: 'Singapore', price: 0.08 },
  { prefix: '7', name: 'Russia and Kazakhstan', price: 0.22 },
  { prefix: '1', name: 'United States and Canada', price: 0.05 },
  { prefix: '33', name: 'France', price: 0.11 },
  { prefix: '44', name: 'United Kingdom', price: 0.11 },
  { prefix: '49', name: 'Germany', price: 0.11 },
  { prefix: '265', name: 'Malawi', price: 0.48 },
  { prefix: '971', name: 'United Arab Emirates', price: 0.25 },
  { prefix: '', name: 'Everywhere else', price: 0.55 },
]
