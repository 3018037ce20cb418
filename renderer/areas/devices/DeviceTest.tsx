import { PlugZap } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeviceSettings } from '../../../app/devices.ts'
import { Banner } from '../../kit/Banner.tsx'
import { Button } from '../../kit/Button.tsx'
import { sentenceOf } from '../../shell/errors.ts'
import { office } from '../../shell/office/office.ts'

interface Props {
  readonly id: number | undefined
  readonly asked: () => DeviceSettings
}

/** Tries what stands in the form, and says what is wrong and what to do. */
export function DeviceTest({ id, asked }: Props) {
  const { t } = useTranslation()
  const [busy, setBusy] = useState(false)
  const [found, setFound] = useState<{ tone: 'good' | 'bad'; text: string }>()
  const test = async () => {
    setBusy(true)
    setFound(undefined)
    try {
      const { problem } = await office.devices.test({ ...asked(), ...(id === undefined ? {} : { id }) })
      setFound(
        problem === null
          ? { tone: 'good', text: t('devices.test.good') }
          : { tone: 'bad', text: t(`devices.problems.${problem}`) },
      )
    } catch (error) {
      setFound({ tone: 'bad', text: sentenceOf(error) })
    } finally {
      setBusy(false)
    }
  }
  return (
    <div className="devices-test">
      <Button icon={PlugZap} busy={busy} onClick={() => void test()}>
        {t('devices.test.button')}
      </Button>
      {found && <Banner tone={found.tone}>{found.text}</Banner>}
    </div>
  )
}
