import { PlugZap } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ExchangeKind } from '../../../app/exchanges.ts'
import { Banner } from '../../kit/Banner.tsx'
import { Button } from '../../kit/Button.tsx'
import { sentenceOf } from '../../shell/errors.ts'
import { office } from '../../shell/office/office.ts'
import type { testOf } from './exchangeValues.ts'

type Found = { tone: 'good' | 'warn' | 'bad'; text: string; more?: string }

/** Tries what stands in the form, and says what is wrong and what to do. */
export function ConnectionTest({
  kind,
  asked,
}: {
  kind: ExchangeKind
  asked: () => ReturnType<typeof testOf>
}) {
  const { t } = useTranslation()
  const [busy, setBusy] = useState(false)
  const [found, setFound] = useState<Found>()

  const test = async () => {
    setBusy(true)
    setFound(undefined)
    try {
      const { problem, banner, lacking } = await office.telephone.test(asked())
      const missing = lacking.map((ability) => t(`telephone.abilities.${ability}`)).join(', ')
      if (problem !== null) setFound({ tone: 'bad', text: t(`telephone.problems.${problem}`), more: banner })
      else if (missing !== '')
        setFound({ tone: 'warn', text: t('telephone.test.lacking', { missing }), more: banner })
      else
        setFound({
          tone: 'good',
          text: t(`telephone.test.${kind === 'ami' ? 'good' : 'goodLater'}`),
          more: banner,
        })
    } catch (error) {
      setFound({ tone: 'bad', text: sentenceOf(error) })
    } finally {
      setBusy(false)
    }
  }
  return (
    <div className="telephone-test">
      <Button icon={PlugZap} busy={busy} onClick={() => void test()}>
        {t('telephone.test.button')}
      </Button>
      {found && (
        <Banner tone={found.tone}>
          {found.text}
          {found.more ? (
            <span className="telephone-banner">
              {' '}
              (<bdi>{found.more}</bdi>)
            </span>
          ) : null}
        </Banner>
      )}
    </div>
  )
}
