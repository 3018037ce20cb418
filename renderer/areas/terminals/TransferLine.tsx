import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Transfer } from '../../../app/contract/terminals.ts'
import { thousandths } from '../../../app/quantity.ts'
import { Dot } from '../../kit/Badge.tsx'
import { Banner } from '../../kit/Banner.tsx'
import { Button } from '../../kit/Button.tsx'
import { toast } from '../../kit/toasts.ts'
import { sentenceOf } from '../../shell/errors.ts'
import { useNotation } from '../../shell/language/notation.ts'
import { ask, office } from '../../shell/office/office.ts'

const tones = { open: 'info', repeated: 'warn', broken: 'bad', used: 'good', dropped: 'neutral' } as const

/** One transfer: whose it is, how much, what is the matter with it, and what can be done. */
export function TransferLine({ transfer }: { readonly transfer: Transfer }) {
  const { t } = useTranslation()
  const notation = useNotation()
  const [open, setOpen] = useState(false)
  const { id, at, source, name, state, lines, quantity, strange, cutOff } = transfer
  const settle = (to: 'open' | 'dropped') =>
    void office.terminals
      .settle({ id, state: to })
      .catch((error: unknown) => toast({ tone: 'bad', text: sentenceOf(error) }))
  const title = name || source
  return (
    <li className="terminals-line">
      <div className="terminals-head">
        <Dot tone={tones[state]} />
        <h3>
          <bdi>{title}</bdi>
        </h3>
        <span>
          {source !== title && <bdi>{source}</bdi>} {notation.dayAndTime(at)}
        </span>
        <span>{t(`terminals.states.${state}`)}</span>
        <span>
          {t('terminals.lines', {
            count: lines,
            shown: notation.number(lines),
            quantity: notation.number(quantity / thousandths),
          })}
        </span>
        <span className="terminals-buttons">
          {lines > 0 && (
            <Button size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
              {t(open ? 'terminals.hide' : 'terminals.show')}
            </Button>
          )}
          {state !== 'open' && state !== 'used' && lines > 0 && (
            <Button size="small" onClick={() => settle('open')}>
              {t('terminals.take')}
            </Button>
          )}
          {state !== 'dropped' && state !== 'used' && (
            <Button size="small" kind="quiet" onClick={() => settle('dropped')}>
              {t('terminals.drop')}
            </Button>
          )}
        </span>
      </div>
      {state === 'repeated' && <Banner tone="warn">{t('terminals.repeatedHelp')}</Banner>}
      {state === 'broken' && (
        <Banner tone="bad">
          {t(cutOff ? 'terminals.cutOff' : strange.length > 0 ? 'terminals.strange' : 'terminals.nothing')}
          {strange.length > 0 && (
            <ul>
              {strange.map((line, index) => (
                <li key={index} dir="ltr">
                  <code>{line}</code>
                </li>
              ))}
            </ul>
          )}
        </Banner>
      )}
      {open && <TransferLines id={id} />}
    </li>
  )
}

/** What was counted, line by line. */
function TransferLines({ id }: { readonly id: number }) {
  const { t } = useTranslation()
  const notation = useNotation()
  const { data, error } = useQuery(ask.terminals.lines.queryOptions({ input: { id } }))
  if (error) return <p className="kit-error">{sentenceOf(error)}</p>
  return (
    <div className="terminals-table">
      <table>
        <thead>
          <tr>
            <th scope="col">{t('terminals.barcode')}</th>
            <th scope="col">{t('terminals.quantity')}</th>
          </tr>
        </thead>
        <tbody>
          {data?.map(({ barcode, quantity }, index) => (
            <tr key={index}>
              <td dir="ltr">{barcode}</td>
              <td>{notation.number(quantity / thousandths)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
