import { Kysely, SqliteDialect, type CompiledQuery } from 'kysely'
import type { Connection, ReadingConnection } from './connection.ts'
import type { Tables } from './tables.ts'

/** SQLite's plan for a statement, a line for each step. */
export function planOf(
  { raw }: Pick<ReadingConnection, 'raw'>,
  sql: string,
  parameters: readonly unknown[],
): string[] {
  const steps = raw.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters) as { detail: string }[]
  return steps.map(({ detail }) => detail)
}

/** Tells how SQLite means to answer the very statements that the program asks. */
export interface Planner {
  /** The program's own connection, through a Kysely that hears what it is asked. */
  readonly kysely: Kysely<Tables>
  /** What was asked by the latest work. */
  readonly asked: readonly CompiledQuery[]
  /** The plan of every statement of a work. */
  plansOf(work: () => Promise<unknown>): Promise<string[][]>
}

export function planner(connection: Connection | ReadingConnection): Planner {
  const asked: CompiledQuery[] = []
  return {
    asked,
    kysely: new Kysely<Tables>({
      dialect: new SqliteDialect({ database: connection.raw }),
      log: (event) => void asked.push(event.query),
    }),
    async plansOf(work) {
      asked.length = 0
      await work()
      return asked
        .filter(({ sql }) => /^(select|with|insert|update|delete)\b/i.test(sql))
        .map(({ sql, parameters }) => planOf(connection, sql, parameters))
    },
  }
}
