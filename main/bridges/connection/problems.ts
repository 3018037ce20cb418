import type { PbxProblem } from '../../../app/pbxProblems.ts'

export type { PbxProblem }

/** How a connection stands that is kept. */
export interface ConnectionState {
  readonly kind: 'off' | 'connecting' | 'connected' | 'waiting'
  readonly problem: PbxProblem | null
  /** When it will be tried again, while `waiting`. Milliseconds since 1970. */
  readonly retryAt: number | null
}

/** A connection that cannot be had or kept. */
export class ConnectionProblem extends Error {
  readonly problem: PbxProblem

  constructor(problem: PbxProblem) {
    super(problem)
    this.problem = problem
  }
}

/** What the system says of a socket or a serial line that failed. */
export function problemOf(error: unknown): PbxProblem {
  if (error instanceof ConnectionProblem) return error.problem
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const text = error instanceof Error ? error.message : ''
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'unknown_host'
  if (code === 'ECONNREFUSED') return 'nothing_listens'
  if (['EHOSTUNREACH', 'ENETUNREACH', 'ETIMEDOUT', 'EHOSTDOWN'].includes(code)) return 'no_route'
  if (code === 'ECONNRESET' || code === 'EPIPE' || code === 'UND_ERR_SOCKET') return 'lost'
  if (/no such file|file not found|cannot find the file/i.test(text)) return 'no_device'
  if (/permission denied/i.test(text)) return 'device_denied'
  if (/cannot lock|access denied|resource busy|in use/i.test(text)) return 'device_busy'
  return 'broken'
}
