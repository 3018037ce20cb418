import type { Readable } from 'node:stream'
import { fromBuffer, type Entry, type ZipFile } from 'yauzl'
import { Refusal } from '../../../../../app/errors.ts'

/**
 * So much a file may come to when it is inflated: a bomb of a few kilobytes is refused by what it says of itself, and
 * one that lies by yauzl as soon as it goes past that. A hundred thousand clients with twelve columns come to 80 MB.
 */
const mostInflated = 512 * 1024 * 1024

/**
 * A part that comes to more than 64 MB and more than 200 times its size: XML of a table is packed to a tenth, seldom to a
 * fiftieth of it, while a bomb is one letter again and again.
 */
const isBomb = ({ uncompressedSize, compressedSize }: Entry): boolean =>
  uncompressedSize > 64 * 1024 * 1024 && uncompressedSize > 200 * compressedSize

const unreadable = () => new Refusal('FILE_UNREADABLE', { reason: 'spreadsheet-damaged' })

/** The parts of an office file (a ZIP archive) in memory, each read as a stream of text. */
export class Archive {
  readonly #zip: ZipFile
  readonly #entries: ReadonlyMap<string, Entry>

  private constructor(zip: ZipFile, entries: ReadonlyMap<string, Entry>) {
    this.#zip = zip
    this.#entries = entries
  }

  /** Throws FILE_UNREADABLE for what is no archive or a broken one, TOO_LARGE for what would inflate to too much. */
  static open(bytes: Uint8Array): Promise<Archive> {
    return new Promise((resolve, reject) => {
      fromBuffer(
        Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
        { lazyEntries: true, validateEntrySizes: true },
        (error, zip) => {
          if (error) return reject(unreadable())
          const entries = new Map<string, Entry>()
          let inflated = 0
          zip.on('entry', (entry) => {
            entries.set(entry.fileName.replace(/^\//, ''), entry)
            inflated += entry.uncompressedSize
            if (inflated > mostInflated || isBomb(entry))
              reject(new Refusal('TOO_LARGE', { most: mostInflated }))
            else zip.readEntry()
          })
          zip.on('end', () => resolve(new Archive(zip, entries)))
          zip.on('error', () => reject(unreadable()))
          zip.readEntry()
        },
      )
    })
  }

  has(name: string): boolean {
    return this.#entries.has(name)
  }

  /** The text of a part, piece by piece. Throws FILE_UNREADABLE. */
  async *text(name: string): AsyncGenerator<string, void, undefined> {
    const entry = this.#entries.get(name)
    if (!entry || entry.isEncrypted()) throw unreadable()
    const stream = await this.#stream(entry)
    const decoder = new TextDecoder()
    try {
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        yield decoder.decode(chunk, { stream: true })
      }
    } catch (error) {
      throw error instanceof Refusal ? error : unreadable()
    } finally {
      stream.destroy()
    }
    yield decoder.decode()
  }

  #stream(entry: Entry): Promise<Readable> {
    return new Promise((resolve, reject) => {
      this.#zip.openReadStream(entry, (error, stream) => (error ? reject(unreadable()) : resolve(stream)))
    })
  }
}
