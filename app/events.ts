import { z } from 'zod'
import { liveCall } from './liveCall.ts'

/**
 * What open windows refresh by. Bulk work tells once (`ids` absent), not once per record.
 */
export const officeEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('client.changed'), ids: z.array(z.number().int()).optional() }),
  z.object({ type: z.literal('staff.changed') }),
  z.object({ type: z.literal('lists.changed') }),
  z.object({ type: z.literal('office.changed') }),
  z.object({ type: z.literal('views.changed') }),
  z.object({ type: z.literal('callRates.changed') }),
  /** What calls cost, or may cost. */
  z.object({ type: z.literal('callCosts.changed') }),
  /** A limit was come near or crossed: to each person who is told of it. */
  z.object({ type: z.literal('callLimits.told') }),
  z.object({ type: z.literal('targets.changed') }),
  z.object({ type: z.literal('callLists.changed') }),
  z.object({ type: z.literal('voiceMessages.changed') }),
  z.object({ type: z.literal('ratings.changed') }),
  z.object({ type: z.literal('callQuality.changed') }),
  /** What lies where, documents and what they come to in the books. */
  z.object({ type: z.literal('stock.changed') }),
  /** Somebody counted. */
  z.object({ type: z.literal('stockTakes.changed') }),
  z.object({ type: z.literal('warehouses.changed') }),
  /** Tills, shifts and what was sold. */
  z.object({ type: z.literal('till.changed') }),
  z.object({ type: z.literal('status.changed') }),
  /** What is kept of calls. */
  z.object({ type: z.literal('call.changed'), ids: z.array(z.number().int()) }),
  /** So many callers have waited to be called back for as long as the rule allows: to each person who is told of it. */
  z.object({ type: z.literal('missed.waiting'), callers: z.number().int() }),
  /** It was found out where numbers of calls are from. */
  z.object({ type: z.literal('calls.placed') }),
  /** A call on the line, told to those whom it concerns, each with what they may see of it. */
  z.object({ type: z.literal('call.live'), call: liveCall }),
  /** Exchanges: how they stand, whose telephone is whose. */
  z.object({ type: z.literal('telephone.changed') }),
  /** Items, their groups and prices. */
  z.object({ type: z.literal('item.changed') }),
  /** Devices: how they stand. */
  z.object({ type: z.literal('device.changed') }),
  /** Counts came from a terminal, or were settled. */
  z.object({ type: z.literal('terminals.changed') }),
  /** A scanner of the office read a code: to the computer that it belongs to. */
  z.object({ type: z.literal('code.scanned'), deviceId: z.number().int(), code: z.string() }),
  /** Whatever else was told: a line has come to the operation log. */
  z.object({ type: z.literal('log.changed') }),
  z.object({
    type: z.literal('import.progress'),
    id: z.number().int(),
    done: z.number().int(),
    rows: z.number().int().nullable(),
    state: z.enum(['running', 'complete', 'cancelled', 'failed', 'undone']),
  }),
])
export type OfficeEvent = z.infer<typeof officeEvent>
