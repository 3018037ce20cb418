import i18next from 'i18next'
import { create } from 'zustand'
import { mostAttached } from '../../../../app/contract/files.ts'
import { toast } from '../../../kit/toasts.ts'
import { sentenceOf } from '../../../shell/errors.ts'
import { useLanguage } from '../../../shell/language/language.ts'
import { notationOf } from '../../../shell/language/notation.ts'
import { bringFile } from '../../../shell/office/bringing.ts'
import { office } from '../../../shell/office/office.ts'

/** Files on their way to a client. */
export interface OnTheirWay {
  readonly client: number
  /** Names the work on this page. */
  readonly key: number
  /** The one that is being brought. */
  readonly name: string
  readonly files: number
  readonly filesDone: number
  /** Bytes of all of them. */
  readonly total: number
  readonly done: number
  stop(): void
}

/** What this page is bringing: it runs on while the card is closed. */
export const useOnTheirWay = create<{ all: readonly OnTheirWay[] }>(() => ({ all: [] }))

let lastKey = 0

const put = (key: number, change: Partial<OnTheirWay>) =>
  useOnTheirWay.setState(({ all }) => ({
    all: all.map((one) => (one.key === key ? { ...one, ...change } : one)),
  }))

/** Brings files one after the other and attaches those that came, in one go; says what became of them. */
export async function attachFiles(client: number, chosen: readonly File[]): Promise<void> {
  const { t } = i18next
  const notation = notationOf(useLanguage.getState().language)
  const files = chosen.slice(0, mostAttached)
  if (files.length < chosen.length) toast({ text: t('files.tooMany', { most: mostAttached }), tone: 'warn' })
  const stopping = new AbortController()
  const { signal } = stopping
  const key = ++lastKey
  const total = files.reduce((sum, { size }) => sum + size, 0)
  useOnTheirWay.setState(({ all }) => ({
    all: [
      ...all,
      {
        client,
        key,
        name: '',
        files: files.length,
        filesDone: 0,
        total,
        done: 0,
        stop: () => stopping.abort(),
      },
    ],
  }))
  const brought: { upload: string; name: string }[] = []
  try {
    let before = 0
    for (const [place, file] of files.entries()) {
      put(key, { name: file.name, filesDone: place })
      try {
        const tell = (bytes: number) => put(key, { done: before + bytes })
        // eslint-disable-next-line no-await-in-loop -- one line to the office
        const { upload } = await bringFile(file, signal, tell)
        brought.push({ upload, name: file.name.trim().slice(0, 255) || t('files.noName') })
      } catch (error) {
        if (signal.aborted) break
        toast({ text: t('files.notKept', { name: file.name, why: sentenceOf(error) }), tone: 'bad' })
      }
      before += file.size
      put(key, { done: before })
    }
    if (brought.length > 0) await office.files.attach({ client, files: brought })
    const count = brought.length
    if (signal.aborted) toast({ text: t('files.stopped', { count, shown: notation.number(count) }) })
    else if (count > 0)
      toast({ text: t('files.attached', { count, shown: notation.number(count) }), tone: 'good' })
  } catch (error) {
    toast({ text: sentenceOf(error), tone: 'bad' })
  } finally {
    useOnTheirWay.setState(({ all }) => ({ all: all.filter((one) => one.key !== key) }))
  }
}
