/** What `npm run bench -- …` was asked for. */
export interface Settings {
  /** Rows whose names begin with one of these; all where there is none. */
  readonly names: readonly string[]
  /** Where the rows are written as JSON. */
  readonly json: string | undefined
  /** Make the base anew. */
  readonly fresh: boolean
}

/**
 * Reads the arguments. npm hands a second `--` on as it stands, so it is passed over.
 * Throws a sentence for what it does not know.
 */
export function readSettings(given: readonly string[]): Settings {
  const names: string[] = []
  let json: string | undefined
  let fresh = false
  const left = given.filter((argument) => argument !== '--')
  while (left.length > 0) {
    const argument = left.shift()!
    if (argument === '--json') {
      json = left.shift()
      if (json === undefined) throw new Error('--json needs the name of a file.')
    } else if (argument === '--fresh') fresh = true
    else if (argument.startsWith('-'))
      throw new Error(`Unknown: ${argument}. Usage: npm run bench [-- NAME…] [-- --json FILE] [--fresh]`)
    else names.push(argument)
  }
  return { names, json, fresh }
}
