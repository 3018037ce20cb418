import { sql, type Kysely } from 'kysely'

/**
 * Contact persons can be clients of their own. Those there are stay lines with a name and a position: of nobody who has
 * no more to say than that a card would help anybody.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  // name repeats the person's, so that the organisation is found by it. Days are YYYY-MM-DD.
  await sql`ALTER TABLE client_contacts ADD COLUMN person_id INTEGER REFERENCES clients(id) ON DELETE SET NULL`.execute(
    db,
  )
  await sql`ALTER TABLE client_contacts ADD COLUMN since TEXT`.execute(db)
  await sql`ALTER TABLE client_contacts ADD COLUMN until TEXT`.execute(db)
  await sql`CREATE INDEX client_contacts_of_person ON client_contacts(person_id, client_id) WHERE person_id IS NOT NULL`.execute(
    db,
  )
}
