/**
 * What an administrator reads when something went wrong: one line of JSON each on standard error.
 * Never inputs, names, passwords or tokens: what was asked and where it broke.
 */
export function note(level: 'error' | 'warn' | 'info', about: string, error?: unknown): void {
  const cause =
    error instanceof Error ? (error.stack ?? error.message) : error === undefined ? undefined : String(error)
  process.stderr.write(
    `${JSON.stringify({ at: new Date().toISOString(), level, about, ...(cause === undefined ? {} : { cause }) })}\n`,
  )
}
