import { hash, verify } from '@node-rs/argon2'
import { leastPassword } from '../../app/contract/door.ts'
import { Refusal } from '../../app/errors.ts'

/** Argon2id with OWASP's first choice of parameters: 19 MiB, two passes, one lane. Runs off the main thread. */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** Refuses passwords shorter than `leastPassword` characters. */
export async function hashPassword(password: string): Promise<string> {
  const normal = password.normalize('NFKC')
  if ([...normal].length < leastPassword) throw new Refusal('WEAK_PASSWORD', { least: leastPassword })
  return hash(normal, parameters)
}

/** The hash of no password: checked against for unknown names, so that they take as long as known ones. */
const nobody = hash('nobody', parameters)

export async function passwordFits(hashed: string | undefined, password: string): Promise<boolean> {
  const fits = await verify(hashed ?? (await nobody), password.normalize('NFKC'))
  return hashed !== undefined && fits
}
