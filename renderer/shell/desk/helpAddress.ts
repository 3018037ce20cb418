import { currentDesk } from '../windows/index.ts'
import { matchAddress } from '../windows/index.ts'

/** The help page of the window in front: each area has one, and some of its windows their own. */
export function helpAddress(): string {
  const front = currentDesk().frames.at(-1)
  const address = front?.tabs[front.front]?.address
  const kind = address === undefined ? undefined : matchAddress(address)?.kind
  return kind && kind.area !== 'help' ? `/help?page=${kind.help ?? kind.area}` : '/help'
}
