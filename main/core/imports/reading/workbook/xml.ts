import { SaxesParser } from 'saxes'
import { Refusal } from '../../../../../app/errors.ts'

export interface XmlEvents {
  open?(name: string, attributes: Readonly<Record<string, string>>): void
  text?(text: string): void
  close?(name: string): void
}

/** Names without their namespace: some programs write `x:row` for `row`. */
const local = (name: string): string => name.slice(name.indexOf(':') + 1)

/**
 * Reads XML as it comes; `after` is asked for what is ready behind each piece. Entities are never fetched or expanded
 * beyond the five of XML itself. Throws FILE_UNREADABLE where it is broken.
 */
export async function* readXml<Ready>(
  source: AsyncIterable<string>,
  events: XmlEvents,
  after: () => Ready,
): AsyncGenerator<Ready, void, undefined> {
  const parser = new SaxesParser()
  let broken = false
  parser.on('error', () => {
    broken = true
  })
  parser.on('opentag', (tag) => events.open?.(local(tag.name), tag.attributes as Record<string, string>))
  parser.on('text', (text) => events.text?.(text))
  parser.on('cdata', (text) => events.text?.(text))
  parser.on('closetag', (tag) => events.close?.(local(tag.name)))
  const refuse = () => new Refusal('FILE_UNREADABLE', { reason: 'spreadsheet-damaged' })
  for await (const piece of source) {
    // In bits, so that nobody waits long for a piece that inflated to much.
    for (let at = 0; at < piece.length; at += 32_768) {
      parser.write(piece.slice(at, at + 32_768))
      if (broken) throw refuse()
      yield after()
    }
  }
  parser.close()
  if (broken) throw refuse()
  yield after()
}

/** Reads all of a small part. */
export async function readWholeXml(source: AsyncIterable<string>, events: XmlEvents): Promise<void> {
  for await (const _ of readXml(source, events, () => undefined));
}
