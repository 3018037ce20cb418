import type { Socket } from 'node:net'
import { ConnectionProblem } from '../../connection/problems.ts'
import type { SmdrFormat } from './formats.ts'

/** Answers what the exchange asks, in order. Being asked for the password again means that it was wrong. */
export function answerDialogue(
  socket: Socket,
  dialogue: SmdrFormat['dialogue'],
  password: string,
): Promise<void> {
  return new Promise((resolve, reject) => {
    let heard = ''
    let step = 0
    const listen = (bytes: Buffer) => {
      heard = (heard + bytes.toString('latin1')).slice(-500)
      const last = dialogue.at(-1)?.asked ?? ''
      const next = dialogue[step]
      if (next === undefined) {
        // The exchange says something after the last answer: it is content, or asks again.
        const again = heard.trimEnd().endsWith(last)
        finish(again ? new ConnectionProblem('wrong_password') : undefined)
      } else if (heard.trimEnd().endsWith(next.asked)) {
        heard = ''
        step++
        socket.write(`${next.answer.replaceAll('{password}', password)}\r\n`)
      }
    }
    const finish = (problem?: Error) => {
      socket.off('data', listen)
      if (problem) reject(problem)
      else resolve()
    }
    socket.on('data', listen)
  })
}
