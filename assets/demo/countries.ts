import { mexico, unitedStates } from './americas.ts'
import { china, thailand, vietnam } from './asia.ts'
import { cambodia } from './cambodia.ts'
import { britain, france, germany } from './europe.ts'
import { gulfStates } from './gulf.ts'
import { kazakhstan } from './kazakhstan.ts'
import { malawi } from './malawi.ts'
import { russia } from './russia.ts'
import type { DemoCountry } from './shape.ts'

/** Where the counterparties of the practice base are. */
// prettier-ignore
export const demoCountries: readonly DemoCountry[] = [
  cambodia, malawi, kazakhstan, russia, germany, france, britain, unitedStates, mexico, china, thailand, vietnam, ...gulfStates,
]
