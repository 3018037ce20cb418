import type { Services } from '../work.ts'
export const imports = {} as Services<'imports'>
