import type { Generated, Kysely, Transaction } from 'kysely'
import type { TerminalTables } from './terminals/tables.ts'
import type { RateTables } from './calls/rateTables.ts'
import type { CallTables } from './calls/tables.ts'
import type { DeviceTables } from './devices/tables.ts'
import type { ItemTables } from './items/tables.ts'
import type { JournalTables } from './journal/tables.ts'
import type { TillTables } from './till/tables.ts'

/** The shape of the base, column by column, as the migrations leave it. Moments are milliseconds UTC. */
export interface Tables
  extends CallTables, DeviceTables, ItemTables, JournalTables, RateTables, TerminalTables, TillTables {
  settings: { key: string; value: string }
  roles: {
    id: Generated<number>
    key: string | null
    name: string
    rights: string
    own_only: string
    hidden: string
    only_relations: string
  }
  users: {
    id: Generated<number>
    name: string
    folded: string
    password: string
    active: Generated<number>
    preferences: Generated<string>
    created_at: number
    signed_in_at: number | null
  }
  user_roles: { user_id: number; role_id: number }
  sessions: { token_hash: string; user_id: number; seat: string; created_at: number; seen_at: number }
  sign_in_failures: { subject: string; count: number; last_at: number }
  operations: {
    id: Generated<number>
    at: number
    user_id: number | null
    seat: string
    action: string
    subject_type: string | null
    subject_id: number | null
    subject_name: string | null
    changes: string
  }
  command_keys: { key: string; user_id: number; fingerprint: string; output: string; at: number }
  imports: {
    id: Generated<number>
    at: number
    user_id: number | null
    file: string
    state: 'running' | 'complete' | 'cancelled' | 'failed' | 'undone'
    rows: Generated<number>
    created: Generated<number>
    updated: Generated<number>
    duplicates: Generated<number>
    refused: Generated<number>
  }
  list_entries: {
    id: Generated<number>
    list: string
    key: string | null
    name: string
    names: Generated<string>
    tone: string
    position: number
    retired_at: Generated<number | null>
  }
  list_merges: {
    id: Generated<number>
    at: number
    user_id: number | null
    entry_id: number
    into_id: number
    clients: string
    undone_at: number | null
    state: 'begun' | 'merging' | 'merged' | 'undoing' | 'undone'
  }
  custom_fields: {
    id: Generated<number>
    type: 'text' | 'number' | 'money' | 'date' | 'choice' | 'yes-no' | 'link'
    name: string
    names: string
    relations: string
    required: number
    position: number
    retired_at: number | null
  }
  /** What an import added to a client that was there before: how its card was, and its revision since. */
  import_changes: { import_id: number; client_id: number; revision: number; before: string }
  /** What the columns of a file with these headings were taken for. */
  import_mappings: { headings: string; user_id: number; at: number; file: string; mapping: string }
  /** One row: the highest id that a client was ever given. */
  client_ids: { last: number }
  clients: {
    id: Generated<number>
    kind: 'person' | 'organisation'
    name: string
    sort_key: string
    code: string | null
    status_id: number | null
    manager_id: number | null
    language: string | null
    notes: Generated<string>
    city: string | null
    country: string | null
    revision: Generated<number>
    import_id: number | null
    created_at: number
    created_by: number | null
    changed_at: number
    changed_by: number | null
    binned_at: number | null
    merged_into: Generated<number | null>
    photo: Generated<string | null>
    category_id: number | null
    source_id: number | null
    price_list_id: number | null
    discount: number | null
    bonus_card: string | null
    credit_limit: number | null
    credit_currency: string | null
    birthday: string | null
    custom: Generated<string>
  }
  client_distinct: { first: number; second: number; at: number; user_id: number | null }
  client_merges: {
    id: Generated<number>
    at: number
    user_id: number | null
    kept_id: number
    revision: number
    kept_before: string
    merged: string
    undone_at: number | null
  }
  client_names: { client_id: number; position: number; text: string; folded: string; language: string | null }
  client_phones: {
    client_id: number
    position: number
    typed: string
    e164: string | null
    national: string
    backwards: string
    label: string | null
  }
  client_emails: {
    client_id: number
    position: number
    address: string
    folded: string
    label: string | null
  }
  client_addresses: {
    client_id: number
    position: number
    street: string | null
    city: string | null
    region: string | null
    postcode: string | null
    country: string | null
    text: string | null
    language: string | null
  }
  client_marks: { client_id: number; entry_id: number }
  client_links: {
    client_id: number
    kind: 'messenger' | 'social'
    position: number
    network: string
    address: string
  }
  client_notes: { client_id: number; position: number; text: string; language: string }
  client_contacts: {
    client_id: number
    position: number
    name: string
    folded: string
    job: string | null
    person_id: Generated<number | null>
    since: Generated<string | null>
    until: Generated<string | null>
  }
  client_websites: { client_id: number; position: number; address: string }
  client_files: {
    id: Generated<number>
    client_id: number
    hash: string
    name: string
    type: string
    size: number
    at: number
    user_id: number | null
    binned_at: Generated<number | null>
  }
  targets: {
    id: Generated<number>
    name: string
    folded: string
    user_id: number
    shared: number
    criteria: string
    changed_at: number
  }
  views: {
    id: Generated<number>
    list: string
    name: string
    folded: string
    user_id: number
    shared: number
    content: string
    changed_at: number
  }
  view_firsts: { user_id: number; list: string; view_id: number }
  mass_changes: {
    id: Generated<number>
    at: number
    user_id: number | null
    seat: string
    act: string
    state: 'running' | 'done' | 'stopped' | 'undoing' | 'undone'
    found: number
  }
  mass_change_clients: {
    client_id: number
    mass_id: number
    revision: number
    before: string
    undone_at: Generated<number | null>
  }
  client_remarks: {
    id: Generated<number>
    client_id: number
    at: number
    user_id: number | null
    about: 'remark' | 'contact' | 'step'
    text: string
    due: string | null
    done_at: number | null
    changed_at: number | null
    pinned: Generated<number>
    removed_at: number | null
  }
  client_search: { rowid: number; grams: string }
}

/**
 * What reads: no function that takes this can change the base. Not `kysely/readonly`, whose type does not accept a
 * transaction: a change must be able to read what it has just written.
 */
export type Reading = Pick<Kysely<Tables>, 'selectFrom' | 'fn'>
/** What writes: always inside a transaction that a wrapper opened. */
export type Writing = Transaction<Tables>
export type Everything = Kysely<Tables>
