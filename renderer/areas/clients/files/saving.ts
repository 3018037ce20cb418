import type { ClientFile } from '../../../../app/contract/files.ts'
import { saveFile } from '../../../kit/saveFile.ts'
import { toast } from '../../../kit/toasts.ts'
import { sentenceOf } from '../../../shell/errors.ts'
import { fetchFile } from '../../../shell/office/bringing.ts'

/** Hands a file to the person under its own name. */
export async function saveClientFile(file: ClientFile): Promise<void> {
  try {
    saveFile(file.name, await fetchFile(file))
  } catch (error) {
    toast({ text: sentenceOf(error), tone: 'bad' })
  }
}
