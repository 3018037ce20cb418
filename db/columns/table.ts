import type Database from 'better-sqlite3'
import type { Value } from '../../app/criteria.ts'
import { Coded, Numbers, type Column } from './column.ts'
import type { Shelf, SourcedField } from './shelf.ts'

/** The currency of a field of money is a column beside it. */
export const currencyOf = (field: string): string => `${field} currency`

/** Room for so many new records before the columns are made longer. */
const spare = 4096

/** A column that is read with the record's own row, and what is selected for it. */
interface OwnColumn {
  readonly column: Column
  readonly sql: string
  readonly as?: ((value: Value) => Value) | undefined
}

/**
 * Every record of a shelf in columns, and the order in which they stand by themselves: clients by name, calls by their
 * start. Read once, then kept as the base is by being told what changed (`refresh`). Finding, ordering and counting work
 * on it; nothing but rows that are shown is read from SQLite.
 */
export class RecordTable {
  readonly raw: Database.Database
  /** Read anew for every question, as the office may define another. */
  fields: ReadonlyMap<string, SourcedField>
  readonly shelf: Shelf
  /** By slot; 0 where nobody is any more. */
  ids = new Int32Array(0)
  #versions = new Int32Array(0)
  /** Slots in use and once used: the length of every column that counts. */
  size = 0
  readonly #free: number[] = []
  /** By id, one more than the slot; 0 of nobody. */
  #slots = new Int32Array(0)
  /** Slots in the order of the shelf, the first `count` of it, and where in it each slot stands. */
  #ordered = new Int32Array(0)
  #places = new Int32Array(0)
  count = 0
  readonly #columns = new Map<string, Column>()
  /** Columns that are read with the client's own row, each with what is selected for it. */
  readonly #own: OwnColumn[] = []

  constructor(raw: Database.Database, shelf: Shelf) {
    this.raw = raw
    this.shelf = shelf
    this.fields = shelf.fields(raw)
    this.#read()
  }

  readFields(): void {
    this.fields = this.shelf.fields(this.raw)
  }

  /** Slots in the order of the shelf. */
  get ordered(): Int32Array {
    return this.#ordered.subarray(0, this.count)
  }

  /** Where in that order a slot stands, from 0. */
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
      const rows = this.#select(ids, `ORDER BY c.${this.shelf.order.column} DESC, c.id DESC`)
      const stays = ([id, version]: Value[]) => {
        const slot = this.slotOf(id as number)
        return slot !== undefined && this.#versions[slot] === version
      }
      // A call that goes on stays where it is: only what moved, came or went costs a walk over all places.
      const staying = rows.filter(stays)
      const kept = new Set(staying.map(([id]) => id))
      this.#remove(ids.filter((id) => !kept.has(id)))
      for (const row of staying) this.#write(this.slotOf(row[0] as number)!, row)
      const newcomers = rows.filter(([id]) => !kept.has(id!))
      for (const row of newcomers) this.#put(row)
      if (newcomers.length > 0) this.#placeInOrder(newcomers.map(([id]) => id as number))
      for (const field of this.#columns.keys()) this.#fill(field, ids)
    })
  }

  /** These changed, and each stands where it stood in order: only what is kept of them is read anew. */
  refreshInPlace(ids: readonly number[]): void {
    this.#atOnce(() => {
      for (const row of this.#select(ids, '')) {
        const slot = this.slotOf(row[0] as number)
        if (slot !== undefined) this.#write(slot, row)
      }
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
        .prepare(
          `SELECT coalesce(max(c.id), 0), count(*) FILTER (WHERE ${this.shelf.where}) FROM ${this.shelf.table} c`,
        )
        .raw()
        .get() as [number, number]
      this.#slots = new Int32Array(last + spare)
      this.#grow(count + spare)
      for (const field of this.fields.values())
        if (field.source.of === 'row' && !field.source.late) this.#make(field)
      const rows = this.#statement('ORDER BY c.id').iterate()
      for (const row of rows as IterableIterator<Value[]>) this.#put(row)
      this.#readOrder()
    })
  }

  #statement(rest: string) {
    const columns = this.#own.map(({ sql }) => `, ${sql}`).join('')
    return this.raw
      .prepare(
        `SELECT c.id, ${this.shelf.version}${columns} FROM ${this.shelf.table} c WHERE ${this.shelf.where} ${rest}`,
      )
      .raw()
  }

  #select(ids: readonly number[], rest: string): Value[][] {
    return this.#statement(`AND c.id IN (SELECT value FROM json_each(?)) ${rest}`).all(
      JSON.stringify(ids),
    ) as Value[][]
  }

  /** One row of `#statement`, written into a slot. */
  #put(row: readonly Value[]): void {
    const id = row[0] as number
    const slot = this.#free.pop() ?? this.size++
    if (slot >= this.ids.length) this.#grow(Math.ceil(this.ids.length * 1.2) + spare)
    if (id >= this.#slots.length) this.#slots = grown(this.#slots, Math.ceil(id * 1.2) + spare)
    this.ids[slot] = id
    this.#slots[id] = slot + 1
    this.#write(slot, row)
  }

  #write(slot: number, row: readonly Value[]): void {
    this.#versions[slot] = row[1] as number
    for (let at = 0; at < this.#own.length; at++) setOwn(this.#own[at]!, slot, row[at + 2]!)
  }

  #grow(capacity: number): void {
    this.ids = grown(this.ids, capacity)
    this.#versions = grown(this.#versions, capacity)
    this.#ordered = grown(this.#ordered, capacity)
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
      const slot = this.#ordered[at]!
      if (this.ids[slot] !== 0) this.#ordered[kept++] = slot
    }
    this.#standing(kept)
  }

  /** Says of each of the first `count` in order where it stands. */
  #standing(count: number): void {
    this.count = count
    for (let at = 0; at < count; at++) this.#places[this.#ordered[at]!] = at
  }

  /** Puts newcomers, the last in order first, each in front of the one that follows it. */
  #placeInOrder(ids: readonly number[]): void {
    const before = ids.map(() => this.count)
    const placed = new Map<number, number>()
    ids.forEach((id, nth) => {
      before[nth] = this.#nextInOrder(id, placed)
      placed.set(this.slotOf(id)!, before[nth]!)
    })
    // From the end, so that each that makes room is moved once.
    let from = this.count
    ids.forEach((id, nth) => {
      const room = ids.length - nth
      this.#ordered.copyWithin(before[nth]! + room, before[nth]!, from)
      from = before[nth]!
      this.#ordered[from + room - 1] = this.slotOf(id)!
    })
    this.#standing(this.count + ids.length)
  }

  /**
   * Before which place a newcomer belongs; `placed` are newcomers whose places are known. One that has changed since it
   * was read here is passed over: it may stand elsewhere, and will be told of.
   */
  #nextInOrder(id: number, placed: ReadonlyMap<number, number>): number {
    const { table, order, version } = this.shelf
    const next = this.raw
      .prepare(
        `SELECT c.id, ${version} FROM ${table} n, ${table} c
          WHERE n.id = ? AND (c.${order.column}, c.id) > (n.${order.column}, n.id) AND ${order.where}
          ORDER BY c.${order.column}, c.id`,
      )
      .raw()
      .iterate(id) as IterableIterator<[number, number]>
    for (const [other, known] of next) {
      const slot = this.slotOf(other)
      if (slot !== undefined && this.#versions[slot] === known) return placed.get(slot) ?? this.#places[slot]!
    }
    return this.count
  }

  #readOrder(): void {
    const { table, order } = this.shelf
    const ids = this.raw
      .prepare(`SELECT c.id FROM ${table} c WHERE ${order.where} ORDER BY c.${order.column}, c.id`)
      .pluck()
      .iterate() as IterableIterator<number>
    let count = 0
    for (const id of ids) {
      const slot = this.slotOf(id)
      if (slot !== undefined) this.#ordered[count++] = slot
    }
    this.#standing(count)
  }

  #make({ id, type, many, source }: SourcedField): void {
    const capacity = this.ids.length
    const numeric = type === 'date' || type === 'number' || type === 'money'
    const column = numeric ? new Numbers(capacity) : new Coded(capacity, many === true)
    this.#columns.set(id, column)
    if (source.of !== 'row') return
    this.#own.push({ column, sql: source.sql, as: source.as })
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
      if (field.source.of === 'row') this.#fillOwn(this.#own.slice(own))
    })
  }

  /** The values of fields of the record's own row that came later than the others. */
  #fillOwn(late: readonly OwnColumn[]): void {
    const rows = this.raw
      .prepare(
        `SELECT c.id, ${late.map(({ sql }) => sql).join(', ')} FROM ${this.shelf.table} c WHERE ${this.shelf.where}`,
      )
      .raw()
      .iterate() as IterableIterator<Value[]>
    for (const row of rows) {
      const slot = this.slotOf(row[0] as number)
      if (slot !== undefined) late.forEach((own, at) => setOwn(own, slot, row[at + 1]!))
    }
  }

  /** The values of a field that stands in a table of its own; of these records, or of all. */
  #fill(name: string, ids: readonly number[] | undefined): void {
    const source = this.fields.get(name)?.source
    if (source?.of !== 'many') return
    const column = this.#columns.get(name)!
    for (const id of ids ?? []) {
      const slot = this.slotOf(id)
      if (slot !== undefined) column.set(slot, null)
    }
    const rows = this.raw
      .prepare(
        `SELECT id, json_group_array(value) FROM
          (SELECT ${source.id} AS id, ${source.column} AS value FROM ${source.table}
            ${ids ? `WHERE ${source.id} IN (SELECT value FROM json_each(?))` : ''}
            ORDER BY id, value) GROUP BY id`,
      )
      .raw()
      .iterate(...(ids ? [JSON.stringify(ids)] : [])) as IterableIterator<[number, string]>
    for (const [id, values] of rows) {
      const slot = this.slotOf(id)
      if (slot !== undefined) column.set(slot, values)
    }
  }
}

function setOwn({ column, as }: OwnColumn, slot: number, value: Value): void {
  column.set(slot, as ? as(value) : value)
}

function grown(numbers: Int32Array<ArrayBuffer>, capacity: number): Int32Array<ArrayBuffer> {
  const more = new Int32Array(capacity)
  more.set(numbers)
  return more
}
