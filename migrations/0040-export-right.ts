import { sql, type Kysely } from 'kysely'

/** The right to export clients, for the roles that offices began with before there was one. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`UPDATE roles SET rights = json_insert(rights, '$[#]', 'clients.export')
    WHERE key IN ('owner', 'manager', 'accountant', 'marketer')`.execute(db)
}
