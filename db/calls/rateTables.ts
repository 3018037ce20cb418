import type { Generated } from 'kysely'
import type { RateDays, RatedDirection } from '../../app/rates.ts'

/** The tables of what calls cost; see migrations 0150 and 0151. */
export interface RateTables {
  rate_tables: {
    id: Generated<number>
    name: string
    folded: string
    connection_id: number | null
    line: string
    direction: RatedDirection
    currency: string
    valid_from: string
    monthly: number
    allowed: number
    removed_at: number | null
  }
  rate_imports: {
    id: Generated<number>
    table_id: number
    at: number
    user_id: number | null
    undone_at: Generated<number | null>
  }
  rates: {
    id: Generated<number>
    table_id: number
    prefix: string
    name: string
    per: 'minute' | 'call'
    price: number
    connection: number
    least: number
    free_seconds: number
    first_step: number
    next_step: number
    days: RateDays
    from_minute: number | null
    until_minute: number | null
    changed_at: number
    added_by: Generated<number | null>
    removed_by: Generated<number | null>
    removed_at: Generated<number | null>
  }
  cost_runs: {
    id: Generated<number>
    at: number
    user_id: number | null
    seat: string
    from_at: number
    to_at: number
    state: 'running' | 'done' | 'stopped' | 'undone'
    changed: Generated<number>
  }
  cost_run_calls: {
    run_id: number
    call_id: number
    costed_at: number
    cost: number | null
    cost_currency: string | null
    rate_id: number | null
    billed_seconds: number | null
  }
  call_limits: {
    id: Generated<number>
    user_id: number | null
    line: string | null
    amount: number
    currency: string
    warn_at: number
    refuses: number
    tells: string
    removed_at: Generated<number | null>
  }
  call_limit_notices: {
    id: Generated<number>
    limit_id: number
    month: string
    kind: 'near' | 'over'
    user_id: number
    at: number
    spent: number
    seen_at: Generated<number | null>
  }
}

/** The columns of `calls` that say what a call cost. */
export interface CostColumns {
  cost: Generated<number | null>
  cost_currency: Generated<string | null>
  rate_id: Generated<number | null>
  billed_seconds: Generated<number | null>
  costed_at: Generated<number | null>
}
