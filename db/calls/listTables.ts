import type { Generated } from 'kysely'
import type { CallResult } from '../../app/calling.ts'

/** Lists of people who are called one after another. */
export interface CallListTables {
  call_lists: {
    id: Generated<number>
    name: string
    folded: string
    script: string
    rules: string
    callers: string
    state: 'open' | 'paused' | 'closed'
    user_id: number | null
    created_at: number
  }
  call_list_entries: {
    id: Generated<number>
    list_id: number
    client_id: number | null
    number: string
    digits: string
    country: string
    attempts: Generated<number>
    result: CallResult | null
    note: Generated<string>
    next_at: number
    agreed: Generated<number>
    for_user: number | null
    done_at: number | null
    taken_by: number | null
    taken_at: number | null
  }
  call_attempts: {
    id: Generated<number>
    entry_id: number
    client_id: number | null
    at: number
    user_id: number | null
    result: CallResult
    note: string
    before: string
  }
}
