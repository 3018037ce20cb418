import type { Office } from '../office.ts'

/** How a practice base is entered; shown on its sign-in screen. */
export const demoUser = { name: 'Sophea', password: 'counterpart' }

export async function makeDemo(_office: Office): Promise<void> {}
