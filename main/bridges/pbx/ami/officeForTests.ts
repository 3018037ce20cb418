import { PracticeAsterisk } from './practice.ts'
import { replayAmi } from './recording.ts'

/** A practice exchange, and the calls that come of what it said on one connection. */
export function office(epoch?: number) {
  const pbx = new PracticeAsterisk(epoch)
  pbx.greets(100)
  return { pbx, calls: () => replayAmi([pbx.connection()]) }
}

/** A customer calls 101, who answers after two seconds. */
export function talking(pbx: PracticeAsterisk) {
  const customer = pbx.at(1).comesIn('012345678', '023900101')
  const desk = pbx.rings(customer, '101')
  pbx.at(3).answers(customer, desk)
  return { customer, desk }
}
