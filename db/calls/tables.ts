import type { Generated } from 'kysely'
import type { CallDirection, CallOutcome } from '../../app/calls.ts'
import type { CostColumns } from './rateTables.ts'
import type { ExchangeKind } from '../../app/exchanges.ts'
import type { CallListTables } from './listTables.ts'
import type { QualityTables } from './qualityTables.ts'
import type { RatingTables } from './ratingTables.ts'
import type { VoiceTables } from './voiceTables.ts'

/** The tables of telephony; see migration 0130. Moments are milliseconds UTC. */
export interface CallTables extends CallListTables, VoiceTables, RatingTables, QualityTables {
  pbx_connections: {
    id: Generated<number>
    name: string
    kind: ExchangeKind
    settings: string
    secret: Generated<string>
    /** How it wants its numbers; see `diallingRules`. */
    dialling: Generated<string>
    /** Where its recordings lie; see `recordingsPlace`. */
    recordings: Generated<string>
    branch: Generated<string>
    enabled: Generated<number>
    heard_until: Generated<number | null>
    removed_at: Generated<number | null>
  }
  pbx_extensions: { connection_id: number; extension: string; user_id: number }
  calls: CostColumns & {
    id: Generated<number>
    connection_id: number
    reference: string
    direction: CallDirection
    from_number: string
    from_name: string
    to_number: string
    number: string
    ending: string
    e164: string | null
    line: string | null
    client_id: number | null
    client_by: Generated<number | null>
    user_id: number | null
    extension: string | null
    rang: string
    transferred: string
    started_at: number
    answered_at: number | null
    ended_at: number | null
    outcome: CallOutcome | null
    wait_ms: number
    talk_ms: number
    voice_message: number
    recording: string | null
    note: Generated<string>
    tags: Generated<string>
    missed: number
    returned_at: Generated<number | null>
    returned_by_call: Generated<number | null>
    returned_by: Generated<number | null>
    told: string | null
    country: Generated<string | null>
    city: Generated<string | null>
    claimed_by: Generated<number | null>
    claimed_at: Generated<number | null>
    reminded_at: Generated<number | null>
  }
  client_merge_calls: { merge_id: number; call_id: number; client_id: number }
  call_people: { user_id: number; call_id: number; rang: number; had: number }
  call_parts: { connection_id: number; reference: string; call_id: number }
  call_gaps: {
    id: Generated<number>
    connection_id: number
    from_at: number
    to_at: number
    filled: number
  }
}
