import { useQuery } from '@tanstack/react-query'
import { Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { ask as question } from '../../kit/ask.ts'
import { IconButton } from '../../kit/IconButton.tsx'
import { toast } from '../../kit/toasts.ts'
import { sentenceOf } from '../../shell/errors.ts'
import { useNotation } from '../../shell/language/notation.ts'
import { ask, office } from '../../shell/office/office.ts'
import { useWindow } from '../../shell/windows/index.ts'

/** Documents that somebody has begun and not posted yet; nothing where there is none. */
export function Drafts() {
  const { t } = useTranslation()
  const win = useWindow()
  const notation = useNotation()
  const { data = [] } = useQuery(ask.documents.drafts.queryOptions())
  if (data.length === 0) return null
  const remove = async (id: number, name: string) => {
    const yes = await question({
      title: t('stock.draft.removeTitle', { name }),
      text: t('stock.draft.removeText'),
      yes: t('stock.draft.remove'),
      danger: true,
    })
    if (!yes) return
    await office.documents
      .removeDraft({ id })
      .catch((error: unknown) => void toast({ tone: 'bad', text: sentenceOf(error) }))
  }
  return (
    <section className="stock-drafts" aria-label={t('stock.drafts')}>
      <h3>{t('stock.drafts')}</h3>
      <ul>
        {data.map(({ id, kind, day, by, lines }) => {
          const name = t(`stock.kinds.${kind}`)
          return (
            <li key={id}>
              <button type="button" className="kit-link" onClick={() => void win.open(`/stock/drafts/${id}`)}>
                {t('stock.draft.line', {
                  name,
                  day: notation.date(day),
                  count: lines,
                  shown: notation.number(lines),
                  by,
                })}
              </button>
              <IconButton
                icon={Trash2}
                label={t('stock.draft.remove')}
                onClick={() => void remove(id, name)}
              />
            </li>
          )
        })}
      </ul>
    </section>
  )
}
