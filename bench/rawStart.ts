import Database from 'better-sqlite3'

/** What bare better-sqlite3 takes to start, open the base and read a first page of it. */
const base = new Database(process.argv[2], { fileMustExist: true })
base.prepare('SELECT * FROM clients WHERE binned_at IS NULL ORDER BY sort_key, id LIMIT 100').all()
base.close()
