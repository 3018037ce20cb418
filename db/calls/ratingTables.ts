import type { Generated } from 'kysely'

/** What clients think of calls, and messages that wait to be sent; see migration 0167. */
export interface RatingTables {
  outbox: {
    id: Generated<number>
    key: string
    channel: 'sms' | 'email'
    recipient: string
    client_id: number | null
    language: string
    text: string
    state: 'waiting' | 'sent' | 'failed'
    attempts: Generated<number>
    not_before: number
    created_at: number
  }
  rating_requests: {
    id: Generated<number>
    call_id: number
    client_id: number | null
    token: string
    language: string
    created_at: number
    expires_at: number
    used_at: number | null
  }
  ratings: {
    id: Generated<number>
    call_id: number
    client_id: number | null
    user_id: number | null
    via: 'keys' | 'link'
    stars: number
    words: string
    at: number
  }
}
