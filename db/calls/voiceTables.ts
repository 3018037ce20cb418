import type { Generated } from 'kysely'
import type { VoiceState } from '../../app/contract/voiceMessages.ts'
import type { VoiceResult } from '../../app/voice.ts'

/** Recorded messages that are played to many; see migration 0166. */
export interface VoiceTables {
  client_refusals: { client_id: number; channel: 'voice' | 'sms' | 'email' }
  voice_messages: {
    id: Generated<number>
    name: string
    connection_id: number | null
    file: string
    file_name: string
    extension: string
    length_ms: number
    rules: string
    state: VoiceState
    user_id: number | null
    created_at: number
  }
  voice_people: {
    id: Generated<number>
    message_id: number
    client_id: number | null
    number: string
    digits: string
    country: string
    attempts: Generated<number>
    result: VoiceResult | null
    next_at: number
    done_at: number | null
  }
  voice_attempts: {
    id: Generated<number>
    person_id: number
    message_id: number
    client_id: number | null
    connection_id: number
    reference: string
    at: number
    result: VoiceResult | null
    talk_ms: Generated<number>
  }
}
