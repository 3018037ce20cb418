import type Database from 'better-sqlite3'
import type { Value } from '../../../app/criteria.ts'
import { Coded, Numbers, type Column } from './column.ts'
import { sourcedFields, type SourcedField } from './sources.ts'

/** Which clients a table holds: those in use, or those in the bin; never those of an import that is not complete. */
export interface Holding {
  readonly binned: boolean
}

/** The currency of a field of money is a column beside it. */
export const currencyOf = (field: string): string => `${field} currency`

/** Room for so many new clients before the columns are made longer. */
const spare = 4096

/**
 * Every client of the base in columns, and their order by name. Read once, then kept as the base is by being told what
 * changed (`refresh`). Finding, ordering and counting work on it; nothing but rows that are shown is read from SQLite.
 */
export class ClientTable {
  readonly raw: Database.Database
  /** Read anew for every question, as the office may define another. */
  fields: ReadonlyMap<string, SourcedField>
  readonly #holding: Holding
  /** By slot; 0 where nobody is any more. */
  ids = new Int32Array(0)
  #revisions = new Int32Array(0)
  /** Slots in use and once used: the length of every column that counts. */
  size = 0
  readonly #free: number[] = []
  /** By id, one more than the slot; 0 of nobody. */
  #slots = new Int32Array(0)
  /** Slots in the order of names, the first `count` of it, and where in it each slot stands. */
  #byName = new Int32Array(0)
  #places = new Int32Array(0)
  count = 0
  readonly #columns = new Map<string, Column>()
  /** Columns that are read with the client's own row, each with what is selected for it. */
  readonly #own: { readonly column: Column; readonly sql: string }[] = []

  constructor(raw: Database.Database, holding: Holding) {
    this.raw = raw
    this.#holding = holding
    this.fields = sourcedFields(raw)
    this.#read()
  }

  readFields(): void {
    this.fields = sourcedFields(this.raw)
  }

  /** Slots by name. */
  get byName(): Int32Array {
    return this.#byName.subarray(0, this.count)
  }

  /** Where by name a slot stands, from 0. */
  placeOf(slot: number): number {
    return this.#places[slot]!
  }

  /** Undefined for who is not in it. */
  slotOf(id: number): number | undefined {
    const slot = this.#slots[id]
    return slot ? slot - 1 : undefined
  }

  /** The column of a field that stands in columns; read when it is first asked for. */
  column(field: string): Column {
    const known = this.#columns.get(field)
    if (known) return known
    this.#readColumn(this.fields.get(field)!)
    return this.#columns.get(field)!
  }

  coded(field: string): Coded {
    return this.column(field) as Coded
  }

  numbers(field: string): Numbers {
    return this.column(field) as Numbers
  }

  /** These changed, came or went. Sees what is committed when it is called. */
  refresh(ids: readonly number[]): void {
    this.#atOnce(() => {
      this.#remove(ids)
      const rows = this.#select(ids, 'ORDER BY c.sort_key DESC, c.id DESC')
      for (const row of rows) this.#put(row)
      this.#placeByName(rows.map(([id]) => id as number))
      for (const field of this.#columns.keys()) this.#fill(field, ids)
    })
  }

  #atOnce(read: () => void): void {
    // The caller may see the base at a moment of its own already.
    if (this.raw.inTransaction) return read()
    this.raw.exec('BEGIN')
    try {
      read()
    } finally {
      this.raw.exec('COMMIT')
    }
  }

  #read(): void {
    this.#atOnce(() => {
      const [last, count] = this.raw
        .prepare(`SELECT coalesce(max(c.id), 0), count(*) FILTER (WHERE ${this.#where}) FROM clients c`)
        .raw()
        .get() as [number, number]
      this.#slots = new Int32Array(last + spare)
      this.#grow(count + spare)
      for (const field of this.fields.values())
        if (field.source.of === 'client' && !field.source.late) this.#make(field)
      const rows = this.#statement('ORDER BY c.id').iterate()
      for (const row of rows as IterableIterator<Value[]>) this.#put(row)
      this.#readOrder()
    })
  }

  get #where(): string {
    return `${this.#holding.binned ? 'c.binned_at IS NOT NULL AND c.merged_into IS NULL' : 'c.binned_at IS NULL'}
      AND (c.import_id IS NULL OR c.import_id NOT IN (SELECT id FROM imports WHERE state = 'running'))`
  }

  #statement(rest: string) {
    const columns = this.#own.map(({ sql }) => `, ${sql}`).join('')
    return this.raw
      .prepare(`SELECT c.id, c.revision${columns} FROM clients c WHERE ${this.#where} ${rest}`)
      .raw()
  }

  #select(ids: readonly number[], rest: string): Value[][] {
    return this.#statement(`AND c.id IN (SELECT value FROM json_each(?)) ${rest}`).all(
      JSON.stringify(ids),
    ) as Value[][]
  }

  /** One row of `#statement`, written into a slot. */
  #put(row: readonly Value[]): void {
    const [id, revision] = row as [number, number]
    const slot = this.#free.pop() ?? this.size++
    if (slot >= this.ids.length) this.#grow(Math.ceil(this.ids.length * 1.2) + spare)
    if (id >= this.#slots.length) this.#slots = grown(this.#slots, Math.ceil(id * 1.2) + spare)
    this.ids[slot] = id
    this.#revisions[slot] = revision
    this.#slots[id] = slot + 1
    for (let at = 0; at < this.#own.length; at++) this.#own[at]!.column.set(slot, row[at + 2]!)
  }

  #grow(capacity: number): void {
    this.ids = grown(this.ids, capacity)
    this.#revisions = grown(this.#revisions, capacity)
    this.#byName = grown(this.#byName, capacity)
    this.#places = grown(this.#places, capacity)
    for (const column of this.#columns.values()) column.grow(capacity)
  }

  #remove(ids: readonly number[]): void {
    const before = this.#free.length
    for (const id of ids) {
      const slot = this.slotOf(id)
      if (slot === undefined) continue
      this.ids[slot] = 0
      this.#slots[id] = 0
      this.#free.push(slot)
      for (const column of this.#columns.values()) column.set(slot, null)
    }
    if (this.#free.length === before) return
    let kept = 0
    for (let at = 0; at < this.count; at++) {
      const slot = this.#byName[at]!
      if (this.ids[slot] !== 0) this.#byName[kept++] = slot
    }
    this.#standing(kept)
  }

  /** Says of each of the first `count` by name where it stands. */
  #standing(count: number): void {
    this.count = count
    for (let at = 0; at < count; at++) this.#places[this.#byName[at]!] = at
  }

  /** Puts newcomers, the last by name first, each in front of the next one by name. */
  #placeByName(ids: readonly number[]): void {
    const before = ids.map(() => this.count)
    const placed = new Map<number, number>()
    ids.forEach((id, nth) => {
      before[nth] = this.#nextByName(id, placed)
      placed.set(this.slotOf(id)!, before[nth]!)
    })
    // From the end, so that each that makes room is moved once.
    let from = this.count
    ids.forEach((id, nth) => {
      const room = ids.length - nth
      this.#byName.copyWithin(before[nth]! + room, before[nth]!, from)
      from = before[nth]!
      this.#byName[from + room - 1] = this.slotOf(id)!
    })
    this.#standing(this.count + ids.length)
  }

  /**
   * Before which place a newcomer belongs; `placed` are newcomers whose places are known. One whose card has changed
   * since it was read here is passed over: it may stand elsewhere, and will be told of.
   */
  #nextByName(id: number, placed: ReadonlyMap<number, number>): number {
    const next = this.raw
      .prepare(
        `SELECT n.id, n.revision FROM clients c, clients n
          WHERE c.id = ? AND (n.sort_key, n.id) > (c.sort_key, c.id)
            AND n.binned_at IS ${this.#holding.binned ? 'NOT' : ''} NULL
          ORDER BY n.sort_key, n.id`,
      )
      .raw()
      .iterate(id) as IterableIterator<[number, number]>
    for (const [other, revision] of next) {
      const slot = this.slotOf(other)
      if (slot !== undefined && this.#revisions[slot] === revision)
        return placed.get(slot) ?? this.#places[slot]!
    }
    return this.count
  }

  #readOrder(): void {
    const ids = this.raw
      .prepare(
        `SELECT id FROM clients WHERE binned_at IS ${this.#holding.binned ? 'NOT' : ''} NULL ORDER BY sort_key, id`,
      )
      .pluck()
      .iterate() as IterableIterator<number>
    let count = 0
    for (const id of ids) {
      const slot = this.slotOf(id)
      if (slot !== undefined) this.#byName[count++] = slot
    }
    this.#standing(count)
  }

  #make({ id, type, many, source }: SourcedField): void {
    const capacity = this.ids.length
    const numeric = type === 'date' || type === 'number' || type === 'money'
    const column = numeric ? new Numbers(capacity) : new Coded(capacity, many === true)
    this.#columns.set(id, column)
    if (source.of !== 'client') return
    this.#own.push({ column, sql: source.sql })
    if (source.currency === undefined) return
    const currency = new Coded(capacity, false)
    this.#columns.set(currencyOf(id), currency)
    this.#own.push({ column: currency, sql: source.currency })
  }

  #readColumn(field: SourcedField): void {
    const own = this.#own.length
    this.#make(field)
    this.#atOnce(() => {
      this.#fill(field.id, undefined)
      if (field.source.of === 'client') this.#fillOwn(this.#own.slice(own))
    })
  }

  /** The values of fields of the client's own row that came later than the others. */
  #fillOwn(late: readonly { readonly column: Column; readonly sql: string }[]): void {
    const rows = this.raw
      .prepare(`SELECT c.id, ${late.map(({ sql }) => sql).join(', ')} FROM clients c WHERE ${this.#where}`)
      .raw()
      .iterate() as IterableIterator<Value[]>
    for (const row of rows) {
      const slot = this.slotOf(row[0] as number)
      if (slot !== undefined) late.forEach(({ column }, at) => column.set(slot, row[at + 1]!))
    }
  }

  /** The values of a field that stands in a table of its own; of these clients, or of all. */
  #fill(name: string, ids: readonly number[] | undefined): void {
    const source = this.fields.get(name)?.source
    if (source?.of !== 'many') return
    const column = this.#columns.get(name)!
    const rows = this.raw
      .prepare(
        `SELECT client_id, json_group_array(value) FROM
          (SELECT client_id, ${source.column} AS value FROM ${source.table}
            ${ids ? 'WHERE client_id IN (SELECT value FROM json_each(?))' : ''}
            ORDER BY client_id, value) GROUP BY client_id`,
      )
      .raw()
      .iterate(...(ids ? [JSON.stringify(ids)] : [])) as IterableIterator<[number, string]>
    for (const [id, values] of rows) {
      const slot = this.slotOf(id)
      if (slot !== undefined) column.set(slot, values)
    }
  }
}

function grown(numbers: Int32Array<ArrayBuffer>, capacity: number): Int32Array<ArrayBuffer> {
  const more = new Int32Array(capacity)
  more.set(numbers)
  return more
}
