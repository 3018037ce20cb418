import { currentDesk } from '../windows/index.ts'
import { matchAddress } from '../windows/index.ts'

/** The help page of the window in front: each area has one. */
export function helpAddress(): string {
  const front = currentDesk().frames.at(-1)
  const address = front?.tabs[front.front]?.address
  const area = address === undefined ? undefined : matchAddress(address)?.kind.area
  return area && area !== 'help' ? `/help?page=${area}` : '/help'
}
